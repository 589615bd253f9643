-- Who watches which bin. owner_kind: 1 agent, 2 agent group, 3 place, 4 place group.
create table subscription (
  id            varchar(36) primary key,
  person_id     varchar(64) not null,
  workbin_id    varchar(64) not null,
  owner_kind    smallint    not null check (owner_kind between 1 and 4),
  owner_id      varchar(64) not null,
  as_supervisor smallint    not null check (as_supervisor in (0, 1)),
  unique (person_id, workbin_id, owner_kind, owner_id)
);
