-- Routing that learns (派单建议). A model of a district: what was learnt, and how right it was on matters it had not seen.
create table routing_model (
  district text not null,
  id uuid not null,
  trained_at timestamptz not null,
  trained_by uuid,
  -- `good`: in use until a newer good one. `worse`: a plain table was better. `few`: too few matters to learn from.
  state text not null check (state in ('good', 'worse', 'few')),
  matters integer not null,
  card jsonb not null,
  -- JSON and numbers of the model, packed; kept of the good one in use alone.
  head bytea,
  weights bytea,
  primary key (district, id)
);
create index routing_model_by_time on routing_model (district, trained_at desc);

-- What a dispatcher was shown last of a matter: with it one can count how often the suggestions were taken.
create table routing_shown (
  district text not null,
  case_id uuid not null,
  at timestamptz not null,
  model uuid not null,
  bodies uuid[] not null,
  rule uuid,
  primary key (district, case_id),
  foreign key (district, case_id) references case_file (district, id)
);
