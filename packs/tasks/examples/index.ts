import type { PlaybookExample } from '#engines/case/model';
import { burdenExamples } from './burden.ts';
import { listExamples } from './lists.ts';
import { projectExamples } from './projects.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [...burdenExamples, ...listExamples, ...projectExamples];
