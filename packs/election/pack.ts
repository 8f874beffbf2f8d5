import { definePack } from '#kernel/pack';
import * as lists from './code-lists/election.ts';
import { residentDoors } from './doors.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/election.ts';
import { noticeTemplates } from './notices.ts';
import { drive } from './playbooks/drive.ts';
import { filing } from './playbooks/filing.ts';
import { comment, communityMethod, streetMethod } from './playbooks/methods.ts';
import { supplement } from './playbooks/supplement.ts';
import { term } from './playbooks/term.ts';

/** 村社区“两委”换届: methods, the term case of each community, filing with the county, by-elections. */
export const election = definePack({
  id: 'election',
  version: 1,
  name: { zh: '“两委”换届', en: 'Election of the two committees' },
  summary: {
    zh: '换届部署、推荐产生办法、社区换届、县级备案、补选与选优配齐',
    en: 'The drive of the street, methods, the election of each community, filing with the county, by-elections',
  },
  sections: {
    codeLists: Object.values(lists),
    playbooks: [drive, streetMethod, communityMethod, comment, term, filing, supplement],
    noticeTemplates,
    residentDoors,
    indicators,
    examples,
  },
});
