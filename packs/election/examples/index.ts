import type { PlaybookExample } from '#engines/case/model';
import { filingExamples } from './filing.ts';
import { methodExamples } from './methods.ts';
import { termExamples } from './term.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [...methodExamples, ...termExamples, ...filingExamples];
