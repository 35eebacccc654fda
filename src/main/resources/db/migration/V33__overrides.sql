-- Where a batch went on against its gate, how batches end, and under what they run.

-- The numbers and codes that the gate's verdict rested on, out of all that the gate was given. Null
-- where the batch was accepted before they were noted.
alter table hold_resolution add column figures jsonb;

-- Whether the batch brought what is published, be it that the dataset had all of it already: a batch
-- whose process ends is done if so, and stopped if not.
alter table batch add column published boolean not null default false;
update batch set published = true
where exists (select 1 from dataset_version v where v.batch_id = batch.id and v.state = 'published')
   or exists (select 1 from audit_event e
              where e.action = 'dataset_unchanged' and e.details ->> 'batch' = batch.id);

-- Version of the set of processes, decision tables and forms that the batch runs under: SHA-256 of
-- the listing of all its files. Null where the batch began before it was noted; the engine knows it.
alter table batch add column process_set text;
