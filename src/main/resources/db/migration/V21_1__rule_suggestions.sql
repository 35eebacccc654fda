-- Rules that would have found what a round missed, by the shape of it alone: no value, no word of it.
create table rule_suggestion (
  batch_id     text not null references batch,
  round        integer not null,
  number       integer not null,
  type         text not null,
  -- What a recogniser's file would hold; null where only a list of the words helps, which stay with the officer.
  pattern      text,
  yaml         text,
  -- Different strings that were missed, and items of the batch in which the rule masks something.
  strings      integer not null,
  items        integer not null,
  population   integer not null,
  created_at   timestamptz not null,
  primary key (batch_id, round, number)
);
create trigger rule_suggestion_append_only before update or delete on rule_suggestion
  for each row execute function refuse_change();
