-- Moves of several interactions at once, as they are remembered for a day so that they can be
-- undone. What happened to an interaction stands in the journal; here stands what was asked for,
-- where everything came from, and what became of it. at, undo_at: epoch microseconds.
create table bulk_move (
  id             varchar(36)  primary key,
  at             bigint       not null,
  by_id          varchar(64)  not null,
  remark         text,
  to_workbin     varchar(64)  not null,
  to_owner_kind  smallint     not null,
  to_owner       varchar(64)  not null,
  reference_id   bigint       not null,
  -- 1 where there was more to choose from than may be moved at once
  more           smallint     not null,
  request_key    varchar(300),
  request_digest varchar(64),
  -- 1 while a request moves or undoes it; what a crash leaves so is looked up in the journal
  under_way      smallint     not null,
  undo_at        bigint,
  undo_by        varchar(64),
  undo_reference bigint,
  undo_key       varchar(300)
);
create index bulk_move_by_at on bulk_move (at);
create index bulk_move_by_key on bulk_move (by_id, request_key);
create index bulk_move_under_way on bulk_move (at) where under_way = 1;

-- seen: the hold by which the item was seen where it was, when it was decided to move it.
-- refusal, undo_refusal: why it stayed where it was, the name of a Stay.
-- hold, undo_hold: the journal number of the entry that moved it, and of that which undid it.
create table bulk_move_item (
  move_id         varchar(36) not null references bulk_move (id) on delete cascade,
  ordinal         integer     not null,
  item            varchar(64) not null,
  from_workbin    varchar(64),
  from_owner_kind smallint,
  from_owner      varchar(64),
  from_holder     varchar(64),
  place_seq       bigint,
  placed_at       bigint,
  seen            bigint      not null,
  hold            bigint,
  refusal         varchar(32),
  undo_hold       bigint,
  undo_refusal    varchar(32),
  primary key (move_id, item)
);
