-- The weekly health review: what was measured, what was proposed, what a data manager decided.

create table health_review (
  id            text primary key,
  asked_by      text not null,
  begun_at      timestamptz not null,
  period_from   timestamptz not null,
  period_to     timestamptz not null,
  -- Both null until measured; never changed afterwards.
  figures       jsonb,
  inputs        jsonb,
  proposals     jsonb,
  -- Accepted or not, by the proposal's id. The minutes are the erasable reason of the audit event.
  decisions     jsonb,
  decided_by    text,
  decided_at    timestamptz,
  closed_at     timestamptz,
  sha256        text
);
create index health_review_newest on health_review (begun_at desc, id desc);
-- One at a time, whoever or whatever asks.
create unique index one_review_begun on health_review ((true)) where closed_at is null;

create function refuse_change_of_review() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception '% on % is refused: a review is kept', tg_op, tg_table_name;
  end if;
  if old.closed_at is not null then
    raise exception 'Review % is closed and cannot be changed', old.id;
  end if;
  if old.figures is not null and new.figures is distinct from old.figures
     or old.inputs is not null and new.inputs is distinct from old.inputs
     or old.proposals is not null and new.proposals is distinct from old.proposals
     or old.decided_by is not null and (new.decisions, new.decided_by, new.decided_at)
        is distinct from (old.decisions, old.decided_by, old.decided_at) then
    raise exception 'What review % has measured or decided cannot be changed', old.id;
  end if;
  return new;
end $$;

create trigger health_review_kept before update or delete on health_review
  for each row execute function refuse_change_of_review();
create trigger health_review_no_truncate before truncate on health_review
  for each statement execute function refuse_change_of_review();

-- Judgements arrive in the order of their time and stay: a block range index finds eight weeks of
-- them among years and takes a few pages itself.
create index judgement_by_time on judgement using brin (created_at) with (pages_per_range = 32);
create index quality_report_by_time on quality_report (created_at);
create index dataset_version_by_time on dataset_version (published_at) where state = 'published';
