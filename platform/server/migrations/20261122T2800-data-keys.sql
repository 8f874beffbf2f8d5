-- Keys with which values are sealed and hashes are keyed, each wrapped by a key that does not lie in the database.
-- They belong to the installation and to no district; several servers share them.
create table data_key (
  id text collate "C" primary key,
  purpose text not null,
  algorithm text not null,
  -- Names the wrapping key; empty once the key was destroyed.
  wrapped text not null,
  state text not null check (state in ('active', 'old')),
  made_at timestamptz not null default now(),
  -- From then on no value lies under it.
  retired_at timestamptz
);
create unique index data_key_in_use on data_key (purpose) where state = 'active';
