-- What models suggest for items, and the arms that measure what showing it does to people.
-- A suggestion is never a judgement; an arm is known to the server alone until the batch has ended.

-- What is said of an item in one column, {"label": ...} or {"spans": [...]}: equal answers are equal.
create function answer(label text, spans jsonb) returns jsonb language sql immutable as $$
  select case when label is not null then jsonb_build_object('label', label)
              when spans is not null then jsonb_build_object('spans', spans) end
$$;

create table suggestion (
  id            bigint generated always as identity primary key,
  batch_id      text not null references batch,
  item_id       text not null references item,
  -- 1 for the one the model is surest of.
  rank          integer not null check (rank >= 1),
  -- Spans are on the de-identified text.
  suggested     jsonb not null,
  -- Spans that touched a mask and are left out. A suggestion all of whose spans did is never shown:
  -- what is left of it would say that there is nothing to mark.
  dropped_spans integer not null default 0,
  score         double precision not null check (score >= 0 and score <= 1),
  model         text not null,
  version       text not null,
  created_at    timestamptz not null,
  unique (item_id, rank)
);
create index suggestion_by_batch on suggestion (batch_id);

-- One row per assignment that has a suggestion; drawn once, when the assignment is planned.
create table assignment_arm (
  assignment_id text primary key references assignment,
  batch_id      text not null references batch,
  -- Null for a gold item: it has no model, its suggestion is made from its answer.
  suggestion_id bigint references suggestion,
  arm           text not null check (arm in ('shown', 'blind', 'planted')),
  -- What the model says: shown in the arm shown, withheld in the arm blind.
  suggested     jsonb not null,
  -- A wrong answer: shown in the arm planted, the yardstick for it in the arm blind.
  decoy         jsonb not null
);
create index assignment_arm_by_batch on assignment_arm (batch_id);

alter table draft add column accepted boolean not null default false;

create table judgement_assist (
  judgement_id  bigint primary key references judgement,
  arm           text not null check (arm in ('shown', 'blind', 'planted')),
  suggestion_id bigint references suggestion,
  -- The person pressed the key that takes the suggestion over.
  accepted      boolean not null,
  -- ... and changed it before the submit.
  edited        boolean not null
);

create trigger suggestion_append_only before update or delete on suggestion
  for each row execute function refuse_change();
create trigger assignment_arm_append_only before update or delete on assignment_arm
  for each row execute function refuse_change();
create trigger judgement_assist_append_only before update or delete on judgement_assist
  for each row execute function refuse_change();
