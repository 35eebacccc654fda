-- An item may get several verdicts within one report, of which one holds: a sampled item is settled
-- by votes where there is no reviewer, and settled anew when one comes.
alter table verdict drop constraint verdict_pkey;
alter table verdict add column id bigint generated always as identity primary key;
create index verdict_by_item on verdict (item_id, round);
