-- To whom and what a delivered row is tied, so that conflicts of interest can be found: keyed hashes under the key of
-- the project, equal for equal values, and never the values. No page, no annotator's call and no dataset reads them;
-- they go when the raw text is erased.
create table item_tie (
  item_id    text primary key references item,
  source     text,
  department text,
  author     text,
  subject    text,
  constraint item_tie_holds_hashes_alone
    check (concat(source, department, author, subject) ~ '^([0-9a-f]{32}){1,4}$')
);
