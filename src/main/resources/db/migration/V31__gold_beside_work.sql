-- Only items of a batch have a content that occurs once. Without gold items in the index their
-- content is no key of the row, so that changing one waits for no row that refers to it: for no
-- draft, no assignment and no judgement that somebody is just storing.
drop index touchstone.item_by_content;
create unique index item_by_content on touchstone.item (batch_id, content_hash)
  where batch_id is not null;
