import { blocks, type Playbook } from '#engines/case/model';
import { contact, photos, words } from './fields.ts';
import { assignee, community, reporter, system } from './owners.ts';

const { act, answerField, bodyField, ending, extension, limit, simple, stage, timer } = blocks;

/**
 * 楼道设施报修 (S145): a neighbour scans the plate in the lift, without sign-in; neighbours say “me too”; since when it
 * has been broken is asked once, so that the age before the first report can be seen. It goes to the property company.
 */
export const stairwell: Playbook = {
  id: 'grid.stairwell',
  version: 1,
  name: { zh: '楼道设施报修', en: 'Repairs in a stairwell' },
  summary: {
    zh: '扫码即报、邻居附议、物业限时修，用了才算好',
    en: 'Scan, neighbours join, the property company repairs in time',
  },
  categories: 'grid.stairwell-things',
  reporters: ['resident', 'staff'],
  fields: [
    { ...simple('moment', 'since', '大约什么时候坏的', 'Broken since about'), options: { past: true } },
    words('words', '说明', 'In your words', { max: 200 }),
    photos('photos', '照片', 'Photos'),
    contact,
  ],
  title: 'category.name + "报修" + (if place.text = "" then "" else "：" + place.text)',
  start: 'reported',
  tells: [{ what: 'age', value: 'date and time(at) - date and time(data.since)' }],
  stages: [
    stage('reported', '待派修', 'Reported', ['已收到', 'Received'], community),
    stage('repairing', '维修中', 'In repair', ['正在维修', 'In repair'], assignee),
    stage('trying', '试用确认', 'Being tried', ['已修好，请试用', 'Repaired, please try'], reporter),
    ending('closed', '已修复', 'Repaired'),
    ending('declined', '不属维修', 'Not a repair'),
  ],
  actions: [
    act('send', '派修', 'Send for repair', ['reported'], [community], {
      to: 'repairing',
      form: [bodyField('body', { zh: '物业或维保单位', en: 'Property company' })],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
      batch: true,
    }),
    act('decline', '不属报修范围', 'Not a repair', ['reported'], [community], {
      to: 'declined',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
    blocks.progressNote({ from: ['repairing'], who: [assignee] }),
    extension({ from: ['repairing'], who: [assignee] }, { grants: [community], atMost: 1 }),
    act('repaired', '修复', 'Repaired', ['repairing'], [assignee], {
      to: 'trying',
      form: [answerField, photos('photos', '修复照片', 'Photos')],
      answers: 'answer',
      counts: 'handle',
      tone: 'primary',
    }),
    act('works', '好用', 'It works', ['trying'], [reporter, community], {
      to: 'closed',
      counts: 'verify',
      tone: 'primary',
    }),
    act('still-broken', '还是坏的', 'Still broken', ['trying'], [reporter, community], {
      to: 'repairing',
      form: [words('why', '情况', 'What is wrong', { max: 200 })],
      atMost: 2,
      counts: 'return',
    }),
    act('silent', '两日无异议，视为修复', 'No word for two days', ['trying'], [system], { to: 'closed' }),
  ],
  clocks: [
    {
      id: 'whole',
      name: { zh: '修复时限', en: 'Time to repair' },
      stages: ['reported', 'repairing'],
      limits: [{ limit: 'category' }],
      main: true,
    },
    timer('sending', '派修时限', 'Time to send', ['reported'], limit(4, 'working-hours')),
    timer('trying', '试用期', 'To be tried', ['trying'], limit(2, 'calendar-days'), { whenOver: 'silent' }),
  ],
  routing: [{ when: 'true', bodyKind: 'property' }],
};
