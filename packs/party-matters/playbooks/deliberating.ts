import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, community, refusing, resultField, secretary } from './common.ts';

const {
  act,
  answerField,
  ending,
  givePlan,
  line,
  lines,
  limit,
  milestoneSteps,
  number,
  planTable,
  reasonField,
  simple,
  someBodiesField,
  stage,
  system,
  table,
  timer,
} = blocks;

const recall = '中办国办《关于加强城乡社区协商的意见》一般程序（未核对原文）';

/**
 * 协商议事 (S287, S290, S293): topic, notice, meeting, resolution, published, carried out, fed back. No vote before the
 * notice period is over: only the clock opens the meeting; a shorter one needs the street's word and its reason stays in
 * the record. Too few present: no resolution.
 */
export const deliberation: Playbook = {
  id: 'party-matters.deliberation',
  version: 1,
  name: { zh: '社区协商议事', en: 'Deliberation' },
  summary: {
    zh: '提题、受理、公告、到会、表决、公布、落实、反馈、归档；公告期和到会人数由程序把关，例外须说明',
    en: 'Topic, notice, quorum, vote, published, carried out, fed back; exceptions are explained',
  },
  categories: 'party-matters.deliberation-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    line('topic', '议题', 'Topic', { required: true, max: 120 }),
    lines('why', { zh: '提出理由', en: 'Why' }, { required: true }),
  ],
  title: 'data.topic',
  start: 'raised',
  stages: [
    stage('raised', '待受理', 'To be taken on', ['已收到议题', 'Received'], secretary),
    stage('noticed', '公告期', 'Notice', ['正在公告，请关注时间地点', 'On notice'], secretary),
    stage('meeting', '开会表决', 'Meeting', ['正在协商', 'Being talked over'], secretary),
    stage('carrying-out', '落实中', 'Being carried out', ['正在落实', 'Being carried out'], community),
    stage('feeding-back', '反馈评议', 'Fed back', ['正在反馈', 'Being fed back'], secretary),
    ending('archived', '已落实归档', 'Archived'),
    ending('not-agreed', '未达成一致', 'Not agreed'),
    ending('declined', '不列入协商', 'Not on the agenda'),
  ],
  actions: [
    act('accept', '受理并公告', 'Take on and give notice', ['raised'], [secretary], {
      to: 'noticed',
      form: [
        simple('moment', 'when', '会议时间', 'When', { required: true }),
        line('where', '地点', 'Where', { required: true }),
        number('entitled', '应到人数', 'Entitled', { required: true, min: 1, max: 10_000 }),
        lines('scope', { zh: '协商内容与范围', en: 'What is talked over' }, { required: true }),
        {
          ...someBodiesField('parties', { zh: '四方代表单位（社区、物业、业主、单位等）', en: 'The four parties' }),
          required: false,
        },
      ],
      does: [
        {
          move: 'give-tasks',
          from: 'parties',
          name: { zh: '各方表态与承担事项', en: 'Each party’s position and part' },
        },
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('open', '公告期满，进入会议', 'Notice is over', ['noticed'], [system], { to: 'meeting' }),
    act('shorten', '缩短公告期', 'Shorten the notice', ['noticed'], [secretary], {
      to: 'meeting',
      needs: { who: [affairs] },
      form: [lines('why', { zh: '紧急情形', en: 'Why it cannot wait' }, { required: true })],
      tells: [{ what: 'departure', value: '1' }],
      tone: 'danger',
    }),
    ...blocks.taskSteps({ from: ['meeting', 'carrying-out'] }),
    act('vote', '表决并形成决议', 'Vote', ['meeting'], [secretary], {
      to: [
        { when: 'form.present * 2 < form.entitled', to: 'noticed' },
        { when: 'form.agreed * 2 > form.present', to: 'carrying-out' },
        { to: 'not-agreed' },
      ],
      form: [
        number('entitled', '应到人数', 'Entitled', { required: true, min: 1, max: 10_000 }),
        number('present', '到会人数', 'Present', { required: true, max: 10_000 }),
        number('agreed', '同意人数', 'In favour', { required: true, max: 10_000 }),
        lines('minutes', { zh: '会议记录', en: 'Minutes' }, { required: true, max: 500 }),
        lines('resolution', { zh: '决议', en: 'Resolution' }, { required: true }),
        { ...answerField, name: { zh: '公布内容', en: 'As published' } },
      ],
      answers: 'answer',
      outcome: 'explained',
      dropsTasks: true,
      counts: 'verify',
      tells: [
        { what: 'present', value: 'form.present' },
        { what: 'quorum', value: 'if form.present * 2 < form.entitled then "no" else "yes"' },
      ],
      tone: 'primary',
    }),
    act('assign', '决议转任务', 'Make tasks of it', ['carrying-out'], [community], {
      form: [planTable()],
      does: [givePlan()],
      counts: 'dispatch',
    }),
    ...milestoneSteps({ from: ['carrying-out'], who: [community] }),
    act('carried-out', '落实完成', 'Carried out', ['carrying-out'], [community], {
      to: 'feeding-back',
      when: 'matter.tasks.open = 0',
      form: [resultField],
      counts: 'handle',
      tone: 'primary',
    }),
    act('archive', '反馈结果并归档', 'Tell the result and archive', ['feeding-back'], [secretary], {
      ...closing,
      to: 'archived',
      notBy: ['carried-out'],
      form: [number('satisfied', '评议满意人数', 'Satisfied', { required: true, max: 10_000 }), answerField],
      tells: [{ what: 'satisfied', value: 'form.satisfied' }],
    }),
    act('not-done', '落实不到位', 'Not carried out', ['feeding-back'], [secretary], {
      to: 'carrying-out',
      form: [reasonField],
      counts: 'return',
    }),
    act('decline', '不列入协商', 'Not on the agenda', ['raised'], [secretary], { ...refusing, to: 'declined' }),
  ],
  clocks: [
    timer('notice', '公告期', 'Notice', ['noticed'], limit(3, 'calendar-days', recall), { whenOver: 'open' }),
    timer(
      'whole',
      '办结时限',
      'Time to close',
      ['raised', 'noticed', 'meeting', 'carrying-out', 'feeding-back'],
      limit(90, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};

/** 居民公约 (S297): draft, opinions, vote, filed with the street, published, signed, looked at again each year. */
export const covenant: Playbook = {
  id: 'party-matters.covenant',
  version: 2,
  name: { zh: '居民公约制定', en: 'Residents’ covenant' },
  summary: {
    zh: '起草、征求意见、表决、街道备案、公布签订、年度评议，违反投诉引用条款',
    en: 'Draft, opinions, vote, filed, published, signed, reviewed yearly; complaints cite an article',
  },
  categories: 'party-matters.covenant-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '公约名称', 'Title', { required: true }),
    lines('draft', { zh: '草案', en: 'Draft' }, { required: true, max: 500 }),
  ],
  title: 'data.title',
  start: 'drafting',
  stages: [
    stage('drafting', '征求意见', 'Opinions', ['正在征求意见', 'Opinions are being asked'], secretary),
    stage('voting', '表决', 'Vote', ['正在表决', 'Being voted on'], secretary),
    stage('filing', '街道备案', 'Filing', ['正在备案审查', 'Being filed'], affairs),
    stage('signing', '公布签订', 'Signing', ['请签订公约', 'To be signed'], secretary),
    ending('in-force', '已施行', 'In force'),
    ending('not-passed', '表决未通过', 'Not passed'),
  ],
  actions: [
    act('collect', '汇总意见', 'Sum up opinions', ['drafting'], [secretary], {
      to: 'voting',
      form: [
        number('opinions', '意见条数', 'Opinions', { required: true, max: 10_000 }),
        table('articles', '条款', 'Articles', [line('article', '条款内容', 'Article', { required: true, max: 200 })], {
          required: true,
          max: 50,
        }),
      ],
      counts: 'accept',
      effects: [
        {
          effect: 'ballot.open',
          awaits: 'ballot',
          about: { zh: '居民代表会议表决公约', en: 'The residents vote on the covenant' },
        },
      ],
      tone: 'primary',
    }),
    act('vote', '登记表决结果', 'Record the vote', ['voting'], [secretary], {
      to: [{ when: 'form.agreed * 2 > form.voted', to: 'filing' }, { to: 'not-passed' }],
      form: [
        number('entitled', '应参会人数', 'Entitled', { required: true, min: 1, max: 100_000 }),
        number('voted', '参与表决人数', 'Voted', { required: true, max: 100_000 }),
        number('agreed', '同意人数', 'In favour', { required: true, max: 100_000 }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'verify',
      tells: [{ what: 'voted', value: 'form.voted' }],
      tone: 'primary',
    }),
    act('file', '备案通过', 'Filed', ['filing'], [affairs], {
      to: 'signing',
      form: [line('number', '备案编号', 'Number', { required: true })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('correct', '备案不合法，退回修改', 'Not lawful: back', ['filing'], [affairs], {
      to: 'drafting',
      form: [reasonField],
      counts: 'return',
    }),
    act('sign', '公布并签订', 'Publish and sign', ['signing'], [secretary], {
      ...closing,
      to: 'in-force',
      form: [
        number('signed', '签订户数', 'Households', { required: true, max: 100_000 }),
        simple('date', 'from', '施行日期', 'In force from', { required: true }),
        answerField,
      ],
      tells: [{ what: 'signed', value: 'form.signed' }],
    }),
    act('review', '年度评议', 'Yearly review', ['in-force'], [secretary], {
      to: [{ when: 'form.change = true', to: 'drafting' }, { to: 'in-force' }],
      form: [
        simple('yes-no', 'change', '是否需要修改', 'To be changed', { required: true }),
        lines('note', { zh: '评议情况', en: 'Finding' }, { required: true }),
      ],
      counts: 'note',
    }),
    act('breach', '登记违约投诉', 'Record a breach', ['in-force'], [community, secretary], {
      form: [
        line('article', '违反条款', 'Article', { required: true, max: 60 }),
        lines('handled', { zh: '劝导情况', en: 'What was said' }, { required: true }),
      ],
      counts: 'note',
      tells: [{ what: 'breach', value: 'form.article' }],
    }),
  ],
  clocks: [
    timer('filing', '备案时限', 'Time to file', ['filing'], limit(10, 'working-days')),
    timer(
      'whole',
      '制定时限',
      'Time to make it',
      ['drafting', 'voting', 'filing', 'signing'],
      limit(90, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
