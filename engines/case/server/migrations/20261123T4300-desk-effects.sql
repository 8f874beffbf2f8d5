-- What lists and jobs look at beside the stage. Null in nearly every row.
alter table case_file
  add column parent uuid,
  add column handler uuid,
  add column held_until date,
  add column card text,
  add column extended boolean,
  add column pending boolean,
  add column exempt boolean,
  -- The next moment at which the clock itself has something to do: warn, remind, act.
  add column acts_at timestamptz;

alter table case_file drop constraint case_file_waits_for_check;
alter table case_file add constraint case_file_waits_for_check
  check (waits_for in ('role', 'assignee', 'reporter', 'task', 'system'));

create index case_by_parent on case_file (district, parent) where parent is not null;
create index case_by_repeated on case_file (district, duplicate_of) where duplicate_of is not null;
create index case_by_handler on case_file (district, handler) where handler is not null and status = 'open';
create index case_by_act on case_file (acts_at) where acts_at is not null;
-- One index for all marks: each of them implies its condition, and few rows have any.
create index case_marked on case_file (district, reported_at desc, id desc) include (path, sensitivity)
  where held_until is not null or card is not null or extended or pending or exempt;

-- Desks beside the owner's: who has to grant, whose task it is, who answers a card, who reads along.
create table case_desk (
  district text not null,
  case_id uuid not null,
  kind text not null check (kind in ('grant', 'task', 'card', 'copy')),
  -- The role or the body, as text: one row each.
  who text not null,
  role text,
  body uuid,
  -- False: it only says that it was there (a finished task, a copy).
  waits boolean not null,
  path text collate "C" not null,
  sensitivity smallint not null,
  playbook text not null,
  due_at timestamptz,
  primary key (district, case_id, kind, who),
  foreign key (district, case_id) references case_file (district, id),
  check ((role is null) <> (body is null))
);
create index case_desk_by_role on case_desk (district, role, path) where waits and role is not null;
create index case_desk_by_body on case_desk (district, body, kind) where body is not null;

-- What follows from a step in other rooms; written with the step, run after its commit.
create table case_effect (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  work jsonb not null,
  state text not null default 'due' check (state in ('due', 'done', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  problem text,
  recorded_at timestamptz not null default now(),
  primary key (district, id),
  foreign key (district, case_id) references case_file (district, id)
);
create index case_effect_due on case_effect (next_at) where state = 'due';
create index case_effect_by_case on case_effect (district, case_id);

-- Whom to tell of a matter.
create index case_follower_by_case on case_follower (district, case_id);
