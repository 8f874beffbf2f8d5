import { residentDoors } from './doors.ts';
import { plans } from './plans.ts';
import { definePack } from '#kernel/pack';
import { examples } from './examples/index.ts';
import { lists } from './lists.ts';
import { elders, family, helpPlan, rights, youth } from './playbooks/plans.ts';
import { counselling, legal } from './playbooks/rooms.ts';
import { aid, visit } from './playbooks/visit.ts';
import { indicators } from './indicators/figures.ts';
import { noticeTemplates } from './notices.ts';
import { roles } from './roles.ts';
import { slotPlans } from './slot-plans.ts';

/** 关爱服务: visits, emergency aid, advice, counselling, plans for families and groups, rights of persons. */
export const care = definePack({
  id: 'care',
  version: 1,
  name: { zh: '关爱服务', en: 'Care' },
  summary: {
    zh: '走访探访、紧急救助、法律咨询、心灵驿站、帮教、特殊家庭、儿童青少年、老年人服务、个人信息权利请求',
    en: 'Visits, emergency aid, legal advice, counselling, help plans, families, youth, older people, requests about one’s data',
  },
  sections: {
    codeLists: lists,
    roles,
    slotPlans,
    plans,
    playbooks: [visit, aid, legal, counselling, helpPlan, family, youth, elders, rights],
    residentDoors,
    indicators,
    noticeTemplates,
    examples,
  },
});
