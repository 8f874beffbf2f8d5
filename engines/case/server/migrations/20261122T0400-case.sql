-- Matters. History (`case_event`) is the truth; `case_file` is its fold, written in the same statement.

-- Definitions as they were when matters began: a matter finishes under the version it started with.
create table playbook_version (
  id text not null,
  version integer not null,
  definition jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (id, version)
);

create table case_file (
  district text not null,
  id uuid not null,
  number text not null,
  playbook text not null,
  playbook_version integer not null,
  stage text not null,
  status text not null check (status in ('open', 'closed')),
  path text collate "C" not null,
  place text not null,
  lng double precision,
  lat double precision,
  category text not null,
  category_class text,
  title text not null,
  channel text not null,
  reporter_kind text not null,
  reporter_person uuid,
  entered_by uuid,
  -- Who must act: the posts of a role, the assigned body, or whoever asked. Null when closed.
  waits_for text check (waits_for in ('role', 'assignee', 'reporter')),
  owner_role text,
  assignee uuid,
  reported_at timestamptz not null,
  warn_at timestamptz,
  due_at timestamptz,
  closed_at timestamptz,
  timing text,
  rating integer,
  me_too integer not null default 0,
  duplicate_of uuid,
  query_code_hmac text,
  import_source text,
  external_id text,
  version integer not null,
  state jsonb not null,
  primary key (district, id)
) with (fillfactor = 85);

-- Lists: the newest of a wide range by time, of a narrow one by place; counts need no table row.
create index case_by_time on case_file (district, reported_at desc, id desc) include (path, status, category, category_class);
create index case_by_place on case_file (district, path, reported_at desc) include (status, category, category_class);
-- Inboxes.
create index case_by_role on case_file (district, owner_role, path) where waits_for = 'role';
create index case_by_assignee on case_file (district, assignee) where waits_for = 'assignee';
create index case_by_due on case_file (district, due_at, id) include (path) where status = 'open';
create index case_open_by_place on case_file (district, path) where status = 'open';
create index case_by_reporter on case_file (district, reporter_person, path) where reporter_person is not null;
create index case_by_number on case_file (number);
create index case_by_point on case_file (district, lat, lng) where status = 'open' and lat is not null;
create unique index case_by_import on case_file (district, import_source, external_id) where import_source is not null;

create table case_event (
  district text not null,
  case_id uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null,
  at timestamptz not null,
  person uuid,
  data jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (district, case_id, seq),
  foreign key (district, case_id) references case_file (district, id)
);

-- Bodies that have or had the work: a task carries its own reading right.
create table case_grant (
  district text not null,
  body uuid not null,
  reported_at timestamptz not null,
  case_id uuid not null,
  primary key (district, body, reported_at, case_id),
  foreign key (district, case_id) references case_file (district, id)
);

-- What is personal of whoever asked, apart from the history, so that it can be deleted; sealed with a key that
-- does not lie in the database.
create table case_contact (
  district text not null,
  case_id uuid not null,
  sealed text not null,
  recorded_at timestamptz not null default now(),
  primary key (district, case_id),
  foreign key (district, case_id) references case_file (district, id)
);

-- QR plates. The code says nothing about the place and can be revoked.
create table qr_plate (
  district text not null,
  code text not null,
  path text collate "C" not null,
  made_at timestamptz not null,
  made_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (district, code)
);
create index qr_plate_by_code on qr_plate (code);
create unique index qr_plate_by_place on qr_plate (district, path) where revoked_at is null;
