import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { brief, trend } from './fields.ts';

const {
  act,
  answerField,
  choice,
  ending,
  limit,
  line,
  lines,
  privacyOf,
  rating,
  reporter,
  role,
  simple,
  stage,
  timer,
} = blocks;

const veteran: readonly Owner[] = [role('law-veteran'), role('mediator')];

/** 约访流动: a resident books a veteran on the published circuit; the visit is written down with the dispute (S164). */
export const circuit: Playbook = {
  id: 'dispute.circuit',
  version: 2,
  name: { zh: '约访老调解员', en: 'Book a veteran mediator' },
  summary: {
    zh: '老法官、老民警等“五老”按巡回时间表到社区，居民预约或上门约访，到访情况记入纠纷',
    en: 'Former judges and police come on a published circuit; residents book them, and what they did is kept with the dispute',
  },
  categories: 'dispute.veteran-topics',
  reporters: ['resident', 'staff'],
  fields: [
    { id: 'slot', type: 'slot', name: { zh: '约访时间', en: 'Time' }, required: true, options: { plan: 'dispute.circuit' } },
    brief,
    line('dispute', '关联纠纷编号', 'Number of the dispute', { max: 40 }),
    simple('phone', 'contact', '联系电话', 'Phone', {
      privacy: privacyOf('约访前联系、告知变动', 'To reach you before the visit', 'consent', 'personal', 12),
    }),
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'booked',
  stages: [
    stage('booked', '待到访', 'Booked', ['已预约，请等候到访', 'Booked'], role('law-veteran')),
    ending('visited', '已到访', 'Visited', ['已到访', 'Visited']),
    ending('missed', '未成行', 'Did not take place', ['约访未成行', 'Did not take place']),
    ending('withdrawn', '已取消', 'Cancelled', ['您已取消', 'Cancelled by you']),
  ],
  actions: [
    act('move', '改约', 'Move', ['booked'], [...veteran, reporter], {
      form: [{ id: 'slot', type: 'slot', name: { zh: '改约时间', en: 'New time' }, required: true, options: { plan: 'dispute.circuit' } }],
      atMost: 3,
    }),
    act('visit', '记录到访', 'Record the visit', ['booked'], veteran, {
      to: 'visited',
      form: [
        simple('moment', 'cameAt', '到访时间', 'When', { required: true }),
        choice('did', '做了什么', 'What was done', [
          ['mediated', '调解', 'Mediated'],
          ['advised', '法律政策咨询', 'Advised'],
          ['referred', '引导其他途径', 'Shown another way'],
        ], { required: true }),
        trend,
        lines('record', { zh: '到访记录', en: 'Record' }, { required: true, max: 1000 }),
        answerField,
      ],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
      effects: [{ effect: 'slot.mark', came: true }],
      tells: [{ what: 'veteran-visit', value: 'form.did' }, { what: 'trend', value: 'form.trend' }],
    }),
    act('miss', '未成行', 'Did not take place', ['booked'], veteran, {
      to: 'missed',
      form: [
        choice('why', '原因', 'Why', [
          ['veteran', '老调解员未能到访', 'The veteran could not come'],
          ['resident', '居民未到', 'The resident did not come'],
        ], { required: true }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tells: [{ what: 'missed', value: 'form.why' }],
    }),
    blocks.withdrawing({ from: ['booked'], to: 'withdrawn' }),
    rating({ from: ['visited'], closed: 'visited', again: 'booked', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [timer('whole', '约访期限', 'Time to visit', ['booked'], limit(15, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
