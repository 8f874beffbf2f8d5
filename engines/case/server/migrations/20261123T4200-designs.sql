-- Playbooks that a district designs itself: drafts that administrators work at, and what was published from a day on.

create table playbook_design (
  district text not null,
  id uuid not null,
  -- Id that it will have in force: of the playbook it is to replace here, or one of the district's own.
  playbook text not null,
  based_on text,
  based_on_version integer,
  definition jsonb not null,
  author uuid not null,
  author_name text not null,
  created_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  -- Raised by each change: whoever saves says which one he has seen.
  revision integer not null,
  primary key (district, id)
);

-- The definition itself stands in playbook_version, under a number that no pack uses. A row is never deleted.
create table playbook_publication (
  district text not null,
  playbook text not null,
  version integer not null,
  from_day date not null,
  -- When new matters begin under it, and until when, if it was withdrawn.
  in_force_at timestamptz not null,
  ends_at timestamptz,
  based_on text,
  based_on_version integer,
  -- What it changes against what was in force before, in words.
  changes jsonb not null,
  published_by uuid not null,
  published_by_name text not null,
  published_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_by_name text,
  withdrawn_reason text,
  primary key (district, playbook, version),
  foreign key (playbook, version) references playbook_version (id, version)
);
