-- What people and gates have decided is under the seals as well: rows that are written together bear
-- one number, and the audit event of that step carries a digest of them. The check reads the rows
-- again. Digests leave out free text and the text that spans cover, so that erasing it breaks none.

create sequence recording_number;

alter table judgement add column recording bigint;
alter table quality_report add column recording bigint;
alter table batch_acceptance add column recording bigint;
alter table gate_decision add column recording bigint;
alter table hold_resolution add column recording bigint;
-- A verdict is superseded in another step than it is made in.
alter table verdict
  add column id bigint generated always as identity,
  add column recording bigint,
  add column superseded_in bigint;

create index judgement_by_recording on judgement (recording, id);
create index verdict_by_recording on verdict (recording, id);
create index verdict_superseded_in on verdict (superseded_in, id) where superseded_at is not null;

-- The first eight bytes of each row's hash, in the order of the rows: so that the check can say which
-- row differs. The event's digest is over the whole hashes.
create table recorded_rows (
  recording     bigint primary key,
  marks         bytea not null
);
create trigger recorded_rows_append_only before update or delete on recorded_rows
  for each row execute function refuse_change();
create trigger hold_resolution_append_only before update or delete on hold_resolution
  for each row execute function refuse_change();

create function refuse_change_but_superseding() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.superseded_at is null
     and to_jsonb(new) - 'superseded_at' - 'superseded_in'
       = to_jsonb(old) - 'superseded_at' - 'superseded_in' then
    return new;
  end if;
  raise exception '% on % is refused: the table is append-only', tg_op, tg_table_name;
end $$;
create trigger verdict_append_only before update or delete on verdict
  for each row execute function refuse_change_but_superseding();

-- Events of one kind of rows in the order of their numbers.
create index audit_event_recorded on audit_event
  ((details -> 'recorded' ->> 'kind'), (((details -> 'recorded' ->> 'number'))::bigint))
  where details -> 'recorded' is not null;

-- What stood here before: it is covered by no digest, and how much of it there was is known.
do $$
declare
  deployments jsonb := '[]';
begin
  if to_regclass('public.act_re_deployment') is not null then
    if not has_table_privilege('public.act_re_deployment', 'select') then
      raise exception 'The role % has to read the engine''s deployments once: grant select on public.act_re_deployment to %', current_user, current_user;
    end if;
    execute 'select coalesce(jsonb_agg(id_ order by deploy_time_, id_), ''[]'') from public.act_re_deployment'
      into deployments;
  end if;
  insert into touchstone.audit_event (at, actor, action, object, details)
  select now(), 'system', 'recording_begun', 'trail', jsonb_build_object(
    'older', jsonb_build_object(
      'judgement', (select count(*) from touchstone.judgement),
      'verdict', (select count(*) from touchstone.verdict),
      'superseded-verdict', (select count(*) from touchstone.verdict where superseded_at is not null),
      'quality-report', (select count(*) from touchstone.quality_report),
      'batch-acceptance', (select count(*) from touchstone.batch_acceptance),
      'gate-decision', (select count(*) from touchstone.gate_decision),
      'hold-resolution', (select count(*) from touchstone.hold_resolution)),
    'deployments', deployments);
end $$;
