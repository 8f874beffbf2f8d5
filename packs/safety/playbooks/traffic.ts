import { blocks, type Playbook } from '#engines/case/model';
import { community, contact, inspector, photos, street } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  choice,
  ending,
  givePlan,
  line,
  lines,
  limit,
  milestoneSteps,
  number,
  planTable,
  simple,
  stage,
  timer,
} = blocks;

/** 社区交通隐患 (S183): a complaint of speeding or a risky spot; publicity, enforcement, or measures as a small project. */
export const traffic: Playbook = {
  id: 'safety.traffic',
  version: 2,
  name: { zh: '社区交通隐患治理', en: 'Traffic risk in the community' },
  summary: {
    zh: '超速、盲区等隐患：劝导、执法，或设置减速带、标志等措施并看成效',
    en: 'Speeding, blind corners: persuasion, enforcement, or measures such as bumps and signs, and what came of them',
  },
  categories: 'safety.traffic-risks',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    lines('what', { zh: '情况', en: 'What happens' }, { required: true }),
    choice('hours', '时段', 'When', [
      ['morning', '早高峰', 'Morning'],
      ['noon', '中午', 'Noon'],
      ['evening', '晚高峰', 'Evening'],
      ['night', '夜间', 'Night'],
      ['all', '全天', 'All day'],
    ]),
    simple('point', 'point', '位置', 'Point'),
    photos,
    contact,
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'received',
  stages: [
    stage('received', '待踏勘', 'To be looked at', ['已收到', 'Received'], community),
    stage('measures', '落实措施', 'Measures under way', ['正在落实措施', 'Measures are under way'], assignee),
    stage(
      'watching',
      '成效观察',
      'Watching the effect',
      ['措施已落实，正在观察效果', 'Measures are in place; their effect is being watched'],
      community,
    ),
    ending('closed', '已治理', 'Mended', ['已治理，等您确认', 'Done, awaiting your word']),
    ending('rated', '已治理（已评价）', 'Mended and rated', ['已治理', 'Done']),
    ending('declined', '不予办理', 'Declined'),
  ],
  actions: [
    act('survey', '踏勘派单', 'Survey and hand on', ['received'], [community, street], {
      to: 'measures',
      form: [
        choice(
          'risk',
          '风险等级',
          'Risk',
          [
            ['high', '高', 'High'],
            ['middle', '中', 'Middle'],
            ['low', '低', 'Low'],
          ],
          { required: true },
        ),
        number('before', '踏勘时段超速（险情）次数', 'Cases counted before', { required: true, max: 10_000 }),
        bodyField('body', { zh: '责任单位', en: 'Body in charge' }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tells: [
        { what: 'risk', value: 'form.risk' },
        { what: 'before', value: 'form.before' },
      ],
      tone: 'primary',
    }),
    act('plan', '确定措施', 'Plan the measures', ['measures'], [assignee], {
      form: [planTable()],
      does: [givePlan()],
      counts: 'note',
    }),
    ...milestoneSteps({ from: ['measures'], who: [assignee] }),
    act('done', '措施落实', 'Measures in place', ['measures'], [assignee], {
      to: 'watching',
      when: 'matter.tasks.open = 0',
      form: [line('measure', '措施（减速带、标志、劝导等）', 'Measures', { required: true, max: 200 }), photos],
      counts: 'handle',
      tone: 'primary',
    }),
    act('effective', '有成效，办结', 'It works, close', ['watching'], [community, inspector], {
      to: 'closed',
      notBy: ['done'],
      form: [
        number('after', '同时段超速（险情）次数', 'Cases counted after', { required: true, max: 10_000 }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [{ what: 'after', value: 'form.after' }],
      tone: 'primary',
    }),
    act('ineffective', '成效不明显，调整措施', 'It does not work', ['watching'], [community, inspector], {
      to: 'measures',
      form: [number('after', '同时段超速（险情）次数', 'Cases counted after', { required: true, max: 10_000 })],
      counts: 'return',
    }),
    blocks.declining({ from: ['received'], to: 'declined', who: [community], grants: [street] }),
    blocks.rating({ from: ['closed'], closed: 'rated', again: 'received', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('surveying', '踏勘时限', 'Time to survey', ['received'], limit(3, 'working-days')),
    timer('whole', '治理时限', 'Time to close', ['received', 'measures', 'watching'], limit(30, 'calendar-days'), {
      before: [{ limit: 'category' }],
      main: true,
    }),
  ],
  routing: [
    {
      when: 'list contains(["motorcycle", "car", "school"], category.code)',
      bodyKind: 'traffic-police',
      assign: 'on-duty',
    },
    { when: 'true', bodyKind: 'transport', assign: 'least-load' },
  ],
};
