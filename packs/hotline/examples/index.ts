import type { PlaybookExample } from '#engines/case/model';
import { governanceExamples } from './governance.ts';
import { requestExamples } from './request.ts';

export const examples: readonly PlaybookExample[] = [...requestExamples, ...governanceExamples];
