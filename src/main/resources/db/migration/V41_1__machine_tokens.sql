-- Tokens of programs. The secret itself is nowhere: who has the database has no key to the interface.

create table touchstone.machine_token (
  id bigint generated always as identity primary key,
  owner text not null,
  name text not null,
  hash text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  -- Null: whatever projects the owner may know.
  projects text[] check (cardinality(projects) > 0),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  first_used_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);

create index on touchstone.machine_token (owner, id);
