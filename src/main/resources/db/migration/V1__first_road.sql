-- The domain's tables, in the schema touchstone beside the engine's tables.
-- Words are those of the product's vocabulary. Nothing that a person made is deleted by a click.

create table project (
  key         text primary key,
  name        text not null,
  settings    jsonb not null,
  settings_sha256 text not null,
  next_batch  integer not null default 1,
  -- Key of the ids of gold items, wrapped by the master key; made at the first load of gold.
  loaded_at   timestamptz not null
);

create table label_schema (
  project_key text not null references project,
  version     integer not null,
  labels      jsonb not null,
  sha256      text not null,
  created_at  timestamptz not null,
  primary key (project_key, version)
);

create table guideline (
  project_key text not null references project,
  version     integer not null,
  markdown    text not null,
  sha256      text not null,
  created_at  timestamptz not null,
  primary key (project_key, version)
);

create table batch (
  id              text primary key,
  project_key     text not null references project,
  submitted_by    text not null,
  created_at      timestamptz not null,
  stage           text not null default 'ingestion',
  state           text not null default 'running'
                  check (state in ('running', 'waiting', 'held', 'stopped', 'done', 'failed')),
  held_because    text,
  held_since      timestamptz,
  -- Batch key for item ids and data key for raw objects, both wrapped by the master key.
  wrapped_key     bytea not null,
  label_schema_version integer not null,
  guideline_version    integer not null,
  -- How many work packages of the kind being waited for are not submitted yet.
  open_packages   integer not null default 0 check (open_packages >= 0),
  ended_at        timestamptz
);
create index batch_by_project on batch (project_key, created_at);

create table source_object (
  id           text primary key,
  batch_id     text not null references batch,
  position     integer not null,
  media_type   text not null,
  bytes        bigint not null,
  digest       text not null,
  object_key   text not null unique,
  -- Rows counted in one pass at intake; the manifest must account for each of them.
  rows         bigint not null,
  -- Where the next chunk begins; the file is read to its end when finished is true.
  next_offset  bigint not null default 0,
  next_row     bigint not null default 1,
  -- What the reader must remember between chunks, as the header of a CSV file.
  reader_state jsonb not null default '{}',
  finished     boolean not null default false,
  unique (batch_id, position)
);

create table item (
  id           text primary key,
  -- Null for an item that carries a gold answer: it belongs to the project, not to a batch.
  batch_id     text references batch,
  project_key  text not null references project,
  external_id  text,
  text         text not null,
  content_hash text not null,
  offset_map   jsonb not null default '[]',
  created_at   timestamptz not null
);
-- A text occurs once in a batch: its duplicates are manifest entries without an item.
create unique index item_by_content on item (batch_id, content_hash);
create index item_gold on item (project_key) where batch_id is null;

create table manifest_entry (
  batch_id     text not null references batch,
  source_id    text not null references source_object,
  row_number   bigint not null,
  status       text not null check (status in ('ok', 'rejected', 'duplicate', 'quarantined')),
  reason       text,
  sentence     text,
  item_id      text references item,
  duplicate_of text,
  findings     jsonb not null default '{}',
  policy_sha256 text not null,
  created_at   timestamptz not null,
  primary key (source_id, row_number)
);
create index manifest_entry_by_item on manifest_entry (item_id);
create index manifest_entry_by_batch on manifest_entry (batch_id, status);

create table gold_item (
  item_id      text primary key references item,
  project_key  text not null references project,
  label        text not null,
  label_schema_version integer not null,
  in_use       boolean not null default true
);
create index gold_item_by_project on gold_item (project_key) where in_use;

create table annotator (
  id           text primary key,
  department   text not null,
  available    boolean not null default true,
  simulated    boolean not null default false,
  pseudonym_salt text not null default ''
);

create table annotator_skill (
  annotator_id text not null references annotator,
  skill        text not null,
  level        double precision not null check (level > 0 and level <= 1),
  primary key (annotator_id, skill)
);

create table department_conflict (
  -- Nobody of this department labels items of this project: they come from there.
  project_key  text not null references project,
  department   text not null,
  primary key (project_key, department)
);

