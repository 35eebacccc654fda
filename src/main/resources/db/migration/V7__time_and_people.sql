-- Packages that come back, people who are away, and how long somebody has been at work.

-- Shelved: queued, but not to be offered to its person, who refused it. It waits for somebody else.
alter table work_package add column shelved boolean not null default false;
create index work_package_waiting on work_package (batch_id) where state in ('queued', 'open');
create index work_package_last_submitted on work_package (annotator_id, submitted_at desc)
  where state = 'submitted';

-- Why this person must not get this item again.
alter table assignment add column refused text
  check (refused in ('not-my-field', 'conflict-of-interest'));

-- What became of a package's items when it came back.
create table package_return (
  id            bigint generated always as identity primary key,
  package_id    text not null references work_package,
  annotator_id  text not null references annotator,
  reason        text not null check (reason in
                  ('overdue', 'not-my-field', 'conflict-of-interest', 'no-time', 'absent')),
  items_moved   integer not null,
  items_kept    integer not null,
  items_short   integer not null,
  created_at    timestamptz not null
);
create index package_return_by_package on package_return (package_id, id);
create trigger package_return_append_only before update or delete on package_return
  for each row execute function refuse_change();

-- When somebody who is away is expected back: said to people, no machine acts on it.
alter table annotator add column absent_until date;

-- A stretch of work without a break.
create table work_session (
  id            bigint generated always as identity primary key,
  annotator_id  text not null references annotator,
  started_at    timestamptz not null,
  last_active_at timestamptz not null,
  active_seconds double precision not null default 0,
  break_until   timestamptz,
  -- The one item without a draft that may still be saved after the stop: it was on the screen.
  in_hand       text references assignment
);
create index work_session_latest on work_session (annotator_id, id desc);
