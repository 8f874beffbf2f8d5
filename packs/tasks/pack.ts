import { definePack } from '#kernel/pack';
import { residentDoors } from './doors.ts';
import * as lists from './code-lists/tasks.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/tasks.ts';
import { plans } from './plans.ts';
import { admission } from './playbooks/admission.ts';
import { award, purchase } from './playbooks/funding.ts';
import { document, duty, goal } from './playbooks/lists.ts';
import { cppcc, meeting } from './playbooks/meetings.ts';
import { burden, order } from './playbooks/order.ts';
import { activity, pilot, research } from './playbooks/projects.ts';
import { roles } from './roles.ts';

/** 任务: what is asked of communities, by whose right, at what cost; projects, meetings, documents, research. */
export const tasks = definePack({
  id: 'tasks',
  version: 1,
  name: { zh: '任务与减负', en: 'Tasks and burden' },
  summary: {
    zh: '社区工作准入、交办任务、减负投诉、三级清单、权责清单、文件落实、联席会议、试点、调研、购买服务',
    en: 'Admission of work, task orders, burden complaints, task lists, duties, documents, meetings, pilots, research, bought services',
  },
  sections: {
    codeLists: Object.values(lists),
    roles,
    playbooks: [
      admission,
      order,
      burden,
      goal,
      duty,
      document,
      meeting,
      cppcc,
      pilot,
      activity,
      research,
      award,
      purchase,
    ],
    residentDoors,
    indicators,
    plans,
    examples,
  },
});
