-- What every engine writes beside its own tables. `district` leads each key: it is the shard.

create table fact (
  district text not null,
  id uuid not null,
  kind text not null,
  at timestamptz,
  cohort_at timestamptz not null,
  path text collate "C" not null,
  subject uuid not null,
  dims jsonb not null default '{}',
  value double precision default 1,
  recorded_at timestamptz not null default now(),
  primary key (district, id)
);
create index fact_by_cohort on fact (district, kind, cohort_at) include (path);
create index fact_by_time on fact (district, kind, at) include (path);
create index fact_by_subject on fact (district, subject);

create table audit_row (
  district text not null,
  id uuid not null,
  at timestamptz not null default now(),
  person uuid,
  on_behalf_of text,
  address text,
  action text not null,
  object text not null,
  result text not null check (result in ('done', 'refused')),
  detail jsonb not null default '{}',
  primary key (district, id)
);
create index audit_by_time on audit_row (district, at);
create index audit_by_object on audit_row (district, object);

-- A command's id is made by the client: the same id and body gets the same answer, another body is refused.
create table command_receipt (
  district text not null,
  id uuid not null,
  fingerprint text not null,
  answer jsonb not null default '{}',
  at timestamptz not null default now(),
  primary key (district, id)
);

create table job (
  district text not null,
  id uuid not null,
  kind text not null,
  person uuid,
  payload jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done integer not null default 0,
  total integer,
  file_id text,
  file_name text,
  result jsonb,
  message jsonb,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (district, id)
);

-- Files belong to no district: they are found by the hash of what was sent.
create table stored_file (
  id text primary key,
  type text not null,
  size bigint not null,
  width integer,
  height integer,
  sent_by uuid,
  sent_at timestamptz not null default now()
);

create table setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
