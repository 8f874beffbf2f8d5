-- What a district changes in a plan of bookable times, for itself (place '') or for one place: a body's id or a
-- territory's code. A row whose plan no pack knows is a plan of the district's own.
create table slot_plan (
  district text not null,
  plan text not null,
  place text not null,
  change jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (district, plan, place)
);

-- A booked time. Each seat of a time is one row at most as long as it is held, so no time can be booked beyond its
-- seats, however many try at once. `freed`: given back; `kept`, `missed`: somebody came, or did not.
create table slot_booking (
  district text not null,
  id uuid not null,
  plan text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seat int not null,
  case_id uuid not null,
  field text not null,
  state text not null check (state in ('booked', 'kept', 'missed', 'freed')),
  booked_at timestamptz not null,
  ended_at timestamptz,
  reminded_day timestamptz,
  reminded_hour timestamptz,
  primary key (district, id),
  foreign key (district, case_id) references case_file (district, id)
);
create unique index slot_booking_seat on slot_booking (district, plan, place, starts_at, seat)
  where state in ('booked', 'kept');
create index slot_booking_of_case on slot_booking (district, case_id);
create index slot_booking_ahead on slot_booking (starts_at) where state = 'booked';
