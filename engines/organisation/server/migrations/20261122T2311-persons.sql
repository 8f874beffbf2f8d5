-- A person's phone is sealed at rest and found by its keyed hash; `phone` keeps what an earlier version wrote until
-- a job has sealed it, and is empty from then on. One number is one person's, unless the earlier one has left.
alter table person add column phone_sealed text, add column phone_blind text;
create unique index person_by_phone on person (district, phone_blind) where phone_blind is not null and disabled_at is null;
create index person_with_plain_phone on person (district, id) where phone is not null;

-- A code that its new owner uses once to set a password that nobody else knows; only its hash is kept.
create table activation (
  district text not null,
  person uuid not null,
  code_hash text not null,
  until timestamptz not null,
  -- Takes effect with the activation: the first security administrator, whom nobody could grant yet.
  appointment uuid,
  primary key (district, person),
  foreign key (district, person) references person (district, id)
);
