-- Deliveries that were taken from the inbox: a stop between the batch and the removal of the files
-- must not make a second batch of them. The name of a folder may name a person, so a keyed hash.
create table inbox_delivery (
  digest    text primary key,
  batch_id  text not null references batch,
  taken_at  timestamptz not null
);
