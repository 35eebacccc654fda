-- A guideline that turns out to be unclear is revised, and the affected items are labelled again.
-- Judgements stay: what no longer counts is an assignment or a verdict that is marked superseded.

alter table guideline
  -- From the project's file, or written in the product.
  add column origin     text not null default 'file' check (origin in ('file', 'product')),
  add column written_by text,
  -- What changed, for those who label under it.
  add column note       text;

-- What the file said when it was last read: an edit in the product outlives a restart with the
-- same file.
alter table project add column guideline_file_sha256 text;
update project p set guideline_file_sha256 =
  (select sha256 from guideline g where g.project_key = p.key order by version desc limit 1);

-- Labelling round; a guideline revision begins the next.
alter table batch add column labelling_round integer not null default 1;

alter table assignment
  add column round         integer not null default 1,
  add column superseded_at timestamptz;
alter table assignment drop constraint assignment_item_id_annotator_id_key;
alter table assignment add constraint assignment_once_a_round unique (item_id, annotator_id, round);

alter table verdict add column superseded_at timestamptz;

-- What a guideline owner decided about a batch; appended, never changed.
create table guideline_decision (
  batch_id      text not null references batch,
  -- The labelling round that gave rise to it.
  round         integer not null,
  decision      text not null check (decision in ('revise', 'keep')),
  -- The version that the batch goes on under.
  guideline_version integer not null,
  -- Ids of the labels whose items are labelled again.
  labels        jsonb not null default '[]',
  items         integer not null default 0,
  decided_by    text not null,
  created_at    timestamptz not null,
  primary key (batch_id, round)
);
create trigger guideline_decision_append_only before update or delete on guideline_decision
  for each row execute function refuse_change();

-- The text that a guideline owner is working on: one per person, batch and round.
create table guideline_draft (
  batch_id      text not null references batch,
  round         integer not null,
  person_id     text not null,
  version       integer not null,
  base_version  integer not null,
  markdown      text not null,
  note          text not null,
  labels        jsonb not null,
  saved_at      timestamptz not null,
  primary key (batch_id, round, person_id)
);
