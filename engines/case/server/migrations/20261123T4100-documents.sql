-- Numbers of documents: counted through a year for a district, a place or a body, without gaps.
create table case_document_series (
  district text not null,
  series text not null,
  -- Code of the place or id of the body that counts for itself.
  counted text not null,
  year integer not null,
  last integer not null,
  primary key (district, series, counted, year)
);

-- The number that a matter's documents of one series bear: given once, kept for ever.
create table case_document_number (
  district text not null,
  case_id uuid not null,
  series text not null,
  counted text not null,
  year integer not null,
  n integer not null,
  number text not null,
  given_at timestamptz not null,
  given_by uuid not null,
  primary key (district, case_id, series),
  unique (district, series, counted, year, n),
  foreign key (district, case_id) references case_file (district, id)
);
