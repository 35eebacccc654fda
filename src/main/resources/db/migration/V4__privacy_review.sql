-- The privacy officer's review of a sample of de-identified items. What was found is kept as places
-- in the text, never as the text itself. Rows are written once: a changed mind is a further row.

create table privacy_review (
  batch_id     text not null references batch,
  round        integer not null check (round >= 1),
  -- How many items the batch has, and how many of them this round looks at.
  population   integer not null,
  drawn        integer not null,
  -- Greatest share of leaking items that the project allowed when the round was drawn.
  leak_limit   double precision not null,
  created_at   timestamptz not null,
  primary key (batch_id, round)
);

create table privacy_review_item (
  id           text primary key,
  batch_id     text not null references batch,
  round        integer not null,
  position     integer not null,
  item_id      text not null references item,
  foreign key (batch_id, round) references privacy_review,
  -- Without replacement: an item is looked at once, whatever the round.
  unique (batch_id, item_id)
);
create index privacy_review_item_by_round on privacy_review_item (batch_id, round, position);

create table privacy_decision (
  id           bigint generated always as identity primary key,
  review_item_id text not null references privacy_review_item,
  decision     text not null check (decision in ('clean', 'missed', 'undecided')),
  -- What was missed: [start, end, type], code points of the text that was shown, end exclusive.
  spans        jsonb not null default '[]',
  decided_by   text not null,
  decided_at   timestamptz not null
);
create index privacy_decision_latest on privacy_decision (review_item_id, id desc);

create table privacy_submission (
  batch_id     text not null references batch,
  round        integer not null,
  reviewed     integer not null,
  missed       integer not null,
  submitted_by text not null,
  submitted_at timestamptz not null,
  primary key (batch_id, round),
  foreign key (batch_id, round) references privacy_review
);

-- Masking what a round missed, in its items and wherever else in the batch the same string stands.
create table privacy_masking (
  batch_id     text not null references batch,
  round        integer not null,
  items        integer not null,
  masks        integer not null,
  created_at   timestamptz not null,
  primary key (batch_id, round),
  foreign key (batch_id, round) references privacy_review
);

create table privacy_correction (
  batch_id     text not null references batch,
  round        integer not null,
  item_id      text not null references item,
  -- Masks put where the officer saw them, and where the same string was found afterwards.
  seen         integer not null,
  found_again  integer not null,
  primary key (batch_id, round, item_id),
  foreign key (batch_id, round) references privacy_review
);
create index privacy_correction_by_item on privacy_correction (item_id);

-- Masks that were added to the row's item after ingestion; included in the findings.
alter table manifest_entry add column corrected integer not null default 0;

create trigger privacy_review_append_only before update or delete on privacy_review
  for each row execute function refuse_change();
create trigger privacy_review_item_append_only before update or delete on privacy_review_item
  for each row execute function refuse_change();
create trigger privacy_decision_append_only before update or delete on privacy_decision
  for each row execute function refuse_change();
create trigger privacy_submission_append_only before update or delete on privacy_submission
  for each row execute function refuse_change();
create trigger privacy_masking_append_only before update or delete on privacy_masking
  for each row execute function refuse_change();
create trigger privacy_correction_append_only before update or delete on privacy_correction
  for each row execute function refuse_change();
