-- Gold that lasts: who has had which known answer when, what was retired and why, and items that
-- people have settled as new known answers.

-- A known answer comes back to the same person in a later batch.
alter table assignment drop constraint assignment_once_a_round;
alter table assignment add constraint assignment_once_a_round
  unique (item_id, annotator_id, round, batch_id);

alter table gold_item
  -- From the project's file, or an item that people have settled.
  add column origin     text not null default 'file' check (origin in ('file', 'promoted')),
  -- Why it is out of use: it left the file, or half of the people answer otherwise.
  add column retired    text check (retired in ('left-file', 'disputed')),
  add column retired_at timestamptz,
  -- The same as a sentence with figures.
  add column because    text;
update gold_item set retired = 'left-file' where not in_use;
alter table gold_item add constraint gold_item_retired_with_a_reason check (in_use = (retired is null));

create table gold_use (
  item_id      text not null references gold_item,
  annotator_id text not null references annotator,
  batch_id     text not null references batch,
  planned_at   timestamptz not null,
  -- When the person's latest answer to it came; null until there is one.
  seen_at      timestamptz,
  -- When it was the subject of a talk with the person: it never comes back to that person.
  retired_at   timestamptz,
  primary key (item_id, annotator_id, batch_id)
);
create index gold_use_of_person on gold_use (annotator_id);
insert into gold_use (item_id, annotator_id, batch_id, planned_at, seen_at)
select a.item_id, a.annotator_id, a.batch_id, min(b.created_at),
       max((select max(j.created_at) from judgement j where j.assignment_id = a.id))
from gold_item g
join assignment a on a.item_id = g.item_id
join batch b on b.id = a.batch_id
group by a.item_id, a.annotator_id, a.batch_id;

-- An item that an adjudicator has settled, proposed as gold by one person and decided by another.
create table gold_promotion (
  id             bigint generated always as identity primary key,
  project_key    text not null references project,
  -- Stays what and where it is, in all versions; gold is a copy of it.
  source_item_id text not null unique references item,
  label          text,
  spans          jsonb check (jsonb_typeof(spans) = 'array'),
  label_schema_version integer not null,
  proposed_by    text not null,
  proposed_at    timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  decision       text check (decision in ('taken', 'refused')),
  gold_item_id   text unique references gold_item,
  constraint gold_promotion_says_one_thing check (num_nonnulls(label, spans) = 1),
  constraint gold_promotion_by_two_people check (decided_by <> proposed_by),
  constraint gold_promotion_decided
    check (num_nonnulls(decided_by, decided_at, decision) in (0, 3)
           and (gold_item_id is not null) = (coalesce(decision, '') = 'taken'))
);
create index gold_promotion_by_project on gold_promotion (project_key);

-- What a person has had so far is counted at each plan.
create index work_package_of_person on work_package (annotator_id);

-- Who must not be given which gold: since when, or for good. Who has ever had the item that a
-- promoted one was copied from, or decided about it, knows it.
create view gold_barred as
select item_id, annotator_id, max(greatest(planned_at, seen_at)) as since,
       bool_or(retired_at is not null) as for_good
from gold_use group by item_id, annotator_id
union all
select p.gold_item_id, a.annotator_id, p.decided_at, true
from gold_promotion p join assignment a on a.item_id = p.source_item_id
where p.gold_item_id is not null
union all
select p.gold_item_id, who.id, p.decided_at, true
from gold_promotion p cross join lateral (values (p.proposed_by), (p.decided_by)) as who (id)
where p.gold_item_id is not null;
