-- One role owns the tables and migrates them, another one is the application's: it may add to the
-- append-only tables and read them, and nothing else. Called after each migration, by the owner;
-- changes only what is not as it should be. The owner itself may do everything, whatever is granted.
create function grant_application(application name) returns void language plpgsql as $$
declare
  each record;
begin
  if pg_has_role(application, (select nspowner from pg_namespace where nspname = 'touchstone'), 'usage') then
    return;
  end if;
  if not has_schema_privilege(application, 'touchstone', 'usage') then
    execute format('grant usage on schema touchstone to %I', application);
  end if;
  for each in
    select c.oid, c.relname
    from pg_class c
    where c.relnamespace = 'touchstone'::regnamespace and c.relkind = 'S'
  loop
    if not has_sequence_privilege(application, each.oid, 'usage') then
      execute format('grant usage, select on sequence touchstone.%I to %I', each.relname, application);
    end if;
  end loop;
  for each in
    select c.oid, c.relname,
           c.relname = 'flyway_schema_history' as history,
           exists (select 1 from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                   where t.tgrelid = c.oid and p.proname = 'refuse_change'
                     and t.tgtype & 1 = 1 and t.tgtype & 8 = 8 and t.tgtype & 16 = 16) as append_only
    from pg_class c
    where c.relnamespace = 'touchstone'::regnamespace and c.relkind in ('r', 'p', 'v')
  loop
    if each.history then
      continue;
    end if;
    if not has_table_privilege(application, each.oid, 'select')
       or not has_table_privilege(application, each.oid, 'insert') then
      execute format('grant select, insert on touchstone.%I to %I', each.relname, application);
    end if;
    if each.append_only or each.relname = 'verdict' then
      if has_table_privilege(application, each.oid, 'update, delete, truncate, trigger') then
        execute format('revoke update, delete, truncate, trigger on touchstone.%I from %I',
                       each.relname, application);
      end if;
    elsif not has_table_privilege(application, each.oid, 'update')
       or not has_table_privilege(application, each.oid, 'delete') then
      execute format('grant update, delete on touchstone.%I to %I', each.relname, application);
    end if;
  end loop;
  if not has_column_privilege(application, 'touchstone.verdict', 'superseded_at', 'update') then
    execute format('grant update (superseded_at, superseded_in) on touchstone.verdict to %I', application);
  end if;
end $$;
