-- What is offered to an agent, what a move notes, the queue that an interaction goes home to, and who
-- worked last for a contact. A check of a table can't be changed, so the table is made anew.

create table interaction_next (
  id text primary key,
  medium integer not null,
  -- minus the priority, so that one ascending index gives the order in a bin
  rank integer not null,
  submitted_at integer not null,
  submitted_by text not null,
  -- the location: exactly one of these five, an offer being two columns
  bin_no integer references bin (no),
  holder text,
  queue text,
  ending integer,
  offered_to text,
  offered_by text,
  since integer not null,
  hold integer not null,
  -- the position in the bin where it lies or lay last
  place_seq integer,
  placed_at integer,
  last_bin integer,
  content_no integer not null references content (no),
  home text,
  note text,
  contact text,
  last_agent text,
  check ((bin_no is not null) + (holder is not null) + (queue is not null)
    + (ending is not null) + (offered_to is not null) = 1),
  check ((offered_to is null) = (offered_by is null)),
  check (bin_no is null or (place_seq is not null and placed_at is not null))
) strict, without rowid;

insert into interaction_next (id, medium, rank, submitted_at, submitted_by, bin_no, holder, queue,
  ending, since, hold, place_seq, placed_at, last_bin, content_no)
select id, medium, rank, submitted_at, submitted_by, bin_no, holder, queue, ending, since, hold,
  place_seq, placed_at, last_bin, content_no
from interaction;

drop table interaction;
alter table interaction_next rename to interaction;

create index interaction_page on interaction (bin_no, rank, place_seq, id)
  where bin_no is not null;
create index interaction_medium on interaction (bin_no, medium, rank, place_seq, id)
  where bin_no is not null;
create index interaction_placed on interaction (bin_no, placed_at) where bin_no is not null;
create index interaction_holder on interaction (holder, since, id) where holder is not null;
create index interaction_offered on interaction (offered_to, since, id) where offered_to is not null;

alter table journal add column from_offered_to text;
alter table journal add column from_offered_by text;
alter table journal add column to_offered_to text;
alter table journal add column to_offered_by text;
alter table journal add column note text;
-- the fence after the entry, where it is not the entry's own number
alter table journal add column hold integer;

create table contact (
  id text primary key,
  last_agent text not null,
  at integer not null
) strict, without rowid;
