-- What is offered to an agent, what a move notes, the queue that an interaction goes home to, and who
-- worked last for a contact.

alter table interaction add column offered_to text collate "C";
alter table interaction add column offered_by text collate "C";
alter table interaction add column home text collate "C";
alter table interaction add column note text;
alter table interaction add column contact text collate "C";
alter table interaction add column last_agent text collate "C";
alter table interaction drop constraint interaction_check;
-- the location: exactly one of these five, an offer being two columns
alter table interaction add constraint interaction_somewhere
  check (num_nonnulls(bin_no, holder, queue, ending, offered_to) = 1);
alter table interaction add constraint interaction_offer
  check ((offered_to is null) = (offered_by is null));

create index interaction_placed on interaction (bin_no, placed_at) where bin_no is not null;
create index interaction_offered on interaction (offered_to, since, id)
  where offered_to is not null;

alter table journal add column from_offered_to text;
alter table journal add column from_offered_by text;
alter table journal add column to_offered_to text;
alter table journal add column to_offered_by text;
alter table journal add column note text;
-- the fence after the entry, where it is not the entry's own number
alter table journal add column hold bigint;

create table contact (
  id text collate "C" primary key,
  last_agent text not null,
  at bigint not null
);
