import { definePack } from '#kernel/pack';
import { residentDoors } from './doors.ts';
import { codeLists } from './code-lists/hotline.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/rates.ts';
import { noticeTemplates } from './notices.ts';
import { boundary } from './playbooks/boundary.ts';
import { catalogue } from './playbooks/catalogue.ts';
import { monthlyTopic } from './playbooks/monthly-topic.ts';
import { proactive } from './playbooks/proactive.ts';
import { request } from './playbooks/request.ts';
import { roles } from './roles.ts';

/** 12345 与接诉即办: requests by phone, seen through to the call-back; and what is done before the next call. */
export const hotline = definePack({
  id: 'hotline',
  version: 1,
  name: { zh: '接诉即办', en: 'Hotline' },
  summary: {
    zh: '12345 工单受理、派单、办理、回访、重办和出口；划责、派单目录、每月一题、未诉先办',
    en: 'Requests taken, dispatched, handled, called back, done again; duties divided, themes, what is done before the call',
  },
  sections: {
    codeLists,
    roles,
    playbooks: [request, boundary, catalogue, monthlyTopic, proactive],
    residentDoors,
    indicators,
    noticeTemplates,
    examples,
  },
});
