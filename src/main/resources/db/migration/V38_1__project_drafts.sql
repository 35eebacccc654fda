-- What somebody is about to make of a project: a draft, then a version. Drafts that were given up
-- stay as rows.

create table project_draft (
  id          bigint generated always as identity primary key,
  -- Of a project that may not exist yet.
  project_key text not null,
  -- The version that it began with; 0 for a project that does not exist yet.
  base        integer not null,
  -- The project in the form of its folder, gold as people will see it; keys keep their order.
  content     json not null,
  state       text not null default 'draft'
              check (state in ('draft', 'waiting', 'published', 'discarded')),
  revision    integer not null default 1,
  begun_by    text not null,
  begun_at    timestamptz not null,
  edited_by   text not null,
  edited_at   timestamptz not null,
  -- Who wants it published, and what has changed, where a second person decides.
  asked_by    text,
  note        text,
  -- What the second person wrote who sent it back.
  sent_back   text,
  constraint project_draft_waits_for_somebody check (state <> 'waiting' or asked_by is not null)
);
create unique index project_draft_open on project_draft (project_key)
  where state in ('draft', 'waiting');
