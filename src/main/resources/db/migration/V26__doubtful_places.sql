-- Where a picture should be looked at: places that the face detector was unsure of, the likeliest
-- face first, in parts of the upright picture. For the privacy officer alone.
alter table touchstone.item_object add column doubtful_places jsonb not null default '[]';
create index item_object_doubtful on touchstone.item_object (batch_id)
  where doubtful_places <> '[]';
