-- Whoever said “me too” while signed in hears what came of the matter (S676). He is no reporter: he does not read its
-- progress and takes none of its steps.
alter table case_follower add column affected boolean not null default false;
