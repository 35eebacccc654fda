-- What was found once in a batch is searched in all of it, when every row is read.

-- What was found, as keyed hashes of its words; gone when the search has ended.
create table found_string (
  batch_id     text not null references batch,
  digest       bigint not null,
  words        integer not null check (words between 1 and 8),
  type         text not null,
  primary key (batch_id, digest)
);

-- How far the search has come: the last item looked at.
create table second_pass (
  batch_id     text primary key references batch,
  after_item   text not null default '',
  items        integer not null default 0,
  masks        integer not null default 0,
  finished     boolean not null default false
);

-- Masks that the search added to the row's item; included in the findings.
alter table manifest_entry add column found_again integer not null default 0;

-- A mask that is added moves what stands behind it: the places of a suggestion move with the text.
-- Nothing else of a suggestion ever changes.
drop trigger suggestion_append_only on suggestion;
create trigger suggestion_append_only
  before update of id, batch_id, item_id, rank, score, model, version, created_at or delete
  on suggestion for each row execute function refuse_change();
