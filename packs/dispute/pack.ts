import { residentDoors } from './doors.ts';
import { plans } from './plans.ts';
import { definePack } from '#kernel/pack';
import { documents } from './documents.ts';
import { documentExamples } from './examples/documents.ts';
import { examples } from './examples/index.ts';
import { lists } from './code-lists/lists.ts';
import { disputeTypes } from './code-lists/types.ts';
import { buildingLog } from './playbooks/building-log.ts';
import { circuit } from './playbooks/circuit.ts';
import { graded } from './playbooks/graded.ts';
import { key } from './playbooks/key.ts';
import { mediation } from './playbooks/mediation.ts';
import { oral } from './playbooks/oral.ts';
import { petition } from './playbooks/petition.ts';
import { rootCause } from './playbooks/root-cause.ts';
import { campaign, screening } from './playbooks/screening.ts';
import { indicators } from './indicators/figures.ts';
import { roles } from './roles.ts';
import { slotPlans } from './slot-plans.ts';

/** 矛盾纠纷: mediation after the official dossier, graded settlement, screening, key disputes and petitions. */
export const dispute = definePack({
  id: 'dispute',
  version: 1,
  name: { zh: '矛盾纠纷与信访', en: 'Disputes and petitions' },
  summary: {
    zh: '人民调解、就地调解、分级化解、排查、重点纠纷包案、信访联合办理、源头治理',
    en: 'Mediation, settlement on the spot and level by level, screening, key disputes, petitions, treating causes',
  },
  sections: {
    codeLists: [disputeTypes, ...lists],
    roles,
    slotPlans,
    playbooks: [mediation, oral, graded, key, campaign, screening, petition, rootCause, circuit, buildingLog],
    plans,
    residentDoors,
    indicators,
    documents,
    documentExamples,
    examples,
  },
});
