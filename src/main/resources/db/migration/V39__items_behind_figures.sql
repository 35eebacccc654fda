-- A data manager looks at the items behind a figure: those that a label, a pass of a rule or a sample
-- has touched are found by an index, however many others the batch has.
create index judgement_by_label on judgement (batch_id, label);
drop index judgement_by_batch;
create index verdict_by_label on verdict (batch_id, label);
drop index verdict_by_batch;
create index item_route_by_rule on item_route (batch_id, pass, rule);
drop index item_route_by_batch;
