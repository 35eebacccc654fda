-- Where a batch's items went, pass by pass, and the sample that shows how far items that no person
-- has decided can be relied on.

-- Appended whenever the table adjudication-routing gives an item another route than before, or the
-- same one for other numbers. In one labelling round, acceptance is final.
create table item_route (
  batch_id      text not null references batch,
  item_id       text not null references item,
  -- Counts the batch's passes through routing, from 1.
  pass          integer not null,
  -- The batch's labelling round at that time.
  round         integer not null,
  route         text not null check (route in ('accept', 'extra-label', 'review')),
  rule          text not null,
  table_version integer not null,
  -- What the table was asked, by the names of its inputs.
  inputs        jsonb not null,
  created_at    timestamptz not null,
  primary key (item_id, pass)
);
create index item_route_by_batch on item_route (batch_id, pass);

-- Items drawn by lot from those accepted, to be labelled by a reviewer who sees no labels and does
-- not know why. What was accepted stays on record here, whatever the reviewer says.
create table audit_sample (
  id            bigint generated always as identity primary key,
  batch_id      text not null references batch,
  item_id       text not null references item,
  -- The batch's labelling round at that time.
  round         integer not null,
  label         text,
  spans         jsonb,
  drawn_at      timestamptz not null,
  unique (item_id, round),
  constraint audit_sample_says_one_thing
    check (num_nonnulls(label, spans) = 1 and jsonb_typeof(spans) = 'array')
);
create index audit_sample_by_batch on audit_sample (batch_id);

-- What the reviewer's judgement says of what had been accepted; a drawn item without a row was
-- looked at by nobody.
create table audit_outcome (
  audit_sample_id bigint primary key references audit_sample,
  judgement_id  bigint not null references judgement,
  correct       boolean not null,
  created_at    timestamptz not null
);

create trigger item_route_append_only before update or delete on item_route
  for each row execute function refuse_change();
create trigger audit_sample_append_only before update or delete on audit_sample
  for each row execute function refuse_change();
create trigger audit_outcome_append_only before update or delete on audit_outcome
  for each row execute function refuse_change();

-- Beside what the first plan asks for there are packages of items that the first labels left unsure
-- (further), and packages in which a reviewer decides without seeing any labels (blind).
alter table work_package add column mode text not null default 'ordinary'
  check (mode = 'ordinary' or mode = 'further' and kind = 'annotation'
         or mode = 'blind' and kind = 'adjudication');
