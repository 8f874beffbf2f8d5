import type { PlaybookExample } from '#engines/case/model';
import { everydayExamples } from './everyday.ts';
import { mediationExamples } from './mediation.ts';
import { stabilityExamples } from './stability.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [...mediationExamples, ...everydayExamples, ...stabilityExamples];
