import { createHash } from 'node:crypto';
import { type Id, uuidv7 } from '#kernel/ids';
import { type Instant, millisOf } from '#kernel/instant';

/** The same row of the same collection gets the same id in every run and every installation. */
export const pastCaseId = (source: string, key: string, reportedAt: Instant): Id =>
  uuidv7(millisOf(reportedAt), createHash('sha256').update(`${source}\n${key}`).digest().subarray(0, 10));
