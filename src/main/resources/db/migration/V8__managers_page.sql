-- What the data manager's page reads: how far a batch is, without counting its rows. The numbers are
-- kept by the statements that write the rows, whoever makes them, on rows that the same transaction
-- writes anyway: a chunk its source object, a plan and a submit their work package, a settlement its
-- batch.

alter table work_package
  add column items integer not null default 0,
  add column judgements integer not null default 0;
alter table source_object
  add column seen_rows bigint not null default 0,
  add column ok_rows bigint not null default 0,
  add column rejected_rows bigint not null default 0,
  add column duplicate_rows bigint not null default 0;
-- Items that have a verdict that holds, whatever its round.
alter table batch add column verdicts bigint not null default 0;

update work_package p set items = counted.items
from (select work_package_id, count(*) as items from assignment group by work_package_id) counted
where counted.work_package_id = p.id;

update work_package p set judgements = counted.judgements
from (select a.work_package_id, count(*) as judgements
      from judgement j join assignment a on a.id = j.assignment_id
      group by a.work_package_id) counted
where counted.work_package_id = p.id;

update source_object s
set seen_rows = counted.seen, ok_rows = counted.ok, rejected_rows = counted.rejected,
    duplicate_rows = counted.duplicate
from (select source_id, count(*) as seen, count(*) filter (where status = 'ok') as ok,
             count(*) filter (where status = 'rejected') as rejected,
             count(*) filter (where status = 'duplicate') as duplicate
      from manifest_entry group by source_id) counted
where counted.source_id = s.id;

update batch b set verdicts = counted.verdicts
from (select batch_id, count(distinct item_id) as verdicts from verdict
      where superseded_at is null group by batch_id) counted
where counted.batch_id = b.id;

create function count_assignments_in() returns trigger language plpgsql as $$
begin
  update touchstone.work_package p set items = p.items + counted.items
  from (select work_package_id, count(*) as items from added group by work_package_id) counted
  where counted.work_package_id = p.id;
  return null;
end $$;

create function count_assignments_out() returns trigger language plpgsql as $$
begin
  update touchstone.work_package p set items = p.items - counted.items
  from (select work_package_id, count(*) as items from removed group by work_package_id) counted
  where counted.work_package_id = p.id;
  return null;
end $$;

create trigger assignment_added after insert on assignment
  referencing new table as added for each statement execute function count_assignments_in();
create trigger assignment_removed after delete on assignment
  referencing old table as removed for each statement execute function count_assignments_out();
create trigger assignment_moved_in after update on assignment
  referencing new table as added for each statement execute function count_assignments_in();
create trigger assignment_moved_out after update on assignment
  referencing old table as removed for each statement execute function count_assignments_out();

-- Judgements are append-only, so they only ever come in.
create function count_judgements_in() returns trigger language plpgsql as $$
begin
  update touchstone.work_package p set judgements = p.judgements + counted.judgements
  from (select a.work_package_id, count(*) as judgements
        from added j join touchstone.assignment a on a.id = j.assignment_id
        group by a.work_package_id) counted
  where counted.work_package_id = p.id;
  return null;
end $$;

create trigger judgement_added after insert on judgement
  referencing new table as added for each statement execute function count_judgements_in();

create function count_entries_in() returns trigger language plpgsql as $$
begin
  update touchstone.source_object s
  set seen_rows = s.seen_rows + counted.seen, ok_rows = s.ok_rows + counted.ok,
      rejected_rows = s.rejected_rows + counted.rejected,
      duplicate_rows = s.duplicate_rows + counted.duplicate
  from (select source_id, count(*) as seen, count(*) filter (where status = 'ok') as ok,
               count(*) filter (where status = 'rejected') as rejected,
               count(*) filter (where status = 'duplicate') as duplicate
        from added group by source_id) counted
  where counted.source_id = s.id;
  return null;
end $$;

create function count_entries_out() returns trigger language plpgsql as $$
begin
  update touchstone.source_object s
  set seen_rows = s.seen_rows - counted.seen, ok_rows = s.ok_rows - counted.ok,
      rejected_rows = s.rejected_rows - counted.rejected,
      duplicate_rows = s.duplicate_rows - counted.duplicate
  from (select source_id, count(*) as seen, count(*) filter (where status = 'ok') as ok,
               count(*) filter (where status = 'rejected') as rejected,
               count(*) filter (where status = 'duplicate') as duplicate
        from removed group by source_id) counted
  where counted.source_id = s.id;
  return null;
end $$;

create trigger manifest_entry_added after insert on manifest_entry
  referencing new table as added for each statement execute function count_entries_in();
create trigger manifest_entry_removed after delete on manifest_entry
  referencing old table as removed for each statement execute function count_entries_out();
create trigger manifest_entry_changed_in after update on manifest_entry
  referencing new table as added for each statement execute function count_entries_in();
create trigger manifest_entry_changed_out after update on manifest_entry
  referencing old table as removed for each statement execute function count_entries_out();

create function count_verdicts_in() returns trigger language plpgsql as $$
begin
  update touchstone.batch b set verdicts = b.verdicts + counted.verdicts
  from (select a.batch_id, count(*) as verdicts from added a
        where a.superseded_at is null
          and not exists (select 1 from touchstone.verdict v
                          where v.item_id = a.item_id and v.round < a.round
                            and v.superseded_at is null)
        group by a.batch_id) counted
  where counted.batch_id = b.id;
  return null;
end $$;

create trigger verdict_added after insert on verdict
  referencing new table as added for each statement execute function count_verdicts_in();

-- A verdict that is superseded counts no more; the item's next one does.
create function count_verdicts_out() returns trigger language plpgsql as $$
begin
  update touchstone.batch b set verdicts = b.verdicts - counted.verdicts
  from (select now.batch_id, count(distinct now.item_id) as verdicts
        from changed now join before on before.item_id = now.item_id and before.round = now.round
        where before.superseded_at is null and now.superseded_at is not null
        group by now.batch_id) counted
  where counted.batch_id = b.id;
  return null;
end $$;

create trigger verdict_superseded after update on verdict
  referencing old table as before new table as changed
  for each statement execute function count_verdicts_out();
