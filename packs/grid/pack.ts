import { definePack } from '#kernel/pack';
import { bodyKinds } from './body-kinds.ts';
import { businessLines } from './business-lines.ts';
import { eventCategories } from './code-lists/event-categories.ts';
import { eventSources } from './code-lists/event-sources.ts';
import { satisfactionLevels } from './code-lists/satisfaction-levels.ts';
import { documents } from './documents.ts';
import { examples } from './examples/index.ts';
import { pingshanTypes } from './imports/pingshan-types.ts';
import { pingshan } from './imports/pingshan.ts';
import { indicators } from './indicators/matters.ts';
import { noticeTemplates } from './notices.ts';
import { event } from './playbooks/event.ts';
import { pingshanPast } from './playbooks/pingshan-past.ts';
import { snapshot } from './playbooks/snapshot.ts';
import { roles } from './roles.ts';
import { staffRules } from './staff-rules.ts';

/** 网格: what residents and grid workers report, who sees to it, and how well. */
export const grid = definePack({
  id: 'grid',
  version: 1,
  name: { zh: '网格事项', en: 'Grid matters' },
  summary: {
    zh: '随手拍与网格事件：上报、派单、办理、核查、答复、评价，以及相应指标',
    en: 'Snapshots and grid events: reported, dispatched, handled, verified, answered, rated; and the figures of it',
  },
  sections: {
    codeLists: [eventCategories, satisfactionLevels, eventSources, pingshanTypes],
    roles,
    bodyKinds,
    businessLines,
    staffRules,
    playbooks: [snapshot, event, pingshanPast],
    indicators,
    importMaps: [pingshan],
    noticeTemplates,
    documents,
    examples,
  },
});
