-- Up to which number requests may have been numbered: none higher was ever given out.
create table reference_block (
  one smallint primary key check (one = 1),
  reserved_until bigint not null
);
insert into reference_block (one, reserved_until) values (1, 0);
