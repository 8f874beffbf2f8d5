import { definePack } from '#kernel/pack';
import { residentDoors } from './doors.ts';
import { examples } from './examples/index.ts';
import { lists } from './lists.ts';
import { enterprise, enterpriseVisit, suggestion } from './playbooks/enterprise.ts';
import { merchantVisit } from './playbooks/merchant.ts';
import { fiveParties, mutualHelp, volunteers } from './playbooks/mutual-help.ts';
import { order } from './playbooks/order.ts';
import { project } from './playbooks/project.ts';
import { reverseVisit, twoWay } from './playbooks/reverse.ts';
import { indicators } from './indicators/figures.ts';
import { roles } from './roles.ts';
import { slotPlans } from './slot-plans.ts';

/** 点单服务: ordered, sent, accepted; merchants at home, mutual help, service to enterprises. */
export const orders = definePack({
  id: 'order',
  version: 1,
  name: { zh: '点单服务', en: 'Service orders' },
  summary: {
    zh: '点单派单接单、商户上门、反向预约、供需对接、邻里互助、五社联动、志愿集结、企业服务',
    en: 'Orders, merchants at home, staff who come, offers and needs, neighbours, five parties, volunteers, enterprises',
  },
  sections: {
    codeLists: lists,
    roles,
    slotPlans,
    playbooks: [
      order,
      project,
      merchantVisit,
      reverseVisit,
      twoWay,
      mutualHelp,
      fiveParties,
      volunteers,
      enterprise,
      enterpriseVisit,
      suggestion,
    ],
    residentDoors,
    indicators,
    examples,
  },
});
