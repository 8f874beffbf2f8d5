import { blocks, type Playbook } from '#engines/case/model';
import { blowing, community, leader, onSite, street, whistleFields, whistleStages, withTask } from './sounding.ts';

const { limit, timer } = blocks;

/** 日常哨 (S141): what residents complain of and a community cannot settle alone; departments come within a working day. */
export const daily: Playbook = {
  id: 'whistle.daily',
  version: 1,
  name: { zh: '日常哨', en: 'Daily whistle' },
  summary: {
    zh: '群众反映突出、社区解决不了的事，部门一个工作日内报到',
    en: 'What a community cannot settle alone; departments come within a working day',
  },
  categories: 'whistle.daily-kinds',
  reporters: ['staff'],
  fields: whistleFields,
  title: '"日常哨（" + category.name + "）：" + place.name',
  start: 'review',
  stages: whistleStages,
  actions: [
    ...blowing({
      arrive: limit(1, 'working-days'),
      finish: limit(5, 'working-days'),
    }),
    ...onSite,
    blocks.extension({ from: ['onsite'], who: [withTask] }, { grants: [street], atMost: 1 }),
    blocks.cardAction('yellow', { from: ['onsite'], who: [street, leader] }),
    blocks.copying({ from: ['onsite'], who: [community, street] }),
  ],
  clocks: [
    timer('review', '审核时限', 'Time to review', ['review'], limit(1, 'working-days')),
    timer('dividing', '分哨时限', 'Time to divide', ['dividing'], limit(4, 'working-hours')),
    timer('whole', '办结时限', 'Time to close', ['review', 'dividing', 'onsite'], limit(10, 'working-days'), {
      main: true,
    }),
  ],
  routing: [],
};
