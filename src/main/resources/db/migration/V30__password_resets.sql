-- The last time that somebody else than its owner set the password of an account: it approves nothing for a
-- day, and the owner is told. The history stands in the audit trail.

create table touchstone.password_reset (
  user_id text primary key,
  set_by text not null,
  at timestamptz not null,
  seen_at timestamptz
);
