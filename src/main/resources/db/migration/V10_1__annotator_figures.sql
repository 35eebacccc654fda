-- The newest truth of an item is looked up by item, as a dataset's records do it. Its report need not
-- be looked up for each of a million rows: both are written in one transaction.
alter table item_truth drop constraint item_truth_pkey,
  add primary key (batch_id, item_id, round),
  drop constraint item_truth_batch_id_round_fkey;

-- How each person worked on a batch, as a measurement found it. Appended with its report as well; read
-- by data managers, process owners and auditors, under pseudonyms.
create table annotator_figures (
  batch_id      text not null,
  round         integer not null,
  annotator_id  text not null references annotator,
  figures       jsonb not null,
  primary key (batch_id, round, annotator_id),
  foreign key (batch_id, round) references quality_report
);
create index annotator_figures_by_annotator on annotator_figures (annotator_id, batch_id, round);
create trigger annotator_figures_append_only before update or delete on annotator_figures
  for each row execute function refuse_change();
