-- What a cleaned object holds beside its item's text, redacted as that is: texts of attachments, names of
-- sheets, alternatives of pictures. It is searched with the text. Masks are cut out.

alter table touchstone.item_object add column asides text not null default '';
