import type { PlaybookExample } from '#engines/case/model';
import { choosingExamples } from './choosing.ts';
import { helpingExamples } from './helping.ts';
import { memberExamples } from './members.ts';
import { postExamples } from './posts.ts';
import { projectExamples } from './projects.ts';
import { relationExamples } from './relations.ts';
import { reportingExamples } from './reporting.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [
  ...helpingExamples,
  ...memberExamples,
  ...postExamples,
  ...projectExamples,
  ...relationExamples,
  ...reportingExamples,
  ...choosingExamples,
];
