-- Changes of the tree: drafted, carried out on their day in one transaction, undone only by another change.
create table territory_change (
  district text not null,
  id uuid not null,
  kind text not null check (kind in ('rename', 'move', 'split', 'merge', 'end', 'reopen')),
  title text not null,
  plan jsonb not null,
  -- Codes that it names, so that whoever may edit all of them finds it.
  paths text[] collate "C" not null,
  on_day date not null,
  basis text not null,
  state text not null check (state in ('draft', 'scheduled', 'applied', 'withdrawn', 'failed')),
  made_by uuid,
  made_at timestamptz not null default now(),
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  applied_at timestamptz,
  -- What moved, counted when it was carried out.
  moved jsonb,
  -- The moves of paths it consisted of, for rows that were being written meanwhile.
  moves jsonb,
  -- Why a scheduled one could not be carried out.
  problem jsonb,
  version integer not null default 1,
  primary key (district, id)
);
create index territory_change_due on territory_change (on_day) where state = 'scheduled';
create index territory_change_by_time on territory_change (district, made_at desc);

-- What became of a path: one row for each node that carries on from another.
create table territory_succession (
  district text not null,
  from_path text collate "C" not null,
  to_path text collate "C" not null,
  change uuid not null,
  on_day date not null,
  primary key (district, from_path, to_path, change)
);
create index territory_succession_back on territory_succession (district, to_path);

-- What was said of a node until a day (exclusive); `present` is false for a time in which it did not exist.
create table territory_past (
  district text not null,
  id uuid not null default gen_random_uuid(),
  path text collate "C" not null,
  until date not null,
  present boolean not null default true,
  name text not null,
  official_name text,
  kind text not null,
  boundary jsonb,
  change uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (district, id)
);
create index territory_past_by_path on territory_past (district, path, until);

-- 十联户: household groups that somebody accepted. `path` is the building, grid or community they lie in.
create table household_group (
  district text not null,
  id uuid not null,
  path text collate "C" not null,
  name text not null,
  dwellings text[] not null,
  accepted_by uuid,
  accepted_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (district, id)
);
create index household_group_by_place on household_group (district, path) where ended_at is null;
