-- New rules meet old data: where a project's rules have changed, what was made under older ones is
-- searched under the new ones.

-- The rules that the newest start has read.
create table project_policy (
  project_key   text primary key references project,
  policy_sha256 text not null,
  since         timestamptz not null
);

create table rule_search (
  -- Business key of its process.
  id            text primary key,
  project_key   text not null references project,
  policy_sha256 text not null,
  begun_at      timestamptz not null,
  searched_items bigint not null default 0,
  finished_at   timestamptz,
  reviewed_by   text,
  reviewed_at   timestamptz
);
create index rule_search_by_project on rule_search (project_key);

create table rule_search_batch (
  search_id     text not null references rule_search,
  batch_id      text not null references batch,
  -- Content hash of the last item that was searched.
  after_content text not null default '',
  finished      boolean not null default false,
  primary key (search_id, batch_id)
);

-- Where the new rules find something: places of the item's de-identified text, or of what its
-- document holds beside the text, in code points, the end exclusive.
create table rule_hit (
  search_id     text not null references rule_search,
  item_id       text not null references item on delete cascade,
  part          text not null check (part in ('text', 'aside')),
  start_at      integer not null,
  end_at        integer not null,
  kind          text not null,
  primary key (search_id, item_id, part, start_at)
);
