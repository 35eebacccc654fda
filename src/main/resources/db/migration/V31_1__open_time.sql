-- How long a package was open before it was last opened, in seconds by the server's clock: nobody
-- is at work on a package for longer than it lay open.
alter table touchstone.work_package add column open_seconds double precision not null default 0;

-- Packages that have been open before this was measured are believed what was claimed so far.
update touchstone.work_package p set open_seconds = d.seconds
from (select a.work_package_id as package, sum(d.active_seconds) as seconds
      from touchstone.draft d join touchstone.assignment a on a.id = d.assignment_id
      group by a.work_package_id) d
where d.package = p.id and p.state in ('queued', 'open', 'submitted');

-- When the first answer to an item came in: many within moments came in at once.
alter table touchstone.draft add column first_saved_at timestamptz;
update touchstone.draft set first_saved_at = saved_at;
alter table touchstone.draft alter column first_saved_at set not null;
