import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, contactPhone, explaining, street } from './common.ts';

const { act, answerField, choice, ending, lines, line, limit, number, reasonField, simple, stage, table, taskSteps, timer } = blocks; // biome-ignore format: names

/** 服务愿望单 (S709): what residents would like to have nearby; neighbours join with “me too”; told when it is tried or why not. */
export const serviceWish: Playbook = {
  id: 'neighbours.service-wish',
  version: 1,
  name: { zh: '服务愿望单', en: 'Wish for a service' },
  summary: { zh: '想要什么服务和活动，写下来，邻居可以附议；试办了告诉您', en: 'Say what service or activity you would like; neighbours may join; you are told when it is tried' },
  categories: 'neighbours.services',
  reporters: ['resident', 'staff'],
  fields: [
    lines('wish', { zh: '想要的服务', en: 'What you would like' }, { required: true, max: 200 }),
    choice('when', '方便的时间', 'When it suits', [['day', '工作日白天', 'Working days'], ['evening', '晚上', 'Evenings'], ['weekend', '周末', 'Weekends'], ['holiday', '寒暑假', 'Holidays']], { many: true }),
    contactPhone('试办时通知', 'To tell when it is tried'),
  ].map((field) => (field.id === 'phone' ? { ...field, required: false } : field)),
  title: '"愿望：" + category.name',
  start: 'listed',
  stages: [
    stage('listed', '愿望单', 'Listed', ['已列入愿望单', 'On the list'], community),
    ending('tried', '已安排试办', 'Being tried', ['已安排试办', 'Being tried']),
    ending('waits', '暂不安排', 'Not now', ['暂不安排', 'Not now']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('try', '列入本季试办', 'Try it this season', ['listed', 'waits'], [community], { ...closing, to: 'tried', form: [line('season', '季度计划编号', 'Number of the season', { required: true, max: 40 }), answerField], tells: [{ what: 'wish-tried', value: 'category.code' }], batch: true }),
    act('not-now', '暂不安排', 'Not now', ['listed'], [community], { ...explaining, to: 'waits', batch: true }),
    blocks.withdrawing({ from: ['listed'], to: 'withdrawn' }),
  ],
  clocks: [timer('whole', '答复时限', 'Time to answer', ['listed'], limit(90, 'calendar-days'), { main: true })],
  routing: [],
  tells: [{ what: 'wish', value: 'category.code' }],
}; // biome-ignore format: forms read better in a few long lines

const services = (id: string, zh: string, en: string, more: readonly ReturnType<typeof line>[]) =>
  table(id, zh, en, [
    line('service', '服务', 'Service', { required: true, max: 60 }),
    choice('kind', '种类', 'Kind', 'neighbours.services', { required: true }),
    ...more,
  ], { required: true, min: 1, max: 30 }); // biome-ignore format: a table

/**
 * 季度试办 (S709): wishes are tried for a season; what hardly anybody used is ended. Keeping it all the same is for the street to
 * say, with its reason. Variety is the number of kinds that go on.
 */
export const season: Playbook = {
  id: 'neighbours.season',
  version: 1,
  name: { zh: '服务季度试办', en: 'Services on trial' },
  summary: {
    zh: '按愿望单定本季试办服务，记使用人次，季末少人用的停办，要保留的报街道，公布种类数',
    en: 'Wishes tried for a season; use is counted; what hardly anybody used ends, unless the street keeps it; kinds are counted',
  },
  categories: 'neighbours.services',
  reporters: ['staff', 'system'],
  fields: [
    line('season', '季度', 'Season', { required: true, max: 20, hint: { zh: '如 2026 年夏季', en: 'Such as summer 2026' } }),
    number('low', '每场少于几人算使用少', 'Few: fewer a time than', { required: true, min: 1, max: 1000 }),
  ],
  title: 'data.season + "服务试办"',
  start: 'choosing',
  stages: [
    stage('choosing', '选定试办', 'Choosing', ['正在选定试办服务', 'Services are being chosen'], community),
    stage('trying', '试办', 'On trial', ['正在试办', 'On trial'], community),
    stage('street', '待街道决定去留', 'For the street to say', ['街道正在研究去留', 'The street is looking at what stays'], street),
    ending('done', '已公布去留', 'Published'),
    ending('none', '本季不试办', 'None'),
  ],
  actions: [
    act('choose', '公布本季试办', 'Publish what is tried', ['choosing'], [community], {
      to: 'trying',
      form: [
        number('wishes', '愿望单条数', 'Wishes on the list', { required: true, max: 100_000 }),
        services('services', '试办服务', 'Services', [number('wished', '愿望和附议人数', 'Wished by', { required: true, max: 100_000 }), simple('body', 'who', '承办单位', 'Body', { required: true }), simple('date', 'by', '试办至', 'Until', { required: true })]),
      ],
      does: [{ move: 'give-tasks', from: 'services', columns: { name: 'service', body: 'who', due: 'by' } }],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'tried', value: 'form.services.kind' }],
    }),
    act('none', '本季不试办', 'None this season', ['choosing'], [community], { ...explaining, to: 'none' }),
    ...taskSteps({ from: ['trying'] }, {
      finish: {
        name: { zh: '报使用情况', en: 'Tell how it was used' },
        form: [number('sessions', '场次', 'Times', { required: true, max: 1000 }), number('people', '人次', 'Person-times', { required: true, max: 100_000 }), lines('result', { zh: '情况', en: 'In words' }, { required: true })],
        tells: [{ what: 'used', value: 'form.people' }],
      },
    }),
    blocks.progressNote({ from: ['trying'], who: [community] }),
    act('judge', '季末评议去留', 'Say what stays', ['trying'], [community], {
      to: [{ when: 'some one in form.services satisfies one.decision = "keep" and one.people < data.low * one.sessions', to: 'street' }, { to: 'done' }],
      when: 'matter.tasks.open = 0',
      form: [
        services('services', '去留清单', 'What stays', [number('sessions', '场次', 'Times', { required: true, min: 1, max: 1000 }), number('people', '人次', 'Person-times', { required: true, max: 100_000 }), choice('decision', '去留', 'Decision', [['keep', '保留', 'Stays'], ['end', '停办', 'Ends'], ['change', '改时间或形式再试', 'Changed and tried again']], { required: true }), line('why', '理由', 'Why', { required: true, max: 100 })]),
        answerField,
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
      tells: [
        { what: 'decision', value: 'form.services.decision' },
        { what: 'variety', value: 'count(distinct values(for one in form.services return if one.decision = "end" then null else one.kind)) - (if some one in form.services satisfies one.decision = "end" then 1 else 0)' },
      ],
    }),
    act('keep', '同意保留', 'It stays', ['street'], [street], { ...closing, to: 'done', notBy: ['judge'], form: [reasonField, answerField], tells: [{ what: 'kept-though-low', value: 'true' }] }),
    act('end-it', '停办使用少的', 'It ends', ['street'], [street], { ...closing, to: 'done', notBy: ['judge'], tells: [{ what: 'ended-by-street', value: 'true' }] }),
  ],
  clocks: [timer('whole', '季度', 'The season', ['choosing', 'trying', 'street'], limit(120, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
