-- The sheet of a privacy review holds more than its random sample: items that look likelier to leak, and
-- copies of items with an invented leak, which measure the reviewer. Nobody but the product tells them apart.

alter table privacy_review
  -- Which making of the items a round looks at; a batch whose rules changed is made again.
  add column run integer not null default 1,
  -- Digest of the rules that all rows of the batch went through; null where rows went through several.
  add column policy_sha256 text;
create index privacy_review_by_policy on privacy_review (policy_sha256);

alter table privacy_review_item
  add column run integer not null default 1,
  add column kind text not null default 'random' check (kind in ('random', 'risk', 'planted'));
alter table privacy_review_item drop constraint privacy_review_item_batch_id_item_id_key;
-- Without replacement: an item is drawn once, whatever the round.
create unique index privacy_review_item_drawn_once
  on privacy_review_item (batch_id, run, item_id) where kind = 'random';
create index privacy_review_item_by_item on privacy_review_item (item_id);

create table privacy_plant (
  review_item_id text primary key references privacy_review_item,
  -- Which mask of the item, counted from 0 in its text as it stood, and what is invented in its place.
  mask         integer not null check (mask >= 0),
  value        text not null
);

-- Whether the invented leak was seen, by whoever decided on the copy last.
create table privacy_plant_outcome (
  review_item_id text primary key references privacy_plant,
  seen         boolean not null,
  decided_by   text not null,
  decided_at   timestamptz not null
);
create index privacy_plant_outcome_by_person on privacy_plant_outcome (decided_by, decided_at);

-- Reviewed and missed count the random sample alone.
alter table privacy_submission
  add column risk_reviewed integer not null default 0,
  add column risk_missed   integer not null default 0,
  add column planted       integer not null default 0,
  add column planted_seen  integer not null default 0;

create trigger privacy_plant_append_only before update or delete on privacy_plant
  for each row execute function refuse_change();
create trigger privacy_plant_outcome_append_only before update or delete on privacy_plant_outcome
  for each row execute function refuse_change();
