-- Figures of a small place (a grid, a community) find its facts by place; those of a district by time
-- (`fact_by_cohort`, `fact_by_time`). Which of them a figure takes is the planner's choice.
create index fact_by_place on fact (district, path, cohort_at);
