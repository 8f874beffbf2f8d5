import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, inspector, step, street, worker } from './people.ts';

const check = blocks.examplesOf('safety.check');
const hazard = blocks.examplesOf('safety.hazard');
const drive = blocks.examplesOf('safety.drive');
const own = blocks.examplesOf('safety.self-check');

const kitchen: ReportStep = { by: worker, report: { category: '03', values: { place: '老灶火锅店' } } };
const twoFound = step('record-03', worker, {
  placeChecked: '老灶火锅店',
  findings: [
    { item: '0302', level: 'general', what: '两瓶液化气存放在灶台下' },
    { item: '0305', level: 'general', what: '后门堆放啤酒箱' },
  ],
  answer: '检查发现两处隐患，已逐条下达整改。',
});

const owner = handler(bodies.owner);
const found: ReportStep = {
  by: worker,
  report: {
    category: '0302',
    values: { level: 'general', what: '两瓶液化气存放在灶台下', party: '老灶火锅店', photos: ['a'.repeat(64)] },
  },
};
const major: ReportStep = {
  by: worker,
  report: {
    category: '0503',
    values: { level: 'major', what: '厂房内违规存放甲醇 20 桶', party: '宏达包装厂' },
    placeText: '工业路 8 号',
  },
};
const order = step('order', community, { body: bodies.owner, demand: '一日内移至室外专用气瓶间' });
const rectified = step('rectified', owner, { result: '已移至室外气瓶间并更换软管' });
const reportMajor = step('report-major', worker, { grounds: '甲醇超量储存，符合重大隐患判定标准' });
const list = step('list', street, { body: bodies.owner, demand: '立即停产，清运甲醇，经复查合格后方可复产' });

const fireDrive: ReportStep = {
  by: street,
  report: {
    category: 'fire',
    values: { title: '冬春火灾防控', from: '2026-03-02', until: '2026-04-30' },
    path: '99.01.01.001.',
  },
};
const start = step('start', street, {
  targets: [
    { kind: '02', name: '明月便利店' },
    { kind: '03', name: '老灶火锅店' },
    { kind: '05', name: '宏达包装厂' },
  ],
  demand: '十个工作日内完成自查自改',
});

const shop: ReportStep = {
  by: 'system',
  report: { category: '02', values: { name: '明月便利店', theme: '冬春火灾防控' } },
};
const submitted = step('submit', community, {
  signed: '店主已签字',
  findings: [{ item: '0204', level: 'general', what: '灭火器过期' }],
  measures: '当场更换灭火器',
});

