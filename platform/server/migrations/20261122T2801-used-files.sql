-- Where a file came from, and which command used it last: what nobody used goes after a day, and whoever names a
-- file has to have sent it.
alter table stored_file
  add column source text not null default 'staff' check (source in ('public', 'staff', 'made')),
  add column used_at timestamptz,
  add column used_by uuid;
update stored_file set used_at = sent_at,
  source = case when sent_by is not null then 'staff' when type like 'image/%' then 'public' else 'made' end;
create index stored_file_unused on stored_file (sent_at) where used_at is null;
