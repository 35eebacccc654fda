-- Which part of its dataset an item is in, such as training or testing. It is written once, when a
-- draft has the item for the first time, and stays, whatever is added to the dataset later.
create table touchstone.dataset_split (
  dataset  text not null,
  item_id  text not null references touchstone.item,
  split    text not null,
  primary key (dataset, item_id)
);
create trigger dataset_split_append_only before update or delete on touchstone.dataset_split
  for each row execute function touchstone.refuse_change();
