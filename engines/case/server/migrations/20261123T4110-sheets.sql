-- Rows of sheets that became matters, by a keyed hash of what they say: the same row again is no second matter.
create table case_sheet_row (
  district text not null,
  playbook text not null,
  fingerprint text not null,
  case_id uuid not null,
  taken_at timestamptz not null,
  primary key (district, playbook, fingerprint)
);

-- What the columns of a sheet mean, as somebody said last time; by the playbook and the sheet's headers.
create table case_sheet_columns (
  district text not null,
  playbook text not null,
  shape text not null,
  columns jsonb not null,
  said_at timestamptz not null,
  said_by uuid not null,
  primary key (district, playbook, shape)
);
