-- Division of facts. `path` is where a fact was recorded and never changes; `moved_to` is written when its place
-- is split, merged or moved, and `now_path` is where it counts under the division in force.
alter table fact add column moved_to text collate "C";
alter table fact add column now_path text collate "C" generated always as (coalesce(moved_to, path)) stored;

drop index fact_by_place;
create index fact_by_place on fact (district, now_path, cohort_at);

drop index fact_by_cohort;
create index fact_by_cohort on fact (district, kind, cohort_at) include (now_path);
drop index fact_by_time;
create index fact_by_time on fact (district, kind, at) include (now_path);
