-- Since an assignment may be judged again, its latest judgement is looked up one by one: at a million
-- judgements that read the whole table for each.
create index judgement_of_assignment on judgement (assignment_id, id);
