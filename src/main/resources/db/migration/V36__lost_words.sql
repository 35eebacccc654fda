-- What a reader of a delivered document saw and cleaning could not keep. 0 words: nobody counted.

alter table touchstone.object_entry add column seen_words integer not null default 0;
alter table touchstone.object_entry add column lost_words integer not null default 0;
