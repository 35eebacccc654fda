-- What a privacy officer marks in a picture, beside stretches of a text.
alter table privacy_decision add column areas jsonb not null default '[]';
