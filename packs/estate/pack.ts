import { definePack } from '#kernel/pack';
import { residentDoors } from './doors.ts';
import { civilisedSheets } from './code-lists/civilised.ts';
import * as lists from './code-lists/estate.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/estate.ts';
import { civilised } from './playbooks/civilised.ts';
import { consultation, parking, unmanaged } from './playbooks/consulting.ts';
import { fume, hotSpot } from './playbooks/environment.ts';
import { facilityGap, handover } from './playbooks/facilities.ts';
import { repair } from './playbooks/repair.ts';
import { cleanUp, ditch, frontDuty } from './playbooks/sections.ts';
import { cables, septic, works } from './playbooks/works.ts';

/** 小区与环境: appearance, parking, repairs with the owners' vote, small works, new estates and their facilities. */
export const estate = definePack({
  id: 'estate',
  version: 1,
  name: { zh: '小区与环境', en: 'Estates and surroundings' },
  summary: {
    zh: '环境顽疾、门前三包、油烟、停车、共有部分维修与业主表决、小微工程、无物业小区、新建小区配套联审移交',
    en: 'Hot spots, shop fronts, fume, parking, repairs with the owners’ vote, small works, estates without a company, new estates',
  },
  sections: {
    codeLists: [...Object.values(lists), ...civilisedSheets],
    playbooks: [
      repair,
      hotSpot,
      frontDuty,
      ditch,
      cleanUp,
      civilised,
      fume,
      works,
      septic,
      cables,
      consultation,
      parking,
      unmanaged,
      handover,
      facilityGap,
    ],
    residentDoors,
    indicators,
    examples,
  },
});
