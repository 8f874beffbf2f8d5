import type { PlaybookExample } from '#engines/case/model';
import { estateExamples } from './estates.ts';
import { placeExamples } from './places.ts';
import { repairExamples } from './repairs.ts';
import { upkeepExamples } from './upkeep.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [
  ...repairExamples,
  ...upkeepExamples,
  ...placeExamples,
  ...estateExamples,
];
