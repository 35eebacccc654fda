-- Documents, images and recordings: what is delivered as a file or as a member of an archive, and
-- what is left of it after cleaning.

alter table source_object add column quarantined_rows bigint not null default 0;

-- The cleaned object of an item; an item without one is text alone.
create table item_object (
  item_id     text primary key references item,
  media_type  text not null,
  -- Where it lies in the object store, under a name that contains its digest.
  batch_id    text not null references batch,
  object_id   text not null,
  bytes       bigint not null,
  sha256      text not null
);
create index item_object_by_key on item_object (batch_id, object_id);

-- What the manifest says of an object beside what it says of a row.
create table object_entry (
  source_id   text not null references source_object,
  row_number  bigint not null,
  media_type  text,
  -- Names and numbers of what was taken out, never a value.
  removed     jsonb not null default '{}',
  -- How often a person should look, as at a face that the detector was unsure of.
  doubtful    integer not null default 0,
  -- Embedded objects and attachments, each with its outcome.
  parts       jsonb not null default '[]',
  primary key (source_id, row_number),
  foreign key (source_id, row_number) references manifest_entry (source_id, row_number)
    on delete cascade
);

create or replace function count_entries_in() returns trigger language plpgsql as $$
begin
  update touchstone.source_object s
  set seen_rows = s.seen_rows + counted.seen, ok_rows = s.ok_rows + counted.ok,
      rejected_rows = s.rejected_rows + counted.rejected,
      duplicate_rows = s.duplicate_rows + counted.duplicate,
      quarantined_rows = s.quarantined_rows + counted.quarantined
  from (select source_id, count(*) as seen, count(*) filter (where status = 'ok') as ok,
               count(*) filter (where status = 'rejected') as rejected,
               count(*) filter (where status = 'duplicate') as duplicate,
               count(*) filter (where status = 'quarantined') as quarantined
        from added group by source_id) counted
  where counted.source_id = s.id;
  return null;
end $$;

create or replace function count_entries_out() returns trigger language plpgsql as $$
begin
  update touchstone.source_object s
  set seen_rows = s.seen_rows - counted.seen, ok_rows = s.ok_rows - counted.ok,
      rejected_rows = s.rejected_rows - counted.rejected,
      duplicate_rows = s.duplicate_rows - counted.duplicate,
      quarantined_rows = s.quarantined_rows - counted.quarantined
  from (select source_id, count(*) as seen, count(*) filter (where status = 'ok') as ok,
               count(*) filter (where status = 'rejected') as rejected,
               count(*) filter (where status = 'duplicate') as duplicate,
               count(*) filter (where status = 'quarantined') as quarantined
        from removed group by source_id) counted
  where counted.source_id = s.id;
  return null;
end $$;
