-- Residents who may follow a matter: they reported it while signed in, or showed its number and query code. The
-- history itself does not know them, so that a resident who leaves leaves no trace in what is kept for ever.
create table case_follower (
  district text not null,
  resident uuid not null,
  case_id uuid not null,
  since timestamptz not null,
  primary key (district, resident, case_id),
  foreign key (district, case_id) references case_file (district, id)
);
create index case_follower_by_resident on case_follower (resident, since desc, case_id desc);
