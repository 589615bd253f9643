-- What agents are on the channels that they are logged in to; a channel without a row is logged
-- out. state is the name of the operation that leads there.
create table channel_state (
  person_id      varchar(64)  not null references person (id) on delete cascade,
  channel        varchar(32)  not null,
  state          varchar(255) not null,
  do_not_disturb smallint     not null check (do_not_disturb in (0, 1)),
  primary key (person_id, channel)
);