create table work_package (
  id           text primary key,
  batch_id     text not null references batch,
  annotator_id text not null references annotator,
  kind         text not null check (kind in ('annotation', 'adjudication')),
  round        integer not null,
  number       integer not null,
  state        text not null default 'queued' check (state in ('queued', 'open', 'submitted', 'withdrawn')),
  task_id      text,
  estimated_seconds integer not null,
  opened_at    timestamptz,
  submitted_at timestamptz,
  submit_key   text,
  unique (batch_id, kind, round, annotator_id, number)
);
create index work_package_by_annotator on work_package (annotator_id, state);
create unique index work_package_by_task on work_package (task_id) where task_id is not null;
-- One open package at a time and person, whatever the batch.
create unique index one_open_package on work_package (annotator_id) where state = 'open';

create table assignment (
  id           text primary key,
  batch_id     text not null references batch,
  item_id      text not null references item,
  annotator_id text not null references annotator,
  work_package_id text not null references work_package,
  position     integer not null,
  unique (item_id, annotator_id)
);
create index assignment_by_package on assignment (work_package_id, position);
create index assignment_by_batch on assignment (batch_id);

create table draft (
  assignment_id text primary key references assignment,
  version       integer not null,
  label         text,
  active_seconds double precision not null default 0,
  saved_at      timestamptz not null
);

create table judgement (
  id            bigint generated always as identity primary key,
  batch_id      text not null references batch,
  assignment_id text not null references assignment,
  item_id       text not null references item,
  annotator_id  text not null references annotator,
  role          text not null check (role in ('annotator', 'adjudicator')),
  label         text not null,
  label_schema_version integer not null,
  guideline_version    integer not null,
  active_seconds double precision not null,
  simulated     boolean not null,
  created_at    timestamptz not null
);
create index judgement_by_item on judgement (item_id);
create index judgement_by_batch on judgement (batch_id);
create index judgement_by_annotator on judgement (annotator_id);

create table quality_report (
  batch_id      text not null references batch,
  round         integer not null,
  numbers       jsonb not null,
  inputs_sha256 text not null,
  created_at    timestamptz not null,
  primary key (batch_id, round)
);

create table verdict (
  batch_id      text not null references batch,
  item_id       text not null references item,
  round         integer not null,
  label         text not null,
  method        text not null check (method in ('majority', 'adjudication')),
  routing_rule  text not null,
  created_at    timestamptz not null,
  primary key (item_id, round)
);
create index verdict_by_batch on verdict (batch_id);

create table gate_decision (
  id            bigint generated always as identity primary key,
  batch_id      text not null references batch,
  stage         text not null,
  decision_key  text not null,
  decision_version integer not null,
  decision_definition_id text not null,
  inputs        jsonb not null,
  verdict       text not null,
  rule          text not null,
  because       text not null,
  created_at    timestamptz not null
);
create index gate_decision_by_batch on gate_decision (batch_id, id);

create table hold_resolution (
  gate_decision_id bigint primary key references gate_decision,
  decision      text not null check (decision in ('repeat', 'accept', 'stop')),
  decided_by    text not null,
  created_at    timestamptz not null
);

create table dataset_version (
  dataset       text not null,
  version       text not null,
  batch_id      text not null references batch,
  state         text not null check (state in ('draft', 'published', 'rejected')),
  records       integer not null,
  root_sha256   text not null,
  dvc_md5       text not null,
  details       jsonb not null,
  git_commit    text,
  approved_by   text,
  approved_at   timestamptz,
  created_at    timestamptz not null,
  published_at  timestamptz,
  primary key (dataset, version, batch_id)
);
create unique index published_once on dataset_version (dataset, version) where state = 'published';

create table dataset_record (
  dataset       text not null,
  item_id       text not null references item,
  first_version text not null,
  primary key (dataset, item_id)
);

-- Keys that outlive a batch, wrapped by the master key: one row per purpose. Without its key a
-- pseudonym is final.
create table stored_key (
  purpose       text primary key,
  wrapped_key   bytea not null
);

create table audit_event (
  seq           bigint generated always as identity primary key,
  at            timestamptz not null,
  actor         text not null,
  action        text not null,
  object        text not null,
  details       jsonb not null default '{}'
);
create index audit_event_by_object on audit_event (object, seq);
create index audit_event_by_actor on audit_event (actor, seq);

-- Free text that a person wrote as a reason: erasable, so that the trail itself never has to be.
create table audit_reason (
  audit_seq     bigint primary key,
  reason        text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: the table is append-only', tg_op, tg_table_name;
end $$;

create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event
  for each statement execute function refuse_change();
create trigger judgement_append_only before update or delete on judgement
  for each row execute function refuse_change();
create trigger gate_decision_append_only before update or delete on gate_decision
  for each row execute function refuse_change();
create trigger quality_report_append_only before update or delete on quality_report
  for each row execute function refuse_change();
