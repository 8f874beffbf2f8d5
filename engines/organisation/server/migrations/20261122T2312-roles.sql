-- What two people changed of the roles that packs declare. Reference data: roles belong to the installation.
create table role_proposal (
  id uuid primary key,
  role text not null,
  -- Version of the role that it changes; 0 as the packs declare it.
  base integer not null,
  overlay jsonb not null,
  before jsonb,
  after jsonb not null,
  state text not null check (state in ('proposed', 'granted', 'refused', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  reason text not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  check (decided_by <> proposed_by)
);
create unique index role_proposal_waiting on role_proposal (role) where state = 'proposed';
create index role_proposal_by_time on role_proposal (proposed_at);

-- Every version stays. `seal` is a keyed hash over the row: an altered one is not believed.
create table role_version (
  role text not null,
  version integer not null check (version > 0),
  overlay jsonb not null,
  proposal uuid not null references role_proposal (id),
  at timestamptz not null,
  seal text not null,
  primary key (role, version)
);
