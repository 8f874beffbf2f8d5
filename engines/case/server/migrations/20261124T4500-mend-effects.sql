-- What follows from a step and could not be done is seen and mended by people: tried again, or given up with a reason.
alter table case_effect drop constraint case_effect_state_check;
alter table case_effect add constraint case_effect_state_check check (state in ('due', 'done', 'failed', 'given-up'));
-- Why it was not done, as a person reads it: {"zh", "en"}; null where nobody foresaw it, then `problem` says it.
alter table case_effect add column why jsonb;
alter table case_effect add column given_up_at timestamptz;
alter table case_effect add column given_up_by uuid;
alter table case_effect add column reason text;
create index case_effect_undone on case_effect (district, recorded_at) where state <> 'done';
