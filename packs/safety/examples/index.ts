import type { PlaybookExample } from '#engines/case/model';
import { fraudAndClues } from './fraud-and-clues.ts';
import { hazardExamples } from './hazards.ts';
import { landAndFire } from './land-and-fire.ts';
import { streetAndHome } from './street-and-home.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [
  ...hazardExamples,
  ...landAndFire,
  ...fraudAndClues,
  ...streetAndHome,
];
