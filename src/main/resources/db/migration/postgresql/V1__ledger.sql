-- Where every interaction is, what it holds, and the journal of all moves. Times are epoch
-- microseconds. Texts compare by their bytes, so that the order is SQLite's too.

create table bin (
  no bigint generated always as identity primary key,
  workbin text collate "C" not null,
  owner_kind smallint not null,
  owner text collate "C" not null,
  revision bigint not null default 0,
  item_count bigint not null default 0 check (item_count >= 0),
  -- changes are complete from this revision on
  journal_from bigint not null default 0,
  unique (workbin, owner_kind, owner)
) with (fillfactor = 50);

-- One version of what an interaction holds; never changed, so that the journal can point to it.
-- The number is that of the journal entry that brought it.
create table content (
  no bigint primary key,
  direction text not null,
  received_date text not null,
  priority integer not null,
  attributes text not null,
  user_data text not null
);

create table interaction (
  id text collate "C" primary key,
  medium smallint not null,
  -- minus the priority, so that one ascending index gives the order in a bin
  rank bigint not null,
  submitted_at bigint not null,
  submitted_by text not null,
  -- the location: exactly one of these four
  bin_no bigint references bin (no),
  holder text collate "C",
  queue text collate "C",
  ending smallint,
  since bigint not null,
  hold bigint not null,
  -- the position in the bin where it lies or lay last
  place_seq bigint,
  placed_at bigint,
  last_bin bigint,
  content_no bigint not null references content (no),
  check (num_nonnulls(bin_no, holder, queue, ending) = 1),
  check (bin_no is null or (place_seq is not null and placed_at is not null))
);

create index interaction_page on interaction (bin_no, rank, place_seq, id)
  where bin_no is not null;
create index interaction_medium on interaction (bin_no, medium, rank, place_seq, id)
  where bin_no is not null;
create index interaction_holder on interaction (holder, since, id) where holder is not null;

create table journal (
  number bigint primary key,
  at bigint not null,
  interaction text collate "C" not null,
  -- the random id of the group of moves that was committed together
  wave uuid not null,
  left_bin bigint,
  left_revision bigint,
  left_count bigint,
  entered_bin bigint,
  entered_revision bigint,
  entered_count bigint,
  from_holder text,
  from_queue text,
  to_holder text,
  to_queue text,
  to_ending smallint,
  actor text not null,
  reason smallint not null,
  reference_id bigint not null,
  -- the interaction right after the move
  since bigint not null,
  place_seq bigint,
  placed_at bigint,
  last_bin bigint,
  content_no bigint not null
);

create unique index journal_left on journal (left_bin, left_revision) where left_bin is not null;
create unique index journal_entered on journal (entered_bin, entered_revision)
  where entered_bin is not null;

-- What was answered to a request with an Idempotency-Key.
create table answer (
  user_id text collate "C" not null,
  request_key text collate "C" not null,
  digest text not null,
  answer text not null,
  at bigint not null,
  primary key (user_id, request_key)
);

create index answer_at on answer (at);
