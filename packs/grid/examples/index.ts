import type { PlaybookExample } from '#engines/case/model';
import { dailyExamples } from './daily-work.ts';
import { eventExamples, pastExamples } from './event.ts';
import { orderedExamples } from './orders.ts';
import { raisingExamples } from './raising.ts';
import { residentExamples } from './residents.ts';
import { snapshotExamples } from './snapshot.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [
  ...snapshotExamples,
  ...eventExamples,
  ...pastExamples,
  ...raisingExamples,
  ...residentExamples,
  ...dailyExamples,
  ...orderedExamples,
];
