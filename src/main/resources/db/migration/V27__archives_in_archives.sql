-- Of a delivered archive, three numbers for each archive in it: its number, how many files lie in
-- it, and what it unpacks to. Empty where no archive lies in it.
alter table source_object add column inner_archives bigint[] not null default '{}';

-- Where an object lies in archives within the delivered one: the number in each, from the outermost.
alter table object_entry add column path integer[] not null default '{}';
