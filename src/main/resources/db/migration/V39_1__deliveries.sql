-- A refused upload uses up no number of a batch, and a file that came before is recognised.

-- Numbers that an upload has taken and no batch has yet. An upload that was refused leaves its number
-- to the next one at once; one whose node died leaves it after a day, when its objects are swept too.
create table upload_number (
  project_key  text not null references project,
  number       integer not null,
  taken_at     timestamptz not null,
  given_back   boolean not null default false,
  primary key (project_key, number)
);

-- Digest of the delivered bytes under a key of the project, the same in each of its batches. Null for
-- what was delivered before there was one.
alter table source_object add column delivery_digest text;
create index source_object_by_delivery on source_object (delivery_digest);

-- What people call the batch; its id stays what it is.
alter table batch add column name text check (length(name) between 1 and 80);
