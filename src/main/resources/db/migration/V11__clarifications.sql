-- What follows for people from hidden gold: looks at their answers, a talk about the guideline, and
-- work that comes back to be looked at again.

-- A person's judgements in the order of submission, from some place on.
create index judgement_of_person on judgement (annotator_id, id);
drop index judgement_by_annotator;

-- A talk about the guideline that somebody is asked for, and what it holds back in the meantime.
create table clarification (
  id            text primary key,
  annotator_id  text not null references annotator,
  project_key   text not null references project,
  -- In which the need for it arose, and whose packages come back.
  batch_id      text not null references batch,
  -- Whether nothing new of the project is offered until it has ended.
  pauses        boolean not null,
  -- Work up to this judgement has been looked at and need not come back.
  since         bigint not null,
  packages      integer not null default 0,
  begun_at      timestamptz not null,
  ended_at      timestamptz,
  -- How: the person has clarified it, or a data manager has let the work go on without.
  outcome       text check (outcome in ('clarified', 'released')),
  -- The person's latest judgement by then: what was answered before is no evidence of what came after.
  ended_after   bigint,
  check (num_nonnulls(ended_at, outcome, ended_after) in (0, 3))
);
-- One at a time per person and project.
create unique index one_open_clarification on clarification (annotator_id, project_key)
  where ended_at is null;
create index clarification_by_person on clarification (annotator_id, project_key, begun_at);
create index clarification_by_batch on clarification (batch_id);

alter table work_package
  -- How often it came back to its person to be looked at again.
  add column rework integer not null default 0,
  -- Queued, but not offered before this has ended.
  add column awaits text references clarification;
create index work_package_awaiting on work_package (awaits) where awaits is not null;

alter table package_return drop constraint package_return_reason_check,
  add constraint package_return_reason_check check (reason in
    ('overdue', 'not-my-field', 'conflict-of-interest', 'no-time', 'absent', 'paused'));

-- Looks at somebody's gold: every one that counts, and every one that found something.
create table gold_look (
  id            bigint generated always as identity primary key,
  annotator_id  text not null references annotator,
  project_key   text not null references project,
  batch_id      text not null references batch,
  -- The latest judgement that it saw.
  position      bigint not null,
  gold_count    bigint not null,
  gold_correct  bigint not null check (gold_correct between 0 and gold_count),
  since_look    bigint not null,
  wilson_low    double precision not null,
  wilson_high   double precision not null,
  cusum         double precision not null,
  table_version integer not null,
  outcome       text not null check (outcome in ('none', 'coach', 'pause')),
  rule          text not null,
  -- Up to which judgement an earlier look found nothing, or a talk has ended; 0 for none.
  passed_position bigint not null,
  clarification_id text references clarification,
  created_at    timestamptz not null,
  unique (annotator_id, project_key, position)
);
create index gold_look_by_batch on gold_look (batch_id);
create trigger gold_look_append_only before update or delete on gold_look
  for each row execute function refuse_change();

-- What somebody found unclear in a guideline, in their own words: for its owner, erasable.
create table guideline_remark (
  id            bigint generated always as identity primary key,
  project_key   text not null references project,
  guideline_version integer not null,
  clarification_id text not null references clarification,
  remark        text not null,
  created_at    timestamptz not null
);
create index guideline_remark_by_project on guideline_remark (project_key, id desc);
