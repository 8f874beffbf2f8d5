-- Each look at a personal value, for the daily quota and the alarm; why it was taken is in the audit.
create table personal_reveal (
  district text not null,
  id uuid not null,
  person uuid not null,
  at timestamptz not null,
  case_id uuid not null,
  field text not null,
  primary key (district, id),
  foreign key (district, case_id) references case_file (district, id)
);
create index personal_reveal_by_person on personal_reveal (person, at);

-- Taking many rows or personal values out of the house: asked for by one, decided by another, fetched once.
create table export_request (
  district text not null,
  id uuid not null,
  -- As printed into the file: with it a file that turns up somewhere leads back here.
  mark text not null,
  person uuid not null,
  name text not null,
  query jsonb not null,
  rights jsonb not null,
  -- Territory that the asker's range covers: who decides has to cover it too.
  paths text[] not null,
  clear boolean not null,
  rows integer not null,
  reason text not null,
  locale text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'refused', 'approved', 'ready', 'fetched', 'expired', 'failed')),
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  decision text,
  file_id text,
  file_name text,
  ready_at timestamptz,
  expires_at timestamptz,
  fetched_at timestamptz,
  primary key (district, id)
);
create index export_request_by_person on export_request (district, person, asked_at desc);
create index export_request_open on export_request (district, asked_at) where state = 'asked';
create index export_request_files on export_request (expires_at) where file_id is not null;
