-- Keys of what stands in the place of personal data: one for each project, one for all of them. Wrapped by the
-- master key; destroying a key cuts surrogates, hashes and ciphertext loose from what they stand for.
create table touchstone.deidentification_key (
  owner       text primary key,
  wrapped_key bytea not null,
  created_at  timestamptz not null default now()
);
