import { definePack } from '#kernel/pack';
import { codeLists } from './code-lists.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/inspection.ts';
import { noticeTemplates } from './notices.ts';
import { accountability, circular, interview } from './playbooks/accountability.ts';
import { exemptionOfItem, heap, rectification } from './playbooks/rectification.ts';
import { monthReport, reports, reward, stageReport } from './playbooks/reporting.ts';
import { guidance, quarterly, weekly } from './playbooks/weekly.ts';
import { plans } from './plans.ts';
import { roles } from './roles.ts';

/** 督查: what is looked at, put right, told, talked over, exempted and rewarded. */
export const inspection = definePack({
  id: 'inspection',
  version: 1,
  name: { zh: '督查', en: 'Inspection' },
  summary: {
    zh: '周督查、季督导、上级指导、整治清单、通报、约谈、分级问责、据实处理、月报告、阶段汇报、奖励',
    en: 'Inspections, lists of points, circulars, interviews, accountability, exemptions, reports, rewards',
  },
  sections: {
    codeLists,
    roles,
    playbooks: [
      weekly,
      quarterly,
      guidance,
      rectification,
      heap,
      exemptionOfItem,
      circular,
      interview,
      accountability,
      reports,
      monthReport,
      stageReport,
      reward,
    ],
    indicators,
    plans,
    noticeTemplates,
    examples,
  },
});
