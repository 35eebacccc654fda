-- People: added, given skills, kept from what they must not judge, away from day to day, gone.

-- One row a person who works here or did. Name and mail stand in the directory alone.
create table person (
  id               text primary key,
  added_by         text not null,
  added_at         timestamptz not null,
  capacity_minutes integer check (capacity_minutes between 1 and 1440),
  -- Days of the week on which she works, 1 for Monday to 7 for Sunday; null: nobody has said.
  working_days     integer[],
  -- The first day on which she is here no more.
  left_on          date,
  -- When her work was given to others and her account closed.
  closed_at        timestamptz
);

-- Whom, what and whose a person must not judge. A value is a user id, a source, a subject or a
-- project's key; it is shown to those who look after people and to nobody else.
create table person_conflict (
  id        bigint generated always as identity primary key,
  person_id text not null,
  kind      text not null check (kind in ('person', 'source', 'subject', 'project')),
  value     text not null,
  noted_by  text not null,
  noted_at  timestamptz not null,
  unique (person_id, kind, value)
);

-- From the first day to the last, both included. Begun and ended: when work went to others and came
-- back, which happens once, on whatever node.
create table person_absence (
  id        bigint generated always as identity primary key,
  person_id text not null references annotator,
  first_day date not null,
  last_day  date not null check (last_day >= first_day),
  noted_by  text not null,
  noted_at  timestamptz not null,
  begun_at  timestamptz,
  ended_at  timestamptz
);
create index person_absence_not_over on person_absence (person_id) where ended_at is null;

-- The day on which a level was given; null: before days were noted.
alter table annotator_skill add column since date;

-- Whoever made an account, or set its password, may be the one who uses it: opposite to that person
-- it is no second person until another administrator has confirmed that it is somebody's own.
create table account_maker (
  user_id      text not null,
  made_by      text not null,
  how          text not null check (how in ('created', 'invited', 'reset')),
  made_at      timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  primary key (user_id, made_by)
);
insert into account_maker (user_id, made_by, how, made_at)
select user_id, set_by, 'reset', at from password_reset;

-- One-time links. The link holds 256 random bits, of which only the SHA-256 is kept.
create table invitation (
  token_sha256 text primary key,
  user_id      text not null,
  made_by      text not null,
  made_at      timestamptz not null,
  ends_at      timestamptz not null,
  -- When it was used or replaced by a newer one.
  closed_at    timestamptz
);
create index invitation_open on invitation (user_id) where closed_at is null;

-- A first password opens nothing but its own replacement, as long as it is the account's: the digest
-- is that of what the directory held of it.
create table first_password (
  user_id     text primary key,
  mark_sha256 text not null,
  ends_at     timestamptz not null
);
