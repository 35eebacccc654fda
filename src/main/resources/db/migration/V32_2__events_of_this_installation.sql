-- An event bears a keyed hash, made with the key of the seals, which the database holds only wrapped:
-- whoever can add rows to the trail cannot make one that the product takes for its own.
alter table audit_event add column mac text;
