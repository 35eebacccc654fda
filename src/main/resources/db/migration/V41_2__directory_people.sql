-- People who come from the organisation's directory, as it last said of them. No password stands here.

create table touchstone.directory_person (
  user_id text primary key,
  dn text not null,
  -- Differs whenever something that is mirrored does.
  print text not null,
  -- Drawn anew when the password changed, or the person left or came back: sessions end.
  mark text not null,
  active boolean not null,
  since timestamptz not null
);
