-- Pictures in an object whose text nobody looked at; of entries made before, nothing is known.
alter table touchstone.object_entry
  add column unread_pictures integer not null default 0 check (unread_pictures >= 0);
