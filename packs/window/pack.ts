import { definePack } from '#kernel/pack';
import { residentDoors } from './doors.ts';
import { examples } from './examples/index.ts';
import { documentExamples } from './examples/documents.ts';
import { screeningRounds, serviceItems } from './items.ts';
import { screening } from './playbooks/screening.ts';
import { agency, booking, home, matter, mobile } from './playbooks/ways.ts';
import { indicators } from './indicators/figures.ts';
import { roles } from './roles.ts';
import { slotPlans } from './slot-plans.ts';

/** 一窗四办: any window, at home, on the phone, by appointment, by an agent; at most one trip. */
export const windows = definePack({
  id: 'window',
  version: 1,
  name: { zh: '一窗四办', en: 'One window, four ways' },
  summary: {
    zh: '一窗受理、上门办、掌上办、预约办、帮办代办，最多跑一趟；事项筛查与时限压缩',
    en: 'One window, at home, on the phone, by appointment, by an agent, at most one trip; screening of items',
  },
  sections: {
    codeLists: [serviceItems, screeningRounds],
    roles,
    slotPlans,
    playbooks: [matter, home, mobile, booking, agency, screening],
    residentDoors,
    indicators,
    examples,
    documentExamples,
  },
});
