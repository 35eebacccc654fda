-- A project may ask several questions about each item. Whoever is still at their answers has said some
-- of them only: a draft is complete once none is missing.
alter table draft add column complete boolean not null default true;

-- From which agreement on answers count as the same, by question: what a project's settings say.
create or replace function same_from(settings jsonb) returns jsonb language sql immutable parallel safe as $$
  select case when jsonb_array_length(settings -> 'questions') > 0
    then (select jsonb_object_agg(q.asked ->> 'id', coalesce(
            q.asked #> '{spanRules,goldF1}', q.asked #> '{classesRules,goldF1}',
            q.asked #> '{scale,goldDistance}'))
          from jsonb_array_elements(settings -> 'questions') as q (asked))
    else jsonb_build_object('answer', coalesce(
      settings #> '{spanRules,goldF1}', settings #> '{classesRules,goldF1}',
      settings #> '{scale,goldDistance}')) end
$$;

-- The answers without those to questions that are not asked where the earlier ones are answered so.
-- Conditions: [{"question": "b", "when": "a", "labels": ["x"]}], in the order of the questions.
create function answers_asked(answers jsonb, conditions jsonb) returns jsonb
  language plpgsql immutable parallel safe as $$
declare
  condition jsonb;
begin
  for condition in select value from jsonb_array_elements(conditions) loop
    if not coalesce(touchstone.answer_labels(answers -> (condition ->> 'when'))
                    && array(select jsonb_array_elements_text(condition -> 'labels')), false) then
      answers := answers - (condition ->> 'question');
    end if;
  end loop;
  return answers;
end
$$;
