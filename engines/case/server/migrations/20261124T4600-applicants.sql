-- Which matters were applied for under one number of identity (S228, 一号申请). The number itself lies sealed with the rest of
-- what is personal; here is a keyed fingerprint of it, so that equal numbers are found and none can be read. Goes with the
-- sealed values: what is deleted there is found no more.
create table case_applicant (
  district text not null,
  blind text not null,
  case_id uuid not null,
  primary key (district, blind, case_id),
  foreign key (district, case_id) references case_contact (district, case_id) on delete cascade
);
create index case_applicant_of_case on case_applicant (district, case_id);
