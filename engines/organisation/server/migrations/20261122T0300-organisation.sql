-- Who acts. A body has posts, a person holds a post for a time; work and scope belong to the post.

create table body (
  district text not null,
  id uuid not null,
  name text not null,
  kind text not null,
  territory text collate "C" not null,
  founded_on date,
  abolished_on date,
  successor uuid,
  primary key (district, id),
  foreign key (district, successor) references body (district, id)
);
create unique index body_by_name on body (district, territory, kind, name) where abolished_on is null;

-- A body may answer to several: along its line of business and to its territory.
create table body_superior (
  district text not null,
  body uuid not null,
  superior uuid not null,
  line text not null default 'territorial' check (line in ('territorial', 'vertical')),
  primary key (district, body, superior),
  foreign key (district, body) references body (district, id),
  foreign key (district, superior) references body (district, id),
  check (body <> superior)
);
create index body_superior_downward on body_superior (district, superior);

create table post (
  district text not null,
  id uuid not null,
  body uuid not null,
  title text not null,
  role text not null,
  scope text collate "C" not null,
  abolished_on date,
  primary key (district, id),
  foreign key (district, body) references body (district, id)
);
create index post_by_scope on post (scope);
create index post_by_body on post (district, body);

-- `home` is the territory whose administrators keep the person; `stamp` grows with every change that
-- touches what the person may do, so that a server sees in one comparison that its memory is old.
create table person (
  district text not null,
  id uuid not null,
  name text not null,
  phone text,
  home text collate "C" not null,
  stamp integer not null default 0,
  disabled_at timestamptz,
  made_at timestamptz not null default now(),
  primary key (district, id)
);
create index person_by_home on person (home);

-- From a day on, up to (not on) another.
create table holder (
  district text not null,
  post uuid not null,
  person uuid not null,
  from_day date not null,
  to_day date,
  primary key (district, post, person, from_day),
  foreign key (district, post) references post (district, id),
  foreign key (district, person) references person (district, id),
  check (to_day >= from_day)
);
create index holder_by_person on holder (district, person);

-- Reference data, not of a district: somebody who signs in has not said yet where he belongs.
create table account (
  name text primary key,
  district text not null,
  person uuid not null,
  password text not null,
  changed_at timestamptz not null default now(),
  foreign key (district, person) references person (district, id)
);
create unique index account_by_person on account (district, person);

-- The token itself is never stored; its first part names the district, so that a look-up knows its shard.
create table session (
  district text not null,
  id uuid not null,
  person uuid not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  address text,
  primary key (district, id),
  foreign key (district, person) references person (district, id)
);
create unique index session_by_token on session (district, token_hash);
create index session_by_person on session (district, person) where ended_at is null;

-- Failed sign-ins by account and address, and by account alone; unknown accounts are counted the same way.
create table sign_in_failure (
  key text primary key,
  failures integer not null,
  first_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_failure_by_time on sign_in_failure (first_at);
