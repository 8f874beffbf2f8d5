import { blocks, type Playbook } from '#engines/case/model';
import {
  blowing,
  community,
  leader,
  onSite,
  startingItself,
  street,
  whistleFields,
  whistleStages,
} from './sounding.ts';

const { act, limit, lines, number, timer } = blocks;

const pinggu = '平谷“吹哨报到”：部门 30 分钟内到场 http://www.handmsg.com/page/2019/0926/10901069.shtml';
const timing = { arrive: limit(30 / 60, 'clock-hours', pinggu), finish: limit(24, 'clock-hours') };

/** 应急哨: departments are there within thirty minutes; when the street does not divide within ten, it starts itself. */
export const emergency: Playbook = {
  id: 'whistle.emergency',
  version: 1,
  name: { zh: '应急哨', en: 'Emergency whistle' },
  summary: {
    zh: '险情发生，部门 30 分钟到场，现场统一指挥，事不完人不撤',
    en: 'Departments within 30 minutes, one command on site, nobody leaves before the end',
  },
  categories: 'whistle.emergency-kinds',
  reporters: ['staff', 'system'],
  fields: whistleFields,
  title: '"应急哨（" + category.name + "）：" + (if place.text = "" then place.name else place.text)',
  start: 'review',
  onReport: [
    {
      effect: 'notice.send',
      template: 'matter.urgent',
      to: [{ role: 'community-principal' }, { onDuty: 'street-dispatcher' }],
      values: { minutes: '"10"' },
    },
  ],
  stages: whistleStages,
  actions: [
    ...blowing(timing),
    startingItself(timing),
    act('command', '现场指挥令', 'Order on site', ['onsite'], [community, street, leader], {
      form: [
        lines('order', { zh: '指令', en: 'Order' }, { required: true }),
        number('evacuated', '转移人数', 'People moved', { max: 100_000 }),
      ],
      tells: [{ what: 'evacuated', value: 'form.evacuated' }],
      counts: 'note',
    }),
    ...onSite,
  ],
  clocks: [
    timer('review', '审核时限', 'Time to review', ['review'], limit(10 / 60, 'clock-hours')),
    timer('dividing', '分哨时限', 'Time to divide', ['dividing'], limit(10 / 60, 'clock-hours'), {
      whenOver: 'start-itself',
    }),
    timer('whole', '处置时限', 'Time to close', ['review', 'dividing', 'onsite'], limit(24, 'clock-hours'), {
      main: true,
    }),
  ],
  routing: [],
};
