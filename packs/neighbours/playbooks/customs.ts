import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, duties, explaining, giveDuties, street } from './common.ts';

const { act, answerField, bodyField, choice, ending, lines, line, limit, money, number, privacyOf, stage, table, taskSteps, timer } = blocks; // biome-ignore format: names

/**
 * 移风易俗行动 (S337): activities as tasks, pledges of households, the council of weddings and funerals at work, honours that were
 * published. Norms are advice: nothing here is a penalty. A single banquet is `party-matters.banquet`.
 */
export const customs: Playbook = {
  id: 'neighbours.customs',
  version: 1,
  name: { zh: '移风易俗行动', en: 'Reform of customs' },
  summary: {
    zh: '定活动、签承诺、红白理事会劝导、评先进公示，最后看承诺率、劝导率、节约金额',
    en: 'Activities, pledges, the council’s advice, honours; in the end pledges, advice taken, money saved',
  },
  categories: 'neighbours.custom-themes',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '行动名称', 'Title', { required: true }),
    number('households', '辖区户数', 'Households', { required: true, min: 1, max: 1_000_000 }),
  ],
  title: 'data.title',
  start: 'planning',
  stages: [
    stage('planning', '制定方案', 'Plan', ['正在制定方案', 'Being planned'], community),
    stage('running', '开展', 'Running', ['正在开展，欢迎签订承诺', 'Running; pledges are welcome'], community),
    stage('summing', '街道评估', 'Looked at by the street', ['街道正在评估', 'The street is looking at it'], street),
    ending('done', '已总结', 'Summed up'),
    ending('dropped', '未开展', 'Dropped'),
  ],
  actions: [
    act('plan', '公布方案', 'Publish the plan', ['planning'], [community], {
      to: 'running',
      form: [
        bodyField('council', { zh: '牵头的红白理事会或居委会', en: 'Council that leads' }),
        number('councillors', '理事人数', 'Councillors', { required: true, min: 3, max: 100 }),
        lines('norms', { zh: '倡导标准', en: 'Norms' }, { required: true, hint: { zh: '如婚宴桌数、每桌标准、随礼上限', en: 'Tables, price of a table, gifts' } }),
        duties('activities', '活动安排', 'Activities'),
      ],
      does: [giveDuties('activities')],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'activities', value: 'count(form.activities)' }, { what: 'councillors', value: 'form.councillors' }],
    }),
    act('drop', '不开展', 'Drop', ['planning'], [community], { ...explaining, to: 'dropped' }),
    ...taskSteps({ from: ['running'] }, {
      finish: {
        name: { zh: '登记活动', en: 'Record the activity' },
        form: [number('people', '参加人数', 'People', { required: true, max: 100_000 }), lines('result', { zh: '活动情况', en: 'What was done' }, { required: true }), blocks.photosField('photos', { zh: '照片', en: 'Photos' })],
        tells: [{ what: 'activity-people', value: 'form.people' }],
      },
    }),
    act('pledge', '登记承诺', 'Record pledges', ['running'], [community], {
      form: [
        choice('what', '承诺事项', 'Pledge', 'neighbours.custom-themes', { required: true }),
        number('households', '本次签订户数', 'Households', { required: true, min: 1, max: 100_000 }),
        { id: 'sheet', type: 'photos', name: { zh: '承诺书照片', en: 'Photo of the sheets' }, options: { max: 6 } },
      ],
      counts: 'note',
      tells: [{ what: 'pledged', value: 'form.households' }],
    }),
    act('council', '登记理事会劝导', 'Record the council’s work', ['running'], [community], {
      form: [
        line('banquet', '红白事报备编号', 'Number of the banquet', { max: 40 }),
        lines('advice', { zh: '劝导情况', en: 'Advice' }, { required: true }),
        choice('taken', '结果', 'Taken', [['yes', '采纳', 'Taken'], ['partly', '部分采纳', 'Partly'], ['no', '未采纳', 'Not taken']], { required: true }),
        money('saved', '节约金额', 'Saved', { required: true, max: 10_000_000 }),
      ],
      counts: 'note',
      tells: [{ what: 'advice', value: 'form.taken' }, { what: 'saved', value: 'form.saved / 100' }],
    }),
    act('honour', '公布先进', 'Publish honours', ['running'], [community], {
      form: [
        choice('kind', '荣誉', 'Honour', [['family', '文明家庭', 'Civil family'], ['daughter', '好媳妇好婆婆', 'Good families'], ['wedding', '婚事新办典型', 'Simple wedding'], ['council', '优秀理事', 'Councillor']], { required: true }),
        number('count', '个数', 'How many', { required: true, min: 1, max: 500 }),
        number('days', '公示天数', 'Days published', { required: true, min: 5, max: 60 }),
        number('objections', '异议件数', 'Objections', { required: true, max: 500 }),
        table('names', '名单', 'Names', [line('name', '姓名或户', 'Name', { required: true, max: 40 }), line('deed', '事迹', 'Deed', { required: true, max: 200 })], { max: 50, privacy: privacyOf('公布先进', 'To publish the honours', 'consent', 'personal', 24) }),
      ],
      counts: 'note',
      tells: [{ what: 'honours', value: 'form.count' }],
    }),
    act('hand-in', '提交总结', 'Hand in', ['running'], [community], {
      to: 'summing',
      when: 'matter.tasks.open = 0',
      form: [
        number('pledged', '累计承诺户数', 'Households pledged', { required: true, max: 1_000_000 }),
        number('banquets', '期内红白事', 'Banquets', { required: true, max: 100_000 }),
        number('simple', '其中简办', 'Held simply', { required: true, max: 100_000 }),
      ],
      counts: 'handle',
      tone: 'primary',
      tells: [{ what: 'pledge-rate', value: 'decimal(form.pledged / data.households * 100, 1)' }, { what: 'banquets', value: 'form.banquets' }, { what: 'simple-banquets', value: 'form.simple' }],
    }),
    act('sum-up', '评估总结', 'Sum up', ['summing'], [street], { ...closing, to: 'done', notBy: ['hand-in'], form: [number('score', '评估得分', 'Score', { required: true, max: 100 }), answerField], tells: [{ what: 'score', value: 'form.score' }] }),
    act('more', '继续开展', 'Go on', ['summing'], [street], { to: 'running', form: [blocks.reasonField], counts: 'return' }),
  ],
  clocks: [timer('whole', '行动期限', 'Time in all', ['planning', 'running', 'summing'], limit(365, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
