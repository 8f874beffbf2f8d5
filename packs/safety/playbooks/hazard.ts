import { blocks, type Playbook } from '#engines/case/model';
import { community, contact, hazardLevels, inspector, photos, street, worker } from './common.ts';

const { act, answerField, assignee, bodyField, choice, ending, line, lines, limit, reasonField, stage, system, timer } =
  blocks;

const answered = {
  form: [answerField],
  answers: 'answer',
  outcome: 'resolved',
  counts: 'close',
  tone: 'primary',
} as const;

/**
 * 隐患整治 (S110, S148): found, ordered to be mended, mended, checked again by somebody else. A major one is put on the
 * street's list (挂牌督办) and taken off it by the street alone; one not mended in time goes up by itself; whoever will
 * not mend it is handed to enforcement (S178).
 */
export const hazard: Playbook = {
  id: 'safety.hazard',
  version: 1,
  name: { zh: '安全隐患整治', en: 'Hazard' },
  summary: {
    zh: '发现—责令整改—整改—他人复查—销号；重大隐患挂牌督办，逾期自动升级，拒不整改移交执法',
    en: 'Found, ordered, mended, checked by another, closed; major ones are listed, late ones go up, refusals go to enforcement',
  },
  categories: 'safety.check-items',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    choice('level', '隐患等级', 'Level', hazardLevels),
    lines('what', { zh: '隐患情况', en: 'What is wrong' }, { required: true }),
    line('party', '责任单位（场所）', 'Whose it is'),
    photos,
    contact,
  ],
  title: 'category.name + (if data.party = null then "" else "：" + data.party)',
  start: 'found',
  stages: [
    stage('found', '待研判', 'To be judged', ['已收到', 'Received'], community),
    stage('listing', '重大隐患待挂牌', 'Major, to be listed', ['已上报街道', 'Reported to the street'], street),
    stage('rectifying', '整改中', 'Being mended', ['正在整改', 'Being mended'], assignee),
    stage('escalated', '逾期升级', 'Late, gone up', ['整改逾期，街道督办', 'Late; the street sees to it'], street),
    stage('enforcing', '执法处置', 'With enforcement', ['已移交执法部门', 'With the enforcement body'], assignee),
    stage('rechecking', '待复查', 'To be checked again', ['正在复查', 'Being checked again'], inspector),
    stage('spot-checking', '当场整改待复查', 'Settled, to be checked', ['正在复查', 'Being checked again'], inspector),
    ending('closed', '已销号', 'Closed', ['隐患已消除，等您确认', 'Mended, awaiting your word']),
    ending('rated', '已销号（已评价）', 'Closed and rated', ['隐患已消除', 'Mended']),
    ending('void', '不属隐患', 'No hazard', ['经核实不属于安全隐患', 'Found to be no hazard']),
  ],
  actions: [
    act('order', '责令整改', 'Order it mended', ['found'], [community, street], {
      to: 'rectifying',
      when: 'data.level != "major"',
      form: [
        bodyField('body', { zh: '责任单位', en: 'Body in charge' }),
        lines('demand', { zh: '整改要求', en: 'What is to be done' }, { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('report-major', '判定为重大隐患，上报街道', 'Major: report to the street', ['found'], [community, worker], {
      to: 'listing',
      form: [lines('grounds', { zh: '判定依据', en: 'Grounds' }, { required: true })],
      counts: 'accept',
      tone: 'danger',
      effects: [
        {
          effect: 'notice.send',
          template: 'safety.major-hazard',
          to: [street, { onDuty: 'street-dispatcher' }],
          values: { place: 'place.text', what: 'data.what' },
        },
      ],
      tells: [{ what: 'major', value: '1' }],
    }),
    act('settle', '当场整改', 'Mended on the spot', ['found'], [worker, community], {
      to: 'spot-checking',
      when: 'data.level != "major"',
      form: [lines('result', { zh: '整改情况', en: 'What was done' }, { required: true }), photos],
      counts: 'handle',
    }),
    act('list', '挂牌督办', 'Put on the list', ['listing', 'escalated'], [street], {
      to: 'rectifying',
      form: [
        bodyField('body', { zh: '整改责任单位', en: 'Body in charge' }),
        lines(
          'demand',
          { zh: '整改要求与管控措施', en: 'What is to be done, and safeguards until then' },
          { required: true },
        ),
      ],
      does: [{ move: 'card', level: 'red', words: 'demand', within: limit(3, 'working-days') }],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'danger',
    }),
    act('downgrade', '不属重大，退回社区', 'Not major', ['listing'], [street], {
      to: 'rectifying',
      form: [bodyField('body', { zh: '责任单位', en: 'Body in charge' }), reasonField],
      assigns: 'body',
      counts: 'dispatch',
    }),
    act('rectified', '整改完成，申请复查', 'Mended', ['rectifying'], [assignee], {
      to: 'rechecking',
      form: [lines('result', { zh: '整改情况', en: 'What was done' }, { required: true }), photos],
      counts: 'handle',
      tone: 'primary',
    }),
    act('pass', '复查合格，销号', 'Passed', ['rechecking', 'spot-checking'], [inspector, community], {
      ...answered,
      to: 'closed',
      when: 'matter.card != "red"',
      notBy: ['rectified', 'settle', 'enforced'],
    }),
    act('take-off', '摘牌销号', 'Take off the list', ['rechecking'], [street], {
      ...answered,
      to: 'closed',
      when: 'matter.card = "red"',
      notBy: ['rectified', 'enforced'],
      does: [{ move: 'lift-card' }],
    }),
    act('fail', '复查不合格', 'Not passed', ['rechecking'], [inspector, community, street], {
      to: 'rectifying',
      notBy: ['rectified', 'enforced'],
      form: [reasonField, photos],
      counts: 'return',
      tone: 'danger',
    }),
    act('fail-spot', '未整改到位', 'Not mended after all', ['spot-checking'], [inspector, community], {
      to: 'found',
      notBy: ['settle'],
      form: [reasonField, photos],
      counts: 'return',
      tone: 'danger',
    }),
    act('escalate', '逾期自动升级', 'Goes up by itself', ['rectifying'], [system], { to: 'escalated', atMost: 5 }),
    act('press', '督促限期整改', 'Set a new term', ['escalated'], [street], {
      to: 'rectifying',
      form: [
        bodyField('body', { zh: '责任单位', en: 'Body in charge' }),
        lines('demand', { zh: '督办要求', en: 'What is wanted' }, { required: true }),
      ],
      assigns: 'body',
      does: [{ move: 'card', level: 'yellow', words: 'demand' }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act(
      'hand-over',
      '拒不整改，移交执法',
      'Refuses: hand to enforcement',
      ['rectifying', 'escalated'],
      [street, community],
      {
        to: 'enforcing',
        form: [bodyField('body', { zh: '执法部门', en: 'Enforcement body' }), reasonField],
        assigns: 'body',
        counts: 'dispatch',
        tone: 'danger',
        tells: [{ what: 'handed-over', value: '1' }],
      },
    ),
    act('enforced', '执法处置完成', 'Enforced', ['enforcing'], [assignee], {
      to: 'rechecking',
      form: [lines('result', { zh: '处置情况、文书编号', en: 'What was done, and the document' }, { required: true })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('dismiss', '不属于隐患', 'No hazard', ['found'], [community, street], {
      to: 'void',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
    {
      ...blocks.extension({ from: ['rectifying'], who: [assignee] }, { grants: [street], atMost: 1 }),
      // The term to mend it, after which it would go up by itself.
      does: [{ move: 'extend', clock: 'mending', amount: 'more', unit: 'working-days' }],
    },
    ...blocks.holding({ from: ['rectifying'], who: [assignee] }, { grants: [street] }),
    blocks.progressNote({ from: ['rectifying', 'enforcing'], who: [assignee] }),
    blocks.rating({ from: ['closed'], closed: 'rated', again: 'found', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('judging', '研判时限', 'Time to judge', ['found', 'listing'], limit(1, 'working-days')),
    timer('mending', '整改时限', 'Time to mend', ['rectifying'], limit(7, 'working-days'), {
      before: [{ limit: 'category' }],
      whenOver: 'escalate',
    }),
    timer('rechecking', '复查时限', 'Time to check again', ['rechecking', 'spot-checking'], limit(2, 'working-days')),
    timer(
      'whole',
      '销号时限',
      'Time to close',
      ['found', 'listing', 'rectifying', 'escalated', 'enforcing', 'rechecking', 'spot-checking'],
      limit(30, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [
    {
      when: 'list contains(["0101", "0103", "0201", "0202", "0204", "0205", "0506", "0701", "0802"], category.code)',
      bodyKind: 'fire-rescue',
    },
    { when: 'list contains(["0106", "0504", "0804"], category.code)', bodyKind: 'market-regulation' },
    { when: 'list contains(["0105", "0404"], category.code) or category.class = "06"', bodyKind: 'housing' },
    { when: 'category.class = "01"', bodyKind: 'property' },
    { when: 'category.class = "05"', bodyKind: 'emergency' },
  ],
};
