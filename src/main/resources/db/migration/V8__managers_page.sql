-- What the data manager's page reads: how far a batch is, without counting its assignments.

-- How many assignments a package holds; kept by the statements that write assignments, whoever
-- makes them.
alter table work_package add column items integer not null default 0;

update work_package p set items = counted.items
from (select work_package_id, count(*) as items from assignment group by work_package_id) counted
where counted.work_package_id = p.id;

create function count_items_in() returns trigger language plpgsql as $$
begin
  update touchstone.work_package p set items = p.items + counted.items
  from (select work_package_id, count(*) as items from added group by work_package_id) counted
  where counted.work_package_id = p.id;
  return null;
end $$;

create function count_items_out() returns trigger language plpgsql as $$
begin
  update touchstone.work_package p set items = p.items - counted.items
  from (select work_package_id, count(*) as items from removed group by work_package_id) counted
  where counted.work_package_id = p.id;
  return null;
end $$;

create trigger assignment_added after insert on assignment
  referencing new table as added for each statement execute function count_items_in();
create trigger assignment_removed after delete on assignment
  referencing old table as removed for each statement execute function count_items_out();
create trigger assignment_moved_in after update on assignment
  referencing new table as added for each statement execute function count_items_in();
create trigger assignment_moved_out after update on assignment
  referencing old table as removed for each statement execute function count_items_out();
