import type { PlaybookExample } from '#engines/case/model';
import { eventExamples, pastExamples } from './event.ts';
import { snapshotExamples } from './snapshot.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [...snapshotExamples, ...eventExamples, ...pastExamples];
