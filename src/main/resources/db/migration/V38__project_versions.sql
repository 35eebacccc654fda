-- The settings of a project are versions. A batch names the one that it began with and is read
-- through it alone; what is changed afterwards is for batches that come then.

create table project_version (
  project_key  text not null references project,
  version      integer not null check (version > 0),
  settings     jsonb not null,
  sha256       text not null,
  label_schema_version integer not null,
  -- Read from the project's folder, or made in the product.
  origin       text not null check (origin in ('file', 'product')),
  made_by      text not null,
  made_at      timestamptz not null,
  -- What has changed, in words of whoever made it in the product.
  note         text,
  -- The second person, where the project asks for one.
  approved_by  text,
  primary key (project_key, version),
  foreign key (project_key, label_schema_version) references label_schema (project_key, version),
  constraint project_version_by_two_people check (approved_by <> made_by)
);
create trigger project_version_append_only before update or delete on project_version
  for each row execute function refuse_change();

-- What was said so far is the first version, and what the batches so far were read through.
insert into project_version
  (project_key, version, settings, sha256, label_schema_version, origin, made_by, made_at)
select p.key, 1, p.settings, p.settings_sha256, s.version, 'file', 'system', p.loaded_at
from project p
join lateral (select max(version) as version from label_schema where project_key = p.key) s
  on s.version is not null;

alter table batch add column project_version integer;
update batch set project_version = 1;
alter table batch alter column project_version set not null;
alter table batch add constraint batch_project_version
  foreign key (project_key, project_version) references project_version (project_key, version);

-- What the project's folder said when it was read last: a change of it is told from a change made
-- in the product. Null for a project without a folder.
alter table project add column file_settings jsonb;
update project set file_settings = settings;
alter table project drop column settings, drop column settings_sha256;
alter table project add column gold_file_sha256 text;

-- The folder of a project says something new where the product says something else: a person
-- chooses, and until then the product's stays.
create table project_conflict (
  id          bigint generated always as identity primary key,
  project_key text not null references project,
  part        text not null check (part in ('settings', 'guideline', 'gold')),
  found_at    timestamptz not null,
  -- Gold: how many lines of the file are held otherwise.
  items       integer not null default 0,
  choice      text check (choice in ('file', 'product', 'agreed')),
  decided_by  text,
  decided_at  timestamptz,
  constraint project_conflict_decided
    check (num_nonnulls(choice, decided_by, decided_at) in (0, 3))
);
create unique index project_conflict_open on project_conflict (project_key, part)
  where decided_at is null;

-- Gold that was typed, uploaded, changed or taken out in the product is no longer the file's.
alter table gold_item drop constraint gold_item_origin_check;
alter table gold_item add constraint gold_item_origin_check
  check (origin in ('file', 'product', 'promoted'));
alter table gold_item drop constraint gold_item_retired_check;
alter table gold_item add constraint gold_item_retired_check
  check (retired in ('left-file', 'disputed', 'taken-out'));
-- What the file's line said when the product took it over; null where there was none.
alter table gold_item add column file_line text;
