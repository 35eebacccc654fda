-- What is said of an item is one label, or a set of spans: {"start", "end", "label", "text"} in code
-- points of the item's text, end exclusive, sorted by start, end and label. Sorted so, equal sets are
-- equal jsonb. An empty set says that there is nothing to mark; null says nothing.

alter table draft add column spans jsonb,
  add constraint draft_says_one_thing
    check (num_nonnulls(label, spans) <= 1 and jsonb_typeof(spans) = 'array');
alter table judgement alter column label drop not null, add column spans jsonb,
  add constraint judgement_says_one_thing
    check (num_nonnulls(label, spans) = 1 and jsonb_typeof(spans) = 'array');
alter table verdict alter column label drop not null, add column spans jsonb,
  add constraint verdict_says_one_thing
    check (num_nonnulls(label, spans) = 1 and jsonb_typeof(spans) = 'array');
alter table gold_item alter column label drop not null, add column spans jsonb,
  add constraint gold_item_says_one_thing
    check (num_nonnulls(label, spans) = 1 and jsonb_typeof(spans) = 'array');

-- Which of an item's span sets are equal: "1,1,2" for two equal ones and a third, however they read.
-- Null without span sets.
create function equal_answers(answers jsonb[]) returns text language sql immutable as $$
  select string_agg(number::text, ',' order by number)
  from (select dense_rank() over (order by answer) as number
        from unnest(answers) as given (answer) where answer is not null) numbered
$$;

-- Whether two span sets on one text agree as far as asked: their exact F1, 2 * common / (all of one +
-- all of the other), is at least least_f1. Two empty sets agree.
create function spans_agree(one jsonb, other jsonb, least_f1 numeric) returns boolean
  language sql immutable as $$
  select 2 * (select count(*) from jsonb_array_elements(one) as a (span)
              join jsonb_array_elements(other) as b (span) on a.span = b.span)
         >= least_f1 * (jsonb_array_length(one) + jsonb_array_length(other))
$$;
