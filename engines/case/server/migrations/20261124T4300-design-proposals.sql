-- A version of a district is proposed by one and decided by another: the definition is kept as it was proposed.

create table playbook_proposal (
  district text not null,
  id uuid not null,
  -- The draft, and which of its revisions; it is gone when this very one was published.
  design uuid not null,
  revision integer not null,
  playbook text not null,
  based_on text,
  based_on_version integer,
  definition jsonb not null,
  from_day date not null,
  -- What it would change against what was in force when it was proposed, in words.
  changes jsonb not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  reason text,
  -- The version that it became.
  version integer,
  primary key (district, id),
  check (decided_by <> proposed_by),
  check ((state = 'proposed') = (decided_by is null)),
  check ((state = 'approved') = (version is not null)),
  foreign key (district, playbook, version) references playbook_publication (district, playbook, version)
);
-- One open proposal of a playbook at a time.
create unique index playbook_proposal_open on playbook_proposal (district, playbook) where state = 'proposed';
