-- What is found again is replaced as it was where it was found first.

-- What was done to the string there.
alter table touchstone.found_string add column operator text not null default 'tag';

-- Of how many pieces the strings consist, noted when the search begins; texts are looked at in the
-- order of their content hashes, for which a batch has an index.
alter table touchstone.second_pass add column lengths integer[];
alter table touchstone.second_pass rename column after_item to after_content;

-- What further replacements in an item need to come out as the first ones: keyed hashes of the text
-- and of whom it is about, and the numbers given so far by keyed hash of the value. Only where the
-- project's rules need it; gone when the raw text is erased.
create table touchstone.item_replacing (
  item_id text primary key references touchstone.item,
  item    text not null,
  owner   text not null,
  numbers jsonb not null
);
