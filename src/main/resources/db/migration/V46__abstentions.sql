-- In the place of an answer a person may say that it cannot be told, or that the item itself is wrong:
-- {"abstained": "cannot-tell"}, {"abstained": "wrong-item"}. It names no label, is of no category, and is
-- the same as nothing, not even as another abstention.

-- Whether it is an answer: one member of a known kind, of the right form.
create or replace function is_answer(answer jsonb) returns boolean
  language sql immutable parallel safe as $$
  select coalesce(jsonb_typeof(answer) = 'object'
    and (select count(*) from jsonb_object_keys(answer)) = 1
    and case
      when answer ? 'label' then jsonb_typeof(answer -> 'label') = 'string'
      when answer ? 'scale' then jsonb_typeof(answer -> 'scale') = 'number'
      when answer ? 'abstained' then answer ->> 'abstained' in ('cannot-tell', 'wrong-item')
      else jsonb_typeof(coalesce(answer -> 'spans', answer -> 'classes')) = 'array' end, false)
$$;

-- Why no answer is given; null for an answer.
create function abstained(answer jsonb) returns text language sql immutable parallel safe as $$
  select answer ->> 'abstained'
$$;

-- Label ids in an answer, each once.
create or replace function answer_labels(answer jsonb) returns text[]
  language sql immutable parallel safe as $$
  select case
    when answer ? 'label' then array[answer ->> 'label']
    when answer ? 'spans' then array(
      select distinct s.span ->> 'label' collate "C"
      from jsonb_array_elements(answer -> 'spans') as s (span) order by 1)
    when answer ? 'classes' then array(
      select l.label collate "C" from jsonb_array_elements_text(answer -> 'classes') as l (label)
      order by 1)
    when answer ? 'abstained' then '{}'
    else array[answer ->> 'scale'] end
$$;

-- Whether two answers to one question on one item count as the same. Spans and sets of classes: their
-- exact F1, 2 * common / (all of one + all of the other), is at least same_from; two empty ones agree.
-- Points of a scale: they lie no further apart than same_from. Abstentions: never.
create or replace function answers_agree(one jsonb, other jsonb, same_from numeric) returns boolean
  language sql immutable parallel safe as $$
  select case
    when one ? 'abstained' or other ? 'abstained' then false
    else one = other or case
      when one ? 'spans' then
        2 * (select count(*) from jsonb_array_elements(one -> 'spans') as a (span)
             join jsonb_array_elements(other -> 'spans') as b (span) on a.span = b.span)
        >= same_from * (jsonb_array_length(one -> 'spans') + jsonb_array_length(other -> 'spans'))
      when one ? 'classes' then
        2 * (select count(*) from jsonb_array_elements(one -> 'classes') as a (label)
             join jsonb_array_elements(other -> 'classes') as b (label) on a.label = b.label)
        >= same_from * (jsonb_array_length(one -> 'classes') + jsonb_array_length(other -> 'classes'))
      when one ? 'scale' then
        abs((one ->> 'scale')::numeric - (other ->> 'scale')::numeric) <= same_from
      else false end
    end
$$;

-- Numbers of the answers that are the same, sorted; abstentions have none.
create or replace function equal_answers(answers jsonb[]) returns text
  language sql immutable parallel safe as $$
  select string_agg(number::text, ',' order by number)
  from (select dense_rank() over (order by answer) as number
        from unnest(answers) as given (answer)
        where answer is not null and not answer ? 'abstained') numbered
$$;

alter table gold_item add constraint gold_item_abstains_nowhere
  check (not jsonb_path_exists(answers, '$.*.abstained'));
alter table gold_promotion add constraint gold_promotion_abstains_nowhere
  check (not jsonb_path_exists(answers, '$.*.abstained'));

-- Why, in the person's own words: kept with the draft, then with the judgement. Free text, so that it
-- stands in a row that can be erased.
alter table draft add column note text;
create table judgement_note (
  judgement_id bigint primary key references judgement,
  note         text not null
);
