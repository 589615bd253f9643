-- Who is told of every bin that he sees as a member, and which of these he left out.
-- owner_kind: 1 agent, 2 agent group, 3 place, 4 place group.
create table standing_subscription (
  person_id varchar(64) primary key
);

create table standing_exception (
  person_id  varchar(64) not null references standing_subscription (person_id) on delete cascade,
  workbin_id varchar(64) not null,
  owner_kind smallint    not null check (owner_kind between 1 and 4),
  owner_id   varchar(64) not null,
  primary key (person_id, workbin_id, owner_kind, owner_id)
);