export const hazardExamples: readonly PlaybookExample[] = [
  check('by-type', '不同场所用不同检查表', 'Each type of place has its own checklist', {
    given: [],
    when: kitchen,
    then: { stage: 'to-check', offers: { to: worker, actions: ['record-03', 'not-met'] } },
  }),
  check('found', '发现的隐患逐条立项，全部销号前不办结', 'Each hazard becomes a matter of its own', {
    given: [kitchen],
    when: twoFound,
    then: {
      stage: 'rectifying',
      orders: ['case.open safety.hazard', 'case.open safety.hazard'],
      told: ['checked 1', 'hazards 2'],
    },
    proves: ['S110'],
  }),
  check('not-before-mended', '隐患未销号，检查不能办结', 'The check waits for its hazards', {
    given: [kitchen, twoFound, { other: { opened: '灶台下存放液化气' } }],
    when: step('conclude', community, { answer: '已整改。' }),
    then: { refused: 'case.tasks-open' },
    proves: ['S110'],
  }),
  check('all-mended', '全部销号后检查办结', 'All mended, the check ends', {
    given: [kitchen, twoFound, { other: { opened: 'H1' } }, { other: { ended: 'H1', words: '已整改' } }],
    when: step('conclude', community, { answer: '两处隐患均已整改到位。' }),
    then: { stage: 'done', status: 'closed', timing: 'in-time' },
  }),
  check('passed', '没有隐患的检查合格办结', 'No hazard: passed', {
    given: [kitchen],
    when: step('record-03', worker, { placeChecked: '老灶火锅店', answer: '检查合格。' }),
    then: { stage: 'passed', status: 'closed', orders: [], told: ['checked 1', 'hazards 0'] },
  }),
  check('wrong-list', '检查表不能用错场所类型', 'The list of another type is not offered', {
    given: [kitchen],
    when: step('record-06', worker, { placeChecked: '老灶火锅店', answer: '合格。' }),
    then: { refused: 'action.not-here' },
  }),
  check('item-of-another-list', '检查项须在本类清单内', 'Items come from this type’s list', {
    given: [kitchen],
    when: step('record-03', worker, {
      placeChecked: '店',
      findings: [{ item: '0601', level: 'general', what: '临边无防护' }],
      answer: '有隐患。',
    }),
    then: { refused: 'field.invalid' },
  }),
  check('called-off', '店已关门，取消检查', 'Called off with a reason', {
    given: [kitchen, step('not-met', worker, { why: '店面关门' })],
    when: step('give-up', community, { answer: '该店已停业。' }),
    then: { stage: 'not-checked', answer: '该店已停业。' },
  }),

  hazard('limits', '立即整改类 24 小时内整改', 'What can be mended at once is due in 24 hours', {
    given: [found],
    when: order,
    then: { stage: 'rectifying', assignee: bodies.owner, due: { mending: '2026-03-03T02:00:00.000Z' } },
    proves: ['S148'],
  }),
  hazard('closed', '整改、他人复查、销号', 'Mended, checked by another, closed', {
    given: [found, order, rectified],
    when: step('pass', inspector, { answer: '隐患已消除。' }),
    then: { stage: 'closed', status: 'closed', timing: 'in-time', facts: ['case.finished'] },
    proves: ['S110', 'S148', 'S178'],
  }),
  hazard('not-by-same', '整改的人不能自己复查销号', 'Who mended it does not check it', {
    given: [found, order, { ...rectified, by: { ...owner, person: 'both' } }],
    when: step('pass', { ...inspector, person: 'both' }, { answer: '合格。' }),
    then: { refused: 'action.same-person' },
    proves: ['S110'],
  }),
  hazard('spot-not-by-same', '当场整改的人不能自己复查', 'Settled on the spot is checked by another too', {
    given: [found, step('settle', { ...worker, person: 'both' }, { result: '当场移走' })],
    when: step('pass', { ...inspector, person: 'both' }, { answer: '合格。' }),
    then: { refused: 'action.same-person' },
  }),
  hazard('spot-failed', '当场整改未到位，重新研判', 'Not mended after all', {
    given: [found, step('settle', worker, { result: '当场移走' })],
    when: step('fail-spot', inspector, { reason: '次日又放回' }),
    then: { stage: 'found', facts: ['case.returned'] },
  }),
  hazard('failed', '复查不合格，退回整改', 'Not passed, back to be mended', {
    given: [found, order, rectified],
    when: step('fail', inspector, { reason: '软管仍超长' }),
    then: { stage: 'rectifying', facts: ['case.returned'] },
  }),
  hazard('major-told', '重大隐患即时上报街道', 'A major one is told to the street at once', {
    given: [major],
    when: reportMajor,
    then: { stage: 'listing', orders: ['notice.send safety.major-hazard'], told: ['major 1'] },
    proves: ['S110'],
  }),
  hazard(
    'major-not-by-community',
    '社区不能按一般隐患处置重大隐患',
    'The community may not order a major one as if it were general',
    {
      given: [major],
      when: step('order', community, { body: bodies.owner, demand: '限期整改' }),
      then: { refused: 'action.not-here' },
    },
  ),
  hazard('listed', '街道挂牌督办', 'Put on the street’s list', {
    given: [major, reportMajor],
    when: list,
    then: { stage: 'rectifying', card: 'red', facts: ['case.dispatched', 'case.carded'] },
    proves: ['S110'],
  }),
  hazard('listed-not-by-inspector', '挂牌的隐患核查员不能销号', 'What is listed is not closed by an inspector', {
    given: [major, reportMajor, list, rectified],
    when: step('pass', inspector, { answer: '合格。' }),
    then: { refused: 'action.not-here' },
  }),
  hazard('taken-off', '街道摘牌销号', 'Taken off the list by the street', {
    given: [major, reportMajor, list, rectified],
    when: step('take-off', street, { answer: '甲醇已清运，复查合格，准予复产。' }),
    then: { stage: 'closed', status: 'closed', card: 'none' },
  }),
  hazard('downgraded', '经研判不属重大', 'Found not to be major', {
    given: [major, reportMajor],
    when: step('downgrade', street, { body: bodies.owner, reason: '核定为限量以内' }),
    then: { stage: 'rectifying', card: 'none' },
  }),
  hazard('escalated', '逾期未整改自动升级到街道', 'Not mended in time it goes up by itself', {
    given: [found, order],
    when: { act: 'escalate', by: 'system', at: '2026-03-03T02:00:01.000Z' },
    then: { stage: 'escalated', offers: { to: street, actions: ['list', 'press', 'hand-over'] } },
    proves: ['S110'],
  }),
  hazard('enforced', '拒不整改移交执法，处置后复查', 'Refuses: enforcement, then checked again', {
    given: [found, order, step('hand-over', community, { body: bodies.fire, reason: '三次通知拒不整改' })],
    when: step('enforced', handler(bodies.fire), { result: '责令停业，处罚决定书 2026 第 12 号' }),
    then: { stage: 'rechecking', assignee: bodies.fire },
    proves: ['S178'],
  }),
  hazard('held', '资金未落实的挂账，须街道同意', 'On hold with the street’s consent', {
    given: [found, order],
    when: step('hold', owner, { cause: 'funds', why: '气瓶间改造资金未到位', review: '2026-04-01' }),
    then: { pending: 'hold', held: false },
  }),
  hazard('extended', '延期须街道批准', 'More time with the street’s consent', {
    given: [found, order, step('extend', owner, { more: 3, reason: '等待配件' })],
    when: step('approval.grant', street),
    then: { due: { mending: '2026-03-06T10:00:00.000Z' } },
  }),
  hazard('dismissed', '不属于隐患须答复', 'No hazard, with a reason', {
    given: [found],
    when: step('dismiss', community, { answer: '为空瓶周转，当日已清走。' }),
    then: { stage: 'void', status: 'closed', answer: '为空瓶周转，当日已清走。' },
  }),
  hazard('reopened', '居民不满意重新办理', 'Dissatisfied: opened again', {
    given: [
      { report: { category: '0101', values: { what: '消防通道又停满车' } } },
      order,
      rectified,
      step('pass', inspector, { answer: '已清障划线。' }),
    ],
    when: step('rate', 'reporter', { rating: 1, comment: '第二天又停了' }),
    then: { stage: 'found', status: 'open', facts: ['case.rated', 'case.reopened'] },
  }),
  hazard('rated', '居民满意', 'Satisfied', {
    given: [
      { report: { category: '0101', values: { what: '消防通道停满车' } } },
      order,
      rectified,
      step('pass', inspector, { answer: '已清障划线。' }),
    ],
    when: step('rate', 'reporter', { rating: 5 }),
    then: { stage: 'rated', status: 'closed' },
  }),

  drive('started', '下发到每一户的自查', 'A self-check for each target', {
    given: [fireDrive],
    when: start,
    then: {
      stage: 'running',
      orders: ['case.open safety.self-check', 'case.open safety.self-check', 'case.open safety.self-check'],
      told: ['targets 3'],
    },
    proves: ['S178'],
  }),
  drive('not-before-all', '自查未全部完成不能总结', 'No summary before all are done', {
    given: [fireDrive, start, { other: { opened: 'C1' } }],
    when: step('sum-up', street, { uncooperative: 0, answer: '已完成。' }),
    then: { refused: 'case.tasks-open' },
  }),
  drive('summed-up', '总结并列明移交执法户数', 'Summed up with those handed on', {
    given: [fireDrive, start, { other: { opened: 'C1' } }, { other: { ended: 'C1', words: '已核验' } }],
    when: step('sum-up', street, { uncooperative: 1, answer: '检查 3 户，移交执法 1 户。' }),
    then: { stage: 'closed', status: 'closed', told: ['uncooperative 1'] },
    proves: ['S178'],
  }),
  drive('cancelled', '取消时未完成的自查一并取消', 'Called off with what is open', {
    given: [fireDrive, start, { other: { opened: 'C1' } }],
    when: step('cancel', street, { answer: '并入全区统一行动。' }),
    then: { stage: 'cancelled', tasks: { dropped: 1 } },
  }),

  own('submitted', '业主自查，隐患单独立项', 'The owner checks himself; hazards become matters', {
    given: [shop],
    when: submitted,
    then: { stage: 'verifying', orders: ['case.open safety.hazard'], told: ['hazards 1'] },
    proves: ['S178'],
  }),
  own('verified', '由他人核验', 'Verified by another', {
    given: [shop, submitted],
    when: step('verify', inspector, { answer: '自查属实。' }),
    then: { stage: 'done', status: 'closed' },
  }),
  own('not-by-same', '登记人不能核验', 'Who registered it does not verify it', {
    given: [shop, { ...submitted, by: { ...community, person: 'both' } }],
    when: step('verify', { ...inspector, person: 'both' }, { answer: '属实。' }),
    then: { refused: 'action.same-person' },
  }),
  own('rejected', '自查不实退回', 'Not true: back', {
    given: [shop, submitted],
    when: step('reject', inspector, { reason: '现场灭火器仍过期' }),
    then: { stage: 'urged', facts: ['case.returned'] },
  }),
  own('urge-first', '没有催办过不能移交执法', 'Nobody is handed on before he was urged', {
    given: [shop],
    when: step('hand-over', community, { body: bodies.fire, reason: '不配合' }),
    then: { refused: 'action.not-now' },
  }),
  own('handed-over', '催办仍不配合移交执法', 'Urged in vain: handed on', {
    given: [shop, step('urge', community, { note: '上门告知三日内提交' })],
    when: step('hand-over', community, { body: bodies.fire, reason: '拒不自查' }),
    then: { stage: 'enforcing', assignee: bodies.fire, told: ['uncooperative 1'] },
    proves: ['S178'],
  }),
  own('enforced', '执法部门反馈结果', 'The result of enforcement', {
    given: [
      shop,
      step('urge', community, { note: '催办' }),
      step('hand-over', community, { body: bodies.fire, reason: '拒不自查' }),
    ],
    when: step('report-enforced', handler(bodies.fire), { answer: '已依法查处并责令整改。' }),
    then: { stage: 'enforced', status: 'closed' },
  }),
  own('gone', '已停业', 'Closed down', {
    given: [shop],
    when: step('gone', community, { answer: '店面已转让停业。' }),
    then: { stage: 'gone', status: 'closed' },
  }),
];
