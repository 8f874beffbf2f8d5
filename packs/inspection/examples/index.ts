import type { PlaybookExample } from '#engines/case/model';
import { accountabilityExamples } from './accountability.ts';
import { lookingExamples } from './looking.ts';
import { reportingExamples } from './reporting.ts';

export const examples: readonly PlaybookExample[] = [
  ...lookingExamples,
  ...accountabilityExamples,
  ...reportingExamples,
];
