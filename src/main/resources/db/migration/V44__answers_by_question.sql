-- What is said of an item stands question by question: a row for each question of a judgement and of
-- a verdict, and an object by question where a row says one thing for one item. A project that asks
-- one thing asks the question "answer". An answer stands under the member of its kind, {"label": ...},
-- {"spans": [...]}, {"classes": [...]} or {"scale": ...}, in its canonical form, so that equal answers
-- are equal jsonb; the text that it covers is the item's and stands nowhere else.

-- What SQL knows of the kinds of answers.

-- Whether it is an answer: one member of a known kind, of the right form.
create function is_answer(answer jsonb) returns boolean language sql immutable parallel safe as $$
  select coalesce(jsonb_typeof(answer) = 'object'
    and (select count(*) from jsonb_object_keys(answer)) = 1
    and case
      when answer ? 'label' then jsonb_typeof(answer -> 'label') = 'string'
      when answer ? 'scale' then jsonb_typeof(answer -> 'scale') = 'number'
      else jsonb_typeof(coalesce(answer -> 'spans', answer -> 'classes')) = 'array' end, false)
$$;

-- Label ids in an answer, each once.
create function answer_labels(answer jsonb) returns text[] language sql immutable parallel safe as $$
  select case
    when answer ? 'label' then array[answer ->> 'label']
    when answer ? 'spans' then array(
      select distinct s.span ->> 'label' collate "C"
      from jsonb_array_elements(answer -> 'spans') as s (span) order by 1)
    when answer ? 'classes' then array(
      select l.label collate "C" from jsonb_array_elements_text(answer -> 'classes') as l (label)
      order by 1)
    else array[answer ->> 'scale'] end
$$;

