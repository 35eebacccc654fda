-- How a picture looks, so that copies of it stay together as texts do that nearly say the same: its
-- difference hash across and down; null for a text, and for a picture in which too little is seen.
alter table touchstone.near_duplicate add column across bigint;
alter table touchstone.near_duplicate add column down bigint;
create index near_duplicate_pictures on touchstone.near_duplicate (project_key, batch_id)
  where across is not null;

-- Pictures are looked at when all texts are signed, again from the first source on.
alter table touchstone.near_duplicate_search add column looked boolean not null default false;
update touchstone.near_duplicate_search set position = 0, row_number = 0
where signed and not finished;
update touchstone.near_duplicate_search set looked = true where finished;
