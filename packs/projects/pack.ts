import { definePack } from '#kernel/pack';
import * as lists from './code-lists/projects.ts';
import { documents } from './documents.ts';
import { residentDoors } from './doors.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/figures.ts';
import { plans } from './plans.ts';
import { gapPlan, purchasePlan, renewal } from './playbooks/gaps.ts';
import { offer, partnership } from './playbooks/joining.ts';
import { linked } from './playbooks/linked.ts';
import { filing, incubation } from './playbooks/organisations.ts';

/** 项目化服务: services as projects with owner, day and money; organisations, social forces and purchases that close gaps. */
export const projects = definePack({
  id: 'projects',
  version: 1,
  name: { zh: '项目化服务', en: 'Services as projects' },
  summary: {
    zh: '三社联动项目、社会组织备案和孵化、社会力量参与、政企合作、年度购买计划、老旧社区补短板',
    en: 'Joint projects, filing and incubation of organisations, social forces, partnerships, purchase plans, closing gaps',
  },
  sections: {
    codeLists: Object.values(lists),
    playbooks: [linked, filing, incubation, offer, partnership, purchasePlan, renewal, gapPlan],
    plans,
    documents,
    residentDoors,
    indicators,
    examples,
  },
});
