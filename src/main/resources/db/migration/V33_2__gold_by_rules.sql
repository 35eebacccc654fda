-- Gold is kept under the rules that its text was made by: a batch is given what its own rules have made.

-- Whether the text of a gold item may be shown in batches under these rules.
create table gold_text (
  item_id       text not null references gold_item (item_id),
  policy_sha256 text not null,
  usable        boolean not null,
  -- Why it waits for somebody or is not usable, a sentence; null where nothing speaks against it.
  because       text,
  -- Waits for somebody's decision.
  pending       boolean not null default false,
  -- Whether its answer can still be given: no mask covers a part of it.
  answerable    boolean not null default true,
  decided_by    text,
  decided_at    timestamptz,
  primary key (item_id, policy_sha256)
);
create index gold_text_pending on gold_text (policy_sha256) where pending;

-- What is there was made by the rules that running batches have.
insert into gold_text (item_id, policy_sha256, usable)
select g.item_id, p.policy_sha256, true
from gold_item g
join (select distinct b.project_key, m.policy_sha256
      from batch b join manifest_entry m on m.batch_id = b.id
      where b.ended_at is null and m.status = 'ok') p on p.project_key = g.project_key;

-- Where nothing is known of an item, as of one that people have settled, it may be shown.
create function gold_fits(item text, policy text) returns boolean language sql stable as $$
  select policy is null or coalesce(
    (select t.usable from touchstone.gold_text t
     where t.item_id = item and t.policy_sha256 = policy),
    not exists (select from touchstone.gold_text t where t.item_id = item))
$$;

-- The rules that a batch's items were made under; null before there is one.
create function batch_policy(batch text) returns text language sql stable as $$
  select m.policy_sha256 from touchstone.manifest_entry m
  where m.batch_id = batch and m.status = 'ok' limit 1
$$;

create table masked_gold_review (
  -- Business key of its process.
  id            text primary key,
  project_key   text not null references project,
  policy_sha256 text not null,
  begun_at      timestamptz not null,
  decided_by    text,
  decided_at    timestamptz
);
create unique index masked_gold_review_open on masked_gold_review (project_key, policy_sha256)
  where decided_at is null;
