-- What the store of people held of an account's last passwords before the present one: they do not come again.

create table touchstone.password_history (
  id bigint generated always as identity primary key,
  user_id text not null,
  hash text not null,
  salt text not null,
  replaced_at timestamptz not null
);

create index on touchstone.password_history (user_id, id);