-- The category that coefficients count; null for a kind whose answers are too many to be categories.
create function answer_category(answer jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(answer ->> 'label', answer ->> 'scale')
$$;

-- Whether two answers to one question on one item count as the same. Spans and sets of classes: their
-- exact F1, 2 * common / (all of one + all of the other), is at least same_from; two empty ones agree.
-- Points of a scale: they lie no further apart than same_from.
create function answers_agree(one jsonb, other jsonb, same_from numeric) returns boolean
  language sql immutable parallel safe as $$
  select one = other or case
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
$$;

-- An answer with the text that it covers.
create function answer_on(answer jsonb, text text) returns jsonb
  language sql immutable parallel safe as $$
  select case
    when answer ? 'spans' then jsonb_build_object('spans', coalesce(
      (select jsonb_agg(
                s.span || jsonb_build_object('text', substr(
                  text, (s.span ->> 'start')::integer + 1,
                  (s.span ->> 'end')::integer - (s.span ->> 'start')::integer))
                order by s.number)
       from jsonb_array_elements(answer -> 'spans') with ordinality as s (span, number)), '[]'))
    else answer end
$$;

-- How many of the given answers to the same question say what: for each span of the first one in order,
-- or else by class or category.
create function answer_votes(answer jsonb, given jsonb[]) returns jsonb
  language sql immutable parallel safe as $$
  select case
    when answer ? 'spans' then coalesce(
      (select jsonb_agg((select count(*) from unnest(given) as g (one)
                         where g.one -> 'spans' @> jsonb_build_array(s.span)) order by s.number)
       from jsonb_array_elements(answer -> 'spans') with ordinality as s (span, number)), '[]')
    else coalesce(
      (select jsonb_object_agg(v.said, v.votes)
       from (select l.said, count(*) as votes
             from unnest(given) as g (one)
             cross join unnest(case when g.one ? 'classes' then touchstone.answer_labels(g.one)
                               else array[touchstone.answer_category(g.one)] end) as l (said)
             where l.said is not null group by 1) v), '{}') end
$$;

-- Equal answers have equal keys, 32 bytes.
create function answer_key(answer jsonb) returns bytea language sql immutable parallel safe as $$
  select sha256(convert_to(answer::text, 'UTF8'))
$$;

-- The answers by question out of what stood in two columns, and in one.
create function answer_without_text(answer jsonb) returns jsonb language sql immutable as $$
  select case
    when answer ? 'spans' then jsonb_build_object('spans', coalesce(
      (select jsonb_agg(s.span - 'text' order by s.number)
       from jsonb_array_elements(answer -> 'spans') with ordinality as s (span, number)), '[]'))
    else answer end
$$;
create function only_answer(answer jsonb) returns jsonb language sql immutable as $$
  select case when answer is not null
              then jsonb_build_object('answer', touchstone.answer_without_text(answer)) end
$$;

create table judgement_answer (
  judgement_id  bigint not null references judgement,
  question      text not null,
  batch_id      text not null,
  answer        jsonb not null,
  key           bytea not null generated always as (answer_key(answer)) stored,
  category      text generated always as (answer_category(answer)) stored,
  labels        text[] not null generated always as (answer_labels(answer)) stored,
  primary key (judgement_id, question)
);
insert into judgement_answer (judgement_id, question, batch_id, answer)
select s.id, 'answer', s.batch_id, s.answer
from (select id, batch_id, answer_without_text(answer(label, spans)) as answer
      from judgement order by id offset 0) s;
create index judgement_answer_by_category on judgement_answer (batch_id, category);

alter table verdict add constraint verdict_id_unique unique (id);
create table verdict_answer (
  verdict_id    bigint not null references verdict (id),
  question      text not null,
  batch_id      text not null,
  item_id       text not null,
  answer        jsonb not null,
  key           bytea not null generated always as (answer_key(answer)) stored,
  category      text generated always as (answer_category(answer)) stored,
  labels        text[] not null generated always as (answer_labels(answer)) stored,
  primary key (verdict_id, question)
);
insert into verdict_answer (verdict_id, question, batch_id, item_id, answer)
select s.id, 'answer', s.batch_id, s.item_id, s.answer
from (select id, batch_id, item_id, answer_without_text(answer(label, spans)) as answer
      from verdict order by id offset 0) s;
create index verdict_answer_by_category on verdict_answer (batch_id, category);

create trigger judgement_answer_append_only before update or delete on judgement_answer
  for each row execute function refuse_change();
create trigger verdict_answer_append_only before update or delete on verdict_answer
  for each row execute function refuse_change();

drop view current_judgement;
drop view latest_judgement;
drop index judgement_by_label;
drop index verdict_by_label;
-- Seals cover the rows above as well: in the first form as the two columns that they come from.
alter table judgement drop column label, drop column spans,
  add column line_form smallint not null default 1;
alter table judgement alter column line_form set default 2;
alter table verdict drop column label, drop column spans,
  add column line_form smallint not null default 1;
alter table verdict alter column line_form set default 2;
create index judgement_by_batch on judgement (batch_id);
create index verdict_by_batch on verdict (batch_id);

alter table draft drop constraint draft_says_one_thing;
alter table draft alter column label type jsonb using only_answer(answer(label, spans));
alter table draft rename column label to answers;
alter table draft drop column spans;

alter table gold_item drop constraint gold_item_says_one_thing;
alter table gold_item alter column label type jsonb using only_answer(answer(label, spans));
alter table gold_item rename column label to answers;
alter table gold_item alter column answers set not null, drop column spans;

alter table audit_sample drop constraint audit_sample_says_one_thing;
alter table audit_sample alter column label type jsonb using only_answer(answer(label, spans));
alter table audit_sample rename column label to answers;
alter table audit_sample alter column answers set not null, drop column spans;

alter table gold_promotion drop constraint gold_promotion_says_one_thing;
alter table gold_promotion alter column label type jsonb using only_answer(answer(label, spans));
alter table gold_promotion rename column label to answers;
alter table gold_promotion alter column answers set not null, drop column spans;

alter table suggestion alter column suggested type jsonb using only_answer(suggested);
alter table assignment_arm
  alter column suggested type jsonb using only_answer(suggested),
  alter column decoy type jsonb using only_answer(decoy);

alter table item_truth add column question text not null default 'answer';
alter table item_truth alter column question drop default;
alter table item_truth drop constraint item_truth_pkey,
  add primary key (batch_id, round, item_id, question);

drop function answer(text, jsonb);
drop function only_answer(jsonb);
drop function answer_without_text(jsonb);
drop function spans_agree(jsonb, jsonb, numeric);

-- Label ids in the answers to all questions, each once.
create function answers_labels(answers jsonb) returns text[] language sql immutable parallel safe as $$
  select array(select distinct label collate "C"
               from jsonb_each(answers) as s (question, answer)
               cross join unnest(touchstone.answer_labels(s.answer)) as l (label) order by 1)
$$;

-- The answers to all questions with the text that they cover.
create function answers_on(answers jsonb, text text) returns jsonb
  language sql immutable parallel safe as $$
  select jsonb_object_agg(s.question, touchstone.answer_on(s.answer, text))
  from jsonb_each(answers) as s (question, answer)
$$;

-- From which agreement on answers count as the same, by question: what a project's settings say.
create function same_from(settings jsonb) returns jsonb language sql immutable parallel safe as $$
  select jsonb_build_object('answer', coalesce(
    settings #> '{spanRules,goldF1}', settings #> '{classesRules,goldF1}',
    settings #> '{scale,goldDistance}'))
$$;

-- Whether two people, or one and the known answer, say the same to every question.
create function answers_same(one jsonb, other jsonb, same_from jsonb) returns boolean
  language sql immutable parallel safe as $$
  select bool_and(coalesce(
           touchstone.answers_agree(
             one -> s.question, other -> s.question, (same_from ->> s.question)::numeric), false))
  from jsonb_object_keys(one || other) as s (question)
$$;

-- What somebody said last in an assignment, whether it still counts or not: corrections are rows of their own.
create view latest_judgement as
select j.* from judgement j
where not exists (
  select from judgement later where later.assignment_id = j.assignment_id and later.id > j.id);

-- What counts: the latest judgement of each assignment of the present round, with its package.
create view current_judgement as
select j.*, a.work_package_id
from latest_judgement j join current_assignment a on a.id = j.assignment_id;

-- The answers of what counts, question by question.
create view current_answer as
select j.*, s.question, s.answer, s.key, s.category, s.labels
from current_judgement j join judgement_answer s on s.judgement_id = j.id;

-- The answers of the verdicts that hold, question by question.
create view current_verdict as
select v.*, s.question, s.answer, s.key, s.category, s.labels
from verdict v join verdict_answer s on s.verdict_id = v.id
where v.superseded_at is null;

-- Whether an object holds answers by question, one or more.
create function are_answers(answers jsonb) returns boolean language sql immutable parallel safe as $$
  select coalesce(jsonb_typeof(answers) = 'object'
    and (select bool_and(touchstone.is_answer(s.answer)) from jsonb_each(answers) as s (question, answer)),
    false)
$$;
alter table draft add constraint draft_says_answers check (answers is null or are_answers(answers));
alter table gold_item add constraint gold_item_says_answers check (are_answers(answers));
alter table audit_sample add constraint audit_sample_says_answers check (are_answers(answers));
alter table gold_promotion add constraint gold_promotion_says_answers check (are_answers(answers));
alter table judgement_answer add constraint judgement_answer_is_one check (is_answer(answer));
alter table verdict_answer add constraint verdict_answer_is_one check (is_answer(answer));

-- What was said in a judgement, by question.
create function answers_of_judgement(judgement bigint) returns jsonb language sql stable as $$
  select jsonb_object_agg(question, answer)
  from touchstone.judgement_answer where judgement_id = judgement
$$;

-- What a verdict says, by question.
create function answers_of_verdict(verdict bigint) returns jsonb language sql stable as $$
  select jsonb_object_agg(question, answer)
  from touchstone.verdict_answer where verdict_id = verdict
$$;

analyze judgement_answer;
analyze verdict_answer;
