import { definePack } from '#kernel/pack';
import { doorGroups } from './door-groups.ts';
import { reportChannels } from './report-channels.ts';
import { residentDoors } from './doors.ts';
import { bodyKinds } from './body-kinds.ts';
import { businessLines } from './business-lines.ts';
import { dailyLists } from './code-lists/daily-work.ts';
import { raisingLists } from './code-lists/raising.ts';
import { eventCategories } from './code-lists/event-categories.ts';
import { eventSources } from './code-lists/event-sources.ts';
import { satisfactionLevels } from './code-lists/satisfaction-levels.ts';
import { documents } from './documents.ts';
import { documentExamples } from './examples/documents.ts';
import { examples } from './examples/index.ts';
import { pingshanTypes } from './imports/pingshan-types.ts';
import { pingshan } from './imports/pingshan.ts';
import { dailyIndicators } from './indicators/daily-work.ts';
import { dutyIndicators } from './indicators/duties.ts';
import { indicators } from './indicators/matters.ts';
import { noticeTemplates } from './notices.ts';
import { appeal } from './playbooks/appeal.ts';
import { assignment } from './playbooks/assignment.ts';
import { bottomLine, zeroReport } from './playbooks/bottom-line.ts';
import { demand } from './playbooks/demand.ts';
import { escalation } from './playbooks/escalation.ts';
import { graded } from './playbooks/graded.ts';
import { handIn } from './playbooks/hand-in.ts';
import { hotspot } from './playbooks/hotspot.ts';
import { household } from './playbooks/household.ts';
import { major } from './playbooks/major.ts';
import { opinion } from './playbooks/opinion.ts';
import { patrol } from './playbooks/patrol.ts';
import { publicity } from './playbooks/publicity.ts';
import { reception } from './playbooks/reception.ts';
import { stairwell } from './playbooks/stairwell.ts';
import { taskOrder } from './playbooks/task-order.ts';
import { urgentNeed } from './playbooks/urgent-need.ts';
import { visit } from './playbooks/visit.ts';
import { event } from './playbooks/event.ts';
import { hazard } from './playbooks/hazard.ts';
import { plans } from './plans.ts';
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
    codeLists: [eventCategories, satisfactionLevels, eventSources, pingshanTypes, ...dailyLists, ...raisingLists],
    roles,
    bodyKinds,
    businessLines,
    staffRules,
    playbooks: [
      snapshot,
      event,
      pingshanPast,
      major,
      opinion,
      appeal,
      handIn,
      demand,
      patrol,
      visit,
      household,
      bottomLine,
      zeroReport,
      publicity,
      assignment,
      taskOrder,
      escalation,
      urgentNeed,
      reception,
      graded,
      stairwell,
      hotspot,
      hazard,
    ],
    doorGroups,
    reportChannels,
    residentDoors,
    indicators: [...indicators, ...dailyIndicators, ...dutyIndicators],
    plans,
    importMaps: [pingshan],
    noticeTemplates,
    documents,
    documentExamples,
    examples,
  },
});
