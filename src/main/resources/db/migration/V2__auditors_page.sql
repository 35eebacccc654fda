-- What the auditor's page reads: lists in pages, newest first, without counting them.

create index batch_newest on batch (created_at desc, id desc);
create index batch_by_state on batch (state, created_at desc, id desc);
create index audit_event_by_action on audit_event (action, seq);
-- Events on packages and dataset versions name their batch.
create index audit_event_by_batch on audit_event ((details ->> 'batch'), seq);
