-- Need to know: which projects a person may know. Of annotators the work that they have counts beside
-- what is named here; administrators may know all without a row.

create table touchstone.project_access (
  user_id     text not null,
  -- Of a project, or of the draft of one that is not there yet.
  project_key text not null,
  primary key (user_id, project_key)
);
create index project_access_by_project on touchstone.project_access (project_key);

-- People who may know every project, those of tomorrow included.
create table touchstone.project_access_all (
  user_id text primary key
);

-- One row, once those who were there before this table have been put in: the first start does it.
create table touchstone.project_access_begun (
  one boolean primary key default true check (one)
);
