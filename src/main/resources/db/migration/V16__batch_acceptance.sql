-- Decisions on a batch as a whole: whether a blind sample accepts what votes alone have settled, and
-- which items get one more annotator because agreement is undecided or the sample was rejected.

-- What was found and decided, each time it came out otherwise than before; never changed.
create table batch_acceptance (
  id            bigint generated always as identity primary key,
  batch_id      text not null references batch,
  -- The quality report on whose verdicts it was decided.
  round         integer not null,
  -- The labelling round in which the sample was drawn.
  labelling_round integer not null,
  verdict       text not null check (verdict in ('accept', 'reject', 'incomplete')),
  -- Plan, findings, limiting quality, rule and sentence, with the versions of both tables.
  acceptance    jsonb not null,
  created_at    timestamptz not null
);
create index batch_acceptance_by_batch on batch_acceptance (batch_id, id);
create trigger batch_acceptance_append_only before update or delete on batch_acceptance
  for each row execute function refuse_change();

-- An item may get a second verdict on the judgements of one report: when a reviewer comes after it
-- had to be settled without one. The first is superseded then.
alter table verdict drop constraint verdict_pkey, add primary key (item_id, round, created_at);

-- A labelling round that adds to what people have said already, instead of replacing it.
create table label_request (
  batch_id      text not null references batch,
  -- The labelling round that it began.
  round         integer not null,
  cause         text not null check (cause in ('agreement', 'rejection')),
  items         integer not null,
  created_at    timestamptz not null,
  primary key (batch_id, round)
);
create trigger label_request_append_only before update or delete on label_request
  for each row execute function refuse_change();

-- Items that get one annotator more than the project asks for. Superseded together with the item's
-- assignments, when a revised guideline has it labelled anew.
create table label_request_item (
  batch_id      text not null,
  round         integer not null,
  item_id       text not null references item,
  -- How many it is to have then.
  annotators    integer not null check (annotators > 0),
  superseded_at timestamptz,
  primary key (item_id, round),
  foreign key (batch_id, round) references label_request
);
create index label_request_item_by_batch on label_request_item (batch_id);
