import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, contact, inspector, photos, refusing, resultField, street, worker } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  choice,
  ending,
  line,
  lines,
  limit,
  number,
  reasonField,
  simple,
  stage,
  timer,
} = blocks;

/** Part of a day in which something is seen. */
const hoursOfDay = [
  ['morning', '早（6—9 时）', 'Morning'],
  ['day', '日间（9—17 时）', 'Day'],
  ['evening', '傍晚（17—21 时）', 'Evening'],
  ['night', '夜间（21—6 时）', 'Night'],
] as const;

/** 顽疾点位 (S203, S679, S708): a spot that comes back again and again, its hours, whose section it is, and what came of the measures. */
export const hotSpot: Playbook = {
  id: 'estate.hot-spot',
  version: 1,
  name: { zh: '环境顽疾点位整治', en: 'Hot spot' },
  summary: {
    zh: '反复出现的垃圾、乱停等点位：时段分析、责任段、联合措施、照片时间线、逐周看效果，反弹不销号',
    en: 'Spots of waste or bad parking that come back: hours, whose section, joint measures, pictures over time, weekly effect',
  },
  categories: 'estate.appearance',
  reporters: ['staff', 'system'],
  fields: [
    number('repeats', '近三十日反映次数', 'Reports in 30 days', { required: true, min: 2, max: 10_000 }),
    choice('hours', '多发时段', 'When', hoursOfDay, { many: true, required: true }),
    line('spot', '点位名称', 'Spot', { required: true }),
    photos,
  ],
  title: 'data.spot + "：" + category.name',
  start: 'listed',
  stages: [
    stage('listed', '列入清单', 'On the list', ['已列入整治清单', 'On the list'], community),
    stage('measures', '落实措施', 'Measures', ['正在整治', 'Being dealt with'], assignee),
    stage('watching', '逐周观察', 'Watched week by week', ['正在观察成效', 'The effect is being watched'], community),
    ending('closed', '已销号', 'Off the list'),
    ending('merged', '并入其他点位', 'Merged'),
  ],
  actions: [
    act('plan', '明确责任段和措施', 'Name the section and the measures', ['listed'], [community, street], {
      to: 'measures',
      form: [
        bodyField('body', { zh: '责任段单位', en: 'Responsible section' }),
        { ...blocks.someBodiesField('others', { zh: '联合单位', en: 'Joined by' }), required: false },
        lines('measures', { zh: '措施', en: 'Measures' }, { required: true }),
      ],
      assigns: 'body',
      does: [{ move: 'give-tasks', from: 'others', name: { zh: '联合整治', en: 'Join in' } }],
      counts: 'dispatch',
      tells: [
        { what: 'repeats', value: 'data.repeats' },
        { what: 'hour', value: 'data.hours' },
      ],
      tone: 'primary',
    }),
    ...blocks.taskSteps({ from: ['measures', 'watching'] }),
    act('done', '措施落实', 'Measures in place', ['measures'], [assignee], {
      to: 'watching',
      form: [resultField, photos],
      counts: 'handle',
      tone: 'primary',
    }),
    act('week', '记录一周成效', 'Record a week', ['watching'], [community, worker], {
      form: [
        number('new', '本周新增反映次数', 'New reports this week', { required: true, max: 1000 }),
        choice(
          'state',
          '现场状况',
          'State',
          [
            ['better', '好转', 'Better'],
            ['same', '持平', 'Same'],
            ['worse', '反弹', 'Worse'],
          ],
          { required: true },
        ),
        photos,
      ],
      counts: 'note',
      tells: [
        { what: 'week', value: 'form.state' },
        { what: 'new', value: 'form.new' },
      ],
      tone: 'primary',
    }),
    act('rebound', '反弹，重新制定措施', 'Back again', ['watching'], [community, inspector], {
      to: 'listed',
      form: [reasonField, photos],
      counts: 'return',
      tone: 'danger',
    }),
    act('close', '连续好转，销号', 'Off the list', ['watching'], [inspector, street], {
      ...closing,
      to: [{ when: 'form.after * 2 <= data.repeats', to: 'closed' }, { to: 'listed' }],
      notBy: ['done'],
      form: [
        number('after', '近三十日反映次数', 'Reports in the last 30 days', { required: true, max: 10_000 }),
        answerField,
      ],
      tells: [{ what: 'after', value: 'form.after' }],
    }),
    act('merge', '并入其他点位', 'Merge', ['listed'], [community], { ...refusing, to: 'merged' }),
    ...blocks.supervision({ from: ['measures'], who: [street] }),
  ],
  clocks: [
    timer('measures', '措施时限', 'Time for measures', ['listed', 'measures'], limit(10, 'working-days')),
    timer('whole', '销号时限', 'Time to close', ['listed', 'measures', 'watching'], limit(60, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [{ when: 'true', bodyKind: 'urban-management' }],
};

/** 油烟扰民 (S214): several parties, a measurement before and after, rectification, recheck. */
export const fume: Playbook = {
  id: 'estate.fume',
  version: 1,
  name: { zh: '餐饮油烟扰民', en: 'Cooking fume' },
  summary: {
    zh: '居民、餐馆、执法、物业多方到场，检测油烟浓度，整改后复测',
    en: 'Residents, restaurant, enforcement and property company together; measured, mended, measured again',
  },
  categories: 'estate.fume-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    line('restaurant', '餐饮单位', 'Restaurant', { required: true }),
    lines('what', { zh: '影响情况', en: 'What is felt' }, { required: true }),
    photos,
    contact,
  ],
  title: 'data.restaurant + "：" + category.name',
  start: 'received',
  stages: [
    stage('received', '待到场', 'To be visited', ['已收到', 'Received'], community),
    stage('measuring', '待检测', 'To be measured', ['正在检测', 'Being measured'], assignee),
    stage('rectifying', '整改中', 'Being mended', ['正在整改', 'Being mended'], assignee),
    stage('remeasuring', '待复测', 'To be measured again', ['正在复测', 'Being measured again'], inspector),
    ending('closed', '已解决', 'Solved', ['已解决，等您确认', 'Solved, awaiting your word']),
    ending('rated', '已解决（已评价）', 'Solved and rated', ['已解决', 'Solved']),
    ending('conforming', '检测达标', 'Within the limit', [
      '检测达标，已协商错峰',
      'Within the limit; hours were agreed',
    ]),
  ],
  actions: [
    act('convene', '邀集各方到场', 'Bring all to the place', ['received'], [community, street], {
      to: 'measuring',
      form: [
        bodyField('body', { zh: '执法检测单位', en: 'Enforcement' }),
        blocks.someBodiesField('parties', { zh: '到场各方（物业等）', en: 'Others there' }),
        lines('positions', { zh: '各方意见', en: 'What each says' }, { required: true }),
      ],
      assigns: 'body',
      does: [{ move: 'give-tasks', from: 'parties', name: { zh: '到场配合', en: 'Be there' } }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    ...blocks.taskSteps({ from: ['measuring', 'rectifying'] }),
    act('measure', '登记检测结果', 'Record the measurement', ['measuring'], [assignee], {
      // GB 18483-2001: 2.0 mg/m³.
      to: [{ when: 'form.density > 2', to: 'rectifying' }, { to: 'conforming' }],
      form: [
        number('density', '油烟浓度', 'Density', {
          required: true,
          max: 1000,
          digits: 2,
          unit: ['毫克/立方米', 'mg/m³'],
          hint: { zh: 'GB 18483-2001 限值 2.0', en: 'GB 18483-2001: 2.0' },
        }),
        simple('file', 'report', '检测报告', 'Report'),
        answerField,
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'accept',
      dropsTasks: true,
      tells: [{ what: 'density', value: 'form.density' }],
      tone: 'primary',
    }),
    act('rectified', '整改完成', 'Mended', ['rectifying'], [assignee], {
      to: 'remeasuring',
      form: [resultField, photos],
      counts: 'handle',
      tone: 'primary',
    }),
    act('remeasure', '登记复测结果', 'Record the second measurement', ['remeasuring'], [inspector, community], {
      ...closing,
      to: [{ when: 'form.density <= 2', to: 'closed' }, { to: 'rectifying' }],
      notBy: ['rectified'],
      dropsTasks: true,
      form: [
        number('density', '复测浓度', 'Density', {
          required: true,
          max: 1000,
          digits: 2,
          unit: ['毫克/立方米', 'mg/m³'],
        }),
        answerField,
      ],
      tells: [{ what: 'density-after', value: 'form.density' }],
    }),
    blocks.rating({ from: ['closed'], closed: 'rated', again: 'received', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('measuring', '检测时限', 'Time to measure', ['received', 'measuring'], limit(5, 'working-days')),
    timer(
      'whole',
      '办结时限',
      'Time to close',
      ['received', 'measuring', 'rectifying', 'remeasuring'],
      limit(30, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [{ when: 'true', bodyKind: 'urban-management' }],
};
