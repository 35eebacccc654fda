-- The audit trail as a chain: events are taken, block by block, under a hash that contains the hash
-- before it, so that a change, a removal or an insertion in the past shows.

-- Events that no seal covers yet. An event enters with its own transaction, so a block takes exactly
-- what is committed, whatever the order of the numbers.
create table audit_unsealed (
  seq bigint primary key
);
insert into audit_unsealed select seq from audit_event;

create function remember_unsealed() returns trigger language plpgsql as $$
begin
  insert into touchstone.audit_unsealed select seq from added;
  return null;
end $$;
create trigger audit_event_unsealed after insert on audit_event
  referencing new table as added
  for each statement execute function remember_unsealed();

create table audit_seal (
  number     bigint primary key check (number > 0),
  at         timestamptz not null,
  -- Numbers of the covered events, ascending: the leaves in their order.
  events     bigint[] not null,
  root       text not null,
  previous   text not null,
  hash       text not null,
  -- Made with a key that the database holds only wrapped: who can write rows cannot make this.
  mac        text not null
);
create trigger audit_seal_append_only before update or delete on audit_seal
  for each row execute function refuse_change();
create trigger audit_seal_no_truncate before truncate on audit_seal
  for each statement execute function refuse_change();

-- What the manifest of a batch was when stage 1 ended: the root of a Merkle tree over its lines.
-- A stage that is repeated may seal another one.
create table manifest_seal (
  batch_id   text not null references batch,
  number     integer not null check (number > 0),
  at         timestamptz not null,
  entries    bigint not null,
  root       text not null,
  primary key (batch_id, number)
);
create trigger manifest_seal_append_only before update or delete on manifest_seal
  for each row execute function refuse_change();

-- The key that the raw objects of a batch are encrypted under can be destroyed; the batch stays.
alter table batch alter column wrapped_key drop not null;
alter table batch add column raw_erased_at timestamptz;
alter table batch add constraint batch_key_or_erasure
  check ((wrapped_key is null) = (raw_erased_at is not null));
