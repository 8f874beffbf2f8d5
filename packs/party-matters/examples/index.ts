import type { PlaybookExample } from '#engines/case/model';
import { helpingExamples } from './helping.ts';
import { memberExamples } from './members.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [...helpingExamples, ...memberExamples];
