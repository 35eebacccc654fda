-- Which items of a project say nearly the same, so that they stay together where data are parted.
-- A signature is made of the de-identified text; two texts whose signatures agree in one band are
-- compared word by word.
create table touchstone.near_duplicate (
  item_id      text primary key references touchstone.item,
  project_key  text not null references touchstone.project,
  batch_id     text not null references touchstone.batch,
  -- In the order of batches, deliveries and rows, from 1, without gaps within the project.
  number       integer not null,
  bands        integer[] not null,
  -- Number of the first item of the group; null for an item that has no like.
  group_number integer,
  unique (project_key, number)
);
create index near_duplicate_by_batch on touchstone.near_duplicate (batch_id);
create index near_duplicate_by_group on touchstone.near_duplicate (project_key, group_number)
  where group_number is not null;

-- How far the comparison has come: the row that was signed last, then the bands that are compared.
create table touchstone.near_duplicate_search (
  batch_id     text primary key references touchstone.batch,
  position     integer not null default 0,
  row_number   bigint not null default 0,
  signed       boolean not null default false,
  bands        integer not null default 0,
  finished     boolean not null default false
);

-- Source and row of the first item that says nearly the same, of this batch or an earlier one, as it
-- was when the batch was compared.
alter table touchstone.manifest_entry add column near_duplicate_of text;
