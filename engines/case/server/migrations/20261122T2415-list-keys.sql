-- The rows of a list are chosen by keys alone, so the indexes that choose them know the id.
drop index case_by_place;
create index case_by_place on case_file (district, path, reported_at desc, id desc)
  include (sensitivity, status, category, category_class);

-- Numbers begin with a month or a day: many rows for one beginning, chosen by keys too.
drop index case_by_number;
create index case_by_number on case_file (number) include (district, id, reported_at, path, sensitivity);
