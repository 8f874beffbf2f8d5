import { definePack } from '#kernel/pack';
import { residentDoors } from './doors.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/figures.ts';
import { lists } from './lists.ts';
import { buildingRound, buildingTask } from './playbooks/buildings.ts';
import { contest, entry } from './playbooks/contest.ts';
import { customs } from './playbooks/customs.ts';
import { season, serviceWish } from './playbooks/services.ts';
import { timeBank } from './playbooks/time-bank.ts';

/** 邻里共治: what residents do with one another: customs, contests, wishes for services, buildings, the time bank. */
export const neighbours = definePack({
  id: 'neighbours',
  version: 1,
  name: { zh: '邻里共治', en: 'Neighbours together' },
  summary: {
    zh: '移风易俗行动、美丽阳台评比、服务愿望单和季度试办、楼栋任务、时间银行',
    en: 'Reform of customs, contests, wishes and services on trial, tasks of buildings, time bank',
  },
  sections: {
    codeLists: lists,
    playbooks: [customs, contest, entry, serviceWish, season, buildingRound, buildingTask, timeBank],
    residentDoors,
    indicators,
    examples,
  },
});
