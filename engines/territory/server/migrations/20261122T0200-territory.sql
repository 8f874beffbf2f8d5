-- The tree. A path is a node's only name here; its code is the path without dots.
-- What lies above the districts is stored under its own code filled up with zeros (440000, 440300).

create table territory (
  district text not null,
  path text collate "C" not null,
  parent text collate "C" not null,
  name text not null,
  official_name text,
  level text not null,
  level_rank smallint not null,
  -- Lies across the tree (zones): own polygon, counted apart, no child of its parent's children.
  apart boolean not null default false,
  kind text not null default 'ordinary',
  tags text[] not null default '{}',
  -- A node ends rather than goes: its code still resolves, and says who carries on.
  valid_from date,
  valid_to date,
  successors text[] not null default '{}',
  -- { key: [{ value, from }] }, oldest first.
  profile jsonb not null default '{}',
  boundary_text text,
  -- GeoJSON geometry, WGS-84, seven decimals.
  boundary jsonb,
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  center_lng double precision,
  center_lat double precision,
  area_m2 double precision,
  child_count integer not null default 0,
  -- Fingerprint of what an import said: it writes again only when that changes, so edits by hand stay.
  planted text,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (district, path)
);
create index territory_by_parent on territory (parent, path);
create index territory_by_level on territory (level, path);

-- Words by which a node is found: endings of its name, pinyin, initials. `tier` puts the large before the
-- small: 0 down to district, 1 street, 2 community, 3 below.
create table territory_term (
  district text not null,
  tier smallint not null,
  term text collate "C" not null,
  path text collate "C" not null,
  primary key (district, tier, term, path)
);
create index territory_term_everywhere on territory_term (tier, term, path);

-- 插花地: who acts in a place of open belonging, for a business line or all ('*'), meanwhile or for good.
-- Rows are ended, never removed: each settled one is the rule for the next.
create table territory_ruling (
  district text not null,
  id uuid not null,
  path text collate "C" not null,
  line text not null,
  acts_path text collate "C" not null,
  state text not null check (state in ('meanwhile', 'settled')),
  basis text not null,
  valid_from date not null,
  valid_to date,
  person uuid,
  at timestamptz not null default now(),
  primary key (district, id)
);
create unique index territory_ruling_now on territory_ruling (district, path, line) where valid_to is null;
