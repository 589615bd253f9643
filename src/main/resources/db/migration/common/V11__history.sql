-- The way of one interaction is read out of the journal.
create index journal_interaction on journal (interaction, number);
