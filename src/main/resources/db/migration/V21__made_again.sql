-- A batch that is held in stage 1 is made again when its project's rules have changed: its rows are read
-- anew, and items, manifest and suggestions are what the new rules make of them. What was before stays on
-- record, without texts.

create table manifest_entry_before (
  batch_id     text not null references batch,
  -- Which making of the batch's items the line is of, from 1.
  making       integer not null check (making >= 1),
  source_id    text not null references source_object,
  row_number   bigint not null,
  -- The line as it was, with what it said of an object.
  entry        jsonb not null,
  replaced_at  timestamptz not null,
  primary key (source_id, row_number, making)
);
create index manifest_entry_before_by_batch on manifest_entry_before (batch_id, making);
create trigger manifest_entry_before_append_only before update or delete on manifest_entry_before
  for each row execute function refuse_change();

-- Decisions of earlier reviews outlive the items they were about.
alter table privacy_review_item drop constraint privacy_review_item_item_id_fkey;
alter table privacy_correction drop constraint privacy_correction_item_id_fkey;

-- Suggestions go with the items of stage 1, and with nothing else.
create function refuse_change_after_ingestion() returns trigger language plpgsql as $$
begin
  if (select stage from touchstone.batch where id = old.batch_id) <> 'ingestion' then
    raise exception '% on % is refused: the table is append-only', tg_op, tg_table_name;
  end if;
  return old;
end $$;
drop trigger suggestion_append_only on suggestion;
create trigger suggestion_append_only
  before update of id, batch_id, item_id, rank, score, model, version, created_at
  on suggestion for each row execute function refuse_change();
create trigger suggestion_kept before delete on suggestion
  for each row execute function refuse_change_after_ingestion();
