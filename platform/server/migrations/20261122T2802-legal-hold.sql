-- What may not be deleted although its time is over: a lawsuit, an inspection. `*` holds a whole district.
create table legal_hold (
  district text not null,
  id uuid not null,
  object text not null,
  reason text not null,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (district, id)
);
create unique index legal_hold_of on legal_hold (district, object) where ended_at is null;
