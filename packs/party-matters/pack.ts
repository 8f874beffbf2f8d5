import { definePack } from '#kernel/pack';
import { residentDoors } from './doors.ts';
import * as lists from './code-lists/party.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/party.ts';
import { covenant, deliberation } from './playbooks/deliberating.ts';
import { coordination } from './playbooks/coordination.ts';
import { unitReport, wish } from './playbooks/helping.ts';
import { banquet, campaign, joining } from './playbooks/members.ts';
import { model } from './playbooks/models.ts';
import { post, postRound } from './playbooks/posts.ts';
import { incubation, project, projectCopy } from './playbooks/projects.ts';
import { retiredMember, transfer } from './playbooks/relations.ts';
import { memberList, memberReport } from './playbooks/reporting.ts';
import { agreement, help } from './playbooks/units.ts';
import { roles } from './roles.ts';

/** 党建引领: wishes, reporting in, co-building, helping units, deliberation, covenants, members. */
export const partyMatters = definePack({
  id: 'party-matters',
  version: 1,
  name: { zh: '党建引领', en: 'Party matters' },
  summary: {
    zh: '微心愿、双报到、认岗定责、共建协议、单位帮包、协商议事、居民公约、发展党员、组织关系、党建项目、典型评选、条块协调、移风易俗',
    en: 'Wishes, reporting in, co-building, helping units, posts, deliberation, covenants, members, projects, models, coordination, weddings and funerals',
  },
  sections: {
    codeLists: Object.values(lists),
    roles,
    playbooks: [
      wish,
      memberReport,
      unitReport,
      agreement,
      help,
      deliberation,
      covenant,
      joining,
      transfer,
      banquet,
      campaign,
      postRound,
      post,
      project,
      incubation,
      projectCopy,
      retiredMember,
      memberList,
      model,
      coordination,
    ],
    residentDoors,
    indicators,
    examples,
  },
});
