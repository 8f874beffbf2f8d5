export { createJobs, type JobRunner } from './create-jobs.ts';
export { findJob, findJobFile } from './job-view.ts';
export { migrateJobs } from './migrate-jobs.ts';
