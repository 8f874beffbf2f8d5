import type { PlaybookExample } from '#engines/case/model';
import { buildingExamples } from './buildings.ts';
import { campaignExamples } from './campaigns.ts';
import { serviceExamples } from './services.ts';

/** Given-when-then of every playbook of this pack; they run as tests and in `lifang packs check`. */
export const examples: readonly PlaybookExample[] = [...campaignExamples, ...serviceExamples, ...buildingExamples];
