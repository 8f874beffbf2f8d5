import type { PlaybookExample } from '#engines/case/model';
import { gapExamples } from './gaps.ts';
import { joiningExamples } from './joining.ts';
import { organisationExamples } from './organisations.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [...organisationExamples, ...joiningExamples, ...gapExamples];
