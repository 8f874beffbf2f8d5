-- Plans of a district: those of packs that it switched on or off, and its own. Places are codes, which resolve for ever.
create table case_plan (
  district text not null,
  id text not null,
  -- The plan itself when it is the district's own; null for one of a pack.
  definition jsonb,
  is_on boolean not null,
  -- Null: every place of its level.
  places text[],
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (district, id)
);

-- The days on which a plan opened its matters; a day is done once.
create table case_plan_day (
  district text not null,
  plan text not null,
  day date not null,
  opened integer not null,
  missed integer not null,
  finished_at timestamptz not null,
  primary key (district, plan, day)
);
