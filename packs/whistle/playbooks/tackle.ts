import { blocks, type Playbook } from '#engines/case/model';
import {
  blowing,
  community,
  leader,
  onSite,
  street,
  system,
  whistleFields,
  whistleStages,
  withTask,
} from './sounding.ts';

const { act, bodyField, limit, lines, stage, timer } = blocks;

/**
 * 攻坚哨 (S696): a hard matter of several departments with one lead, sub-tasks on one clock; what is stuck goes to the
 * street's joint meeting with the facts, and comes back with decisions that are tasks.
 */
export const tackle: Playbook = {
  id: 'whistle.tackle',
  version: 2,
  name: { zh: '攻坚哨', en: 'Whistle for a hard matter' },
  summary: {
    zh: '综合执法和历史难题，一家牵头、任务分解、同一时限，卡住就上联席会',
    en: 'One lead, sub-tasks on one clock; what is stuck goes to the joint meeting',
  },
  categories: 'whistle.tackle-kinds',
  reporters: ['staff'],
  fields: whistleFields,
  title: '"攻坚哨（" + category.name + "）：" + place.name',
  start: 'review',
  stages: [
    ...whistleStages.slice(0, 3),
    stage('meeting', '联席会议', 'Joint meeting', ['提请联席会议', 'Before the joint meeting'], leader),
    ...whistleStages.slice(3),
  ],
  actions: [
    ...blowing({ arrive: limit(2, 'working-days'), finish: limit(45, 'calendar-days') }),
    act('plan', '明确牵头、分解任务', 'Name the lead, divide', ['onsite'], [street], {
      form: [bodyField('lead', { zh: '牵头部门', en: 'Lead' }), blocks.planTable('plan')],
      assigns: 'lead',
      does: [{ ...blocks.givePlan('plan'), lead: 'lead' }],
      atMost: 1,
      tone: 'primary',
    }),
    ...onSite,
    act('stuck', '提请联席会议', 'To the joint meeting', ['onsite'], [street, withTask], {
      to: 'meeting',
      form: [
        lines('facts', { zh: '进展和卡点', en: 'Facts, and where it is stuck' }, { required: true, max: 1000 }),
        lines('ask', { zh: '提请议定事项', en: 'What to decide' }, { required: true }),
      ],
      atMost: 2,
      tells: [{ what: 'joint-meeting', value: 'true' }],
    }),
    act('decide', '联席会议议定', 'The meeting decides', ['meeting'], [leader], {
      to: 'onsite',
      form: [
        lines('minutes', { zh: '议定意见', en: 'Minutes' }, { required: true, max: 1000 }),
        blocks.planTable('decisions'),
      ],
      does: [blocks.givePlan('decisions')],
      tone: 'primary',
    }),
    act('silent', '逾期未报进展，提醒', 'No progress told: reminded', ['onsite'], [system], {
      tells: [{ what: 'silent', value: 'true' }],
      effects: [{ effect: 'notice.send', template: 'whistle.silent', to: [withTask, street] }],
    }),
    ...blocks.holding({ from: ['onsite'], who: [street] }, { grants: [leader] }),
    blocks.cardAction('red', { from: ['onsite'], who: [leader] }),
    blocks.copying({ from: ['onsite', 'meeting'], who: [community, street] }),
  ],
  clocks: [
    timer('review', '审核时限', 'Time to review', ['review'], limit(1, 'working-days')),
    timer('dividing', '分哨时限', 'Time to divide', ['dividing'], limit(2, 'working-days')),
    timer('leading', '明确牵头时限', 'Time to name the lead', ['onsite'], limit(3, 'working-days'), {
      stoppedBy: ['plan'],
    }),
    // Ten working days of silence, counted afresh from each word of progress, and from each reminder.
    timer('progress', '进展报告时限', 'Time to tell progress', ['onsite'], limit(10, 'working-days'), {
      restartedBy: ['plan', 'log', 'finish', 'decide', 'silent'],
      whenOver: 'silent',
    }),
    timer('meeting', '议定时限', 'Time to decide', ['meeting'], limit(10, 'working-days')),
    timer(
      'whole',
      '攻坚时限',
      'Common clock',
      ['review', 'dividing', 'onsite', 'meeting'],
      limit(60, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
