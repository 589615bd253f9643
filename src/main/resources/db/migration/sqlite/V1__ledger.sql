-- Where every interaction is, what it holds, and the journal of all moves. Times are epoch
-- microseconds.

create table bin (
  no integer primary key,
  workbin text not null,
  owner_kind integer not null,
  owner text not null,
  revision integer not null default 0,
  item_count integer not null default 0 check (item_count >= 0),
  -- changes are complete from this revision on
  journal_from integer not null default 0,
  unique (workbin, owner_kind, owner)
) strict;

-- One version of what an interaction holds; never changed, so that the journal can point to it.
-- The number is that of the journal entry that brought it.
create table content (
  no integer primary key,
  direction text not null,
  received_date text not null,
  priority integer not null,
  attributes text not null,
  user_data text not null
) strict;

create table interaction (
  id text primary key,
  medium integer not null,
  -- minus the priority, so that one ascending index gives the order in a bin
  rank integer not null,
  submitted_at integer not null,
  submitted_by text not null,
  -- the location: exactly one of these four
  bin_no integer references bin (no),
  holder text,
  queue text,
  ending integer,
  since integer not null,
  hold integer not null,
  -- the position in the bin where it lies or lay last
  place_seq integer,
  placed_at integer,
  last_bin integer,
  content_no integer not null references content (no),
  check ((bin_no is not null) + (holder is not null) + (queue is not null)
    + (ending is not null) = 1),
  check (bin_no is null or (place_seq is not null and placed_at is not null))
) strict, without rowid;

create index interaction_page on interaction (bin_no, rank, place_seq, id)
  where bin_no is not null;
create index interaction_medium on interaction (bin_no, medium, rank, place_seq, id)
  where bin_no is not null;
create index interaction_holder on interaction (holder, since, id) where holder is not null;

create table journal (
  number integer primary key,
  at integer not null,
  interaction text not null,
  -- the random id of the group of moves that was committed together
  wave text not null,
  left_bin integer,
  left_revision integer,
  left_count integer,
  entered_bin integer,
  entered_revision integer,
  entered_count integer,
  from_holder text,
  from_queue text,
  to_holder text,
  to_queue text,
  to_ending integer,
  actor text not null,
  reason integer not null,
  reference_id integer not null,
  -- the interaction right after the move
  since integer not null,
  place_seq integer,
  placed_at integer,
  last_bin integer,
  content_no integer not null
) strict;

create unique index journal_left on journal (left_bin, left_revision) where left_bin is not null;
create unique index journal_entered on journal (entered_bin, entered_revision)
  where entered_bin is not null;

-- What was answered to a request with an Idempotency-Key.
create table answer (
  user_id text not null,
  request_key text not null,
  digest text not null,
  answer text not null,
  at integer not null,
  primary key (user_id, request_key)
) strict, without rowid;

create index answer_at on answer (at);
