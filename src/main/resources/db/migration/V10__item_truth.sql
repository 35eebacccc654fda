-- What an item's label most probably is, as a measurement inferred it from all judgements that counted
-- then. Appended with the measurement's report, never changed.

create table item_truth (
  batch_id      text not null,
  -- The measurement, as in quality_report.
  round         integer not null,
  item_id       text not null references item,
  labelling_round integer not null,
  -- Null where several labels are equally probable.
  label         text,
  -- Probability of the most probable label; a share of votes where the method is the majority.
  posterior     double precision not null check (posterior > 0 and posterior <= 1),
  -- Label ids with their probabilities, to six digits; labels below that are left out.
  soft          jsonb not null,
  method        text not null check (method in ('majority', 'dawid-skene')),
  version       text not null,
  primary key (batch_id, round, item_id),
  foreign key (batch_id, round) references quality_report
);
create trigger item_truth_append_only before update or delete on item_truth
  for each row execute function refuse_change();
