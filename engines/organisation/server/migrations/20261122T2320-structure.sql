-- Bodies live: they are renamed, merged, abolished; on a day that may lie ahead.
create table body_name (
  district text not null,
  body uuid not null,
  name text not null,
  from_day date,
  -- The first day under another name.
  to_day date not null,
  primary key (district, body, to_day),
  foreign key (district, body) references body (district, id)
);
create index body_name_by_name on body_name (district, name);

create table body_change (
  district text not null,
  id uuid not null,
  body uuid not null,
  kind text not null check (kind in ('rename', 'merge', 'abolish')),
  on_day date not null,
  name text,
  successor uuid,
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  applied_at timestamptz,
  cancelled_at timestamptz,
  -- Open matters that went to the successor.
  cases integer,
  primary key (district, id),
  foreign key (district, body) references body (district, id),
  foreign key (district, successor) references body (district, id),
  check (kind <> 'rename' or name is not null)
);
create unique index body_change_ahead on body_change (district, body) where applied_at is null and cancelled_at is null;

-- How somebody holds a post: acting (代理) until another is appointed, and until when the term (任期) runs.
create table post_term (
  district text not null,
  post uuid not null,
  person uuid not null,
  acting boolean not null default false,
  term_ends date,
  primary key (district, post, person),
  foreign key (district, post) references post (district, id)
);
create index post_term_ending on post_term (district, term_ends) where term_ends is not null;

alter table post add column made_on date;

-- What a post is for (岗位说明), shown to its holders; a new text is read again.
create table post_job (
  district text not null,
  post uuid not null,
  version integer not null,
  duties text[] not null,
  powers text[] not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (district, post),
  foreign key (district, post) references post (district, id)
);
create table post_job_read (
  district text not null,
  post uuid not null,
  person uuid not null,
  version integer not null,
  read_at timestamptz not null,
  primary key (district, post, person)
);

-- Who answers for a line of business in a territory: the A-role, and the B-role in its absence.
create table line_post (
  district text not null,
  line text not null,
  path text collate "C" not null,
  slot text not null check (slot in ('A', 'B')),
  post uuid not null,
  changed_at timestamptz not null,
  primary key (district, path, line, slot),
  foreign key (district, post) references post (district, id)
);
create index line_post_by_post on line_post (district, post);

-- Approved number (编制、职数) of a body for a role; `over` more are allowed until a day, by whoever may.
create table establishment (
  district text not null,
  body uuid not null,
  role text not null,
  approved integer not null check (approved >= 0),
  document text,
  over integer not null default 0 check (over >= 0),
  over_until date,
  over_by uuid,
  over_reason text,
  changed_at timestamptz not null,
  primary key (district, body, role),
  foreign key (district, body) references body (district, id)
);

-- Members of leading groups, alliances and a grid's force: bodies, posts, or partners that have no account here.
-- A change ends one row and begins another, so that each day knows its own list.
create table membership (
  district text not null,
  id uuid not null,
  body uuid not null,
  seat text not null check (seat in ('head', 'deputy', 'member', 'office')),
  -- Of a grid's force 1＋N＋＊: the grid's own, linked bodies, volunteer teams.
  part text check (part in ('own', 'linked', 'volunteer')),
  member_body uuid,
  member_post uuid,
  partner text,
  contact text,
  phone text,
  phone_public boolean not null default false,
  duty text not null default '',
  from_day date not null,
  to_day date,
  primary key (district, id),
  foreign key (district, body) references body (district, id),
  foreign key (district, member_body) references body (district, id),
  foreign key (district, member_post) references post (district, id),
  check (member_body is not null or member_post is not null or partner is not null)
);
create index membership_by_body on membership (district, body);

-- What a holder of a post lets the public see: nothing is shown that was not declared here.
create table public_card (
  district text not null,
  post uuid not null,
  person uuid not null,
  photo text,
  phone text,
  declared_by uuid not null,
  declared_at timestamptz not null,
  primary key (district, post, person),
  foreign key (district, post) references post (district, id)
);

-- A notice board (公示栏) as it was printed last; the page says when it hangs out of date.
create table board_print (
  district text not null,
  path text collate "C" not null,
  content_hash text not null,
  printed_by uuid not null,
  printed_at timestamptz not null,
  primary key (district, path)
);
