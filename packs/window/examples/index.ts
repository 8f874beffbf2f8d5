import {
  type ActStep,
  blocks,
  type ExampleStaff,
  type ExampleStep,
  type PlaybookExample,
  type ReportStep,
} from '#engines/case/model';

const clerk: ExampleStaff = { role: 'window-clerk', scope: '99.01.01.001.001.' };
const agent: ExampleStaff = { role: 'service-agent', scope: '99.01.01.001.001.' };
const street: ExampleStaff = { role: 'street-dispatcher', scope: '99.01.01.001.' };
const civil = { id: '019ca5d2-0000-7000-8000-0000000b0021', name: '民政局' } as const;
const health = { id: '019ca5d2-0000-7000-8000-0000000b0022', name: '卫生健康局' } as const;
const office: ExampleStaff = { role: 'department-handler', body: civil.id };

const matter = blocks.examplesOf('window.matter');
const home = blocks.examplesOf('window.home');
const mobile = blocks.examplesOf('window.mobile');
const booking = blocks.examplesOf('window.booking');
const agency = blocks.examplesOf('window.agency');
const screening = blocks.examplesOf('window.screening');

const apply = (category: string): ReportStep => ({
  by: clerk,
  report: {
    category,
    values: {
      name: '甲',
      idNumber: '440300190001010011',
      window: '2 号窗口',
      pilot: true,
      queuedAt: '2026-03-02T00:45:00.000Z',
    },
    channel: 'counter',
  },
});
const accept: ActStep = { act: 'accept', by: clerk, form: { body: civil } };
const decide: ActStep = { act: 'decide', by: office, form: { decision: 'granted' } };
const handOut = (trips: number, more: Readonly<Record<string, string>> = {}): ActStep => ({
  act: 'hand-out',
  by: clerk,
  form: { delivery: 'counter', trips, answer: '已办好，请查收。', ...more },
});
const atOnce: ActStep = { act: 'at-once', by: clerk, form: { trips: 1, answer: '已当场办结。' } };
const supplement: ActStep = {
  act: 'supplement',
  by: clerk,
  form: {
    missing: [{ material: '银行卡复印件' }, { material: '近期照片' }],
    complete: true,
    answer: '请补：银行卡复印件、近期照片。',
  },
};
const supplied: ActStep = { act: 'supplied', at: '2026-03-12T01:00:00.000Z', form: {} };

const athome: ReportStep = {
  report: { category: '0101', values: { name: '甲', askedBy: 'relative', why: '卧床' }, channel: 'phone' },
};
const arrange: ActStep = { act: 'arrange', by: agent, form: { comesAt: '2026-03-03T02:00:00.000Z' } };
const receive: ActStep = { act: 'receive', by: agent, form: { signed: true, receipt: '上门-0001' } };
const online = (values: Readonly<Record<string, string | boolean>>): ReportStep => ({
  report: { category: '0101', values: { declared: true, ...values } },
});
const relative = online({ who: 'relative', principal: '乙' });
const slot = { plan: 'window.counter', place: '990101001001', start: '2026-03-07T01:00:00.000Z' } as const;
const booked: ReportStep = { report: { category: '0105', values: { slot } } };
const entrust = (category = '0403'): ReportStep => ({
  report: { category, values: { name: '甲', kind: 'agent' }, channel: 'phone' },
});
const authorise: ActStep = { act: 'authorise', by: agent, form: { letter: '代办-2026-001' } };
const round: ReportStep = {
  by: street,
  report: { category: 'all', values: { items: 1352, source: '省一体化政务服务平台' } },
};
const open: ActStep = { act: 'open-round', by: street, form: { departments: [civil, health] } };
const item = (name: string, promised: number) => ({
  item: name,
  community: true,
  agent: true,
  online: true,
  immediate: promised === 0,
  legal: 20,
  promised,
});
const decideItems = (body: string): ActStep => ({
  act: 'decide-items',
  by: { role: 'department-handler', person: body, body },
  form: { items: [item('高龄津贴', 5), item('优待证', 0)], result: '已认定' },
});
const compared: readonly ExampleStep[] = [
  round,
  open,
  decideItems(civil.id),
  decideItems(health.id),
  { act: 'compare', by: street },
];

export const examples: readonly PlaybookExample[] = [
  matter('any-window', '任一窗口受理清单内任一事项，按承诺时限计时', 'Any window takes any listed item; the promised limit runs', {
    given: [],
    when: apply('0101'),
    then: { stage: 'checking', due: { whole: '2026-03-09T10:00:00.000Z' }, told: ['pilot yes', 'queue-hours 0.25'] },
    proves: ['S221', 'S246'],
  }),
  matter('to-department', '转部门后台办理，退回与办结均留痕', 'Handed to the department and back, each hand-off on record', { given: [apply('0101')], when: accept, then: { stage: 'back-office', assignee: civil.id, facts: ['case.accepted'] }, proves: ['S221', 'S229'] }),
  matter('back', '部门办结转窗口出件', 'Back at the window when decided', { given: [apply('0101'), accept], when: decide, then: { stage: 'ready', facts: ['case.handled', 'case.told'] }, proves: ['S229'] }),
  matter('one-trip', '最多跑一趟：出件时登记实际跑动次数', 'At most one trip: the real number is kept', { given: [apply('0101'), accept, decide], when: handOut(1), then: { stage: 'done', status: 'closed', timing: 'in-time', told: ['trips 1', 'one-trip yes', 'way counter', 'done-at-once no'] }, proves: ['S223', 'S221'] }),
  matter('two-trips', '跑了两趟的登记原因和事项', 'Two trips: why, and which item', { given: [apply('0101'), accept, decide], when: handOut(2, { tripsWhy: 'materials' }), then: { told: ['trips 2', 'one-trip no', 'more-trips-why materials', 'more-trips-item 0101', 'way counter', 'done-at-once no'] }, proves: ['S223'] }),
  matter('two-trips-why', '超过一趟不能不写原因', 'More than one trip needs a reason', { given: [apply('0101'), accept, decide], when: handOut(2), then: { refused: 'field.required' }, proves: ['S223'] }),
  matter('at-once', '马上办事项当场办结，半小时为限', 'An immediate item is done on the spot, within half an hour', { given: [apply('0105')], when: { ...atOnce, at: '2026-03-02T01:20:00.000Z' }, then: { stage: 'done', status: 'closed', timing: 'in-time', told: ['trips 1', 'one-trip yes', 'way counter', 'done-at-once yes'] }, proves: ['S246', 'S238'] }),
  matter('immediate-limit', '马上办按分钟计时', 'Its limit is minutes', { given: [], when: apply('0105'), then: { due: { whole: '2026-03-02T01:30:00.000Z' } }, proves: ['S238'] }),
  matter('not-at-once', '不是马上办的事项不能当场办结', 'What is not immediate is not done at once', { given: [apply('0101')], when: atOnce, then: { refused: 'action.not-here' } }),
  matter('told-once', '一次性告知后，补正期间不计时', 'Told once; the clock rests while materials are missing', { given: [apply('0101'), supplement], when: supplied, then: { stage: 'checking', due: { whole: '2026-03-19T09:00:00.000Z' } } }),
  matter('told-twice', '不能再次要求补正', 'Not asked for more a second time', { given: [apply('0101'), supplement, supplied], when: supplement, then: { refused: 'action.used-up' } }),
  matter('lapsed', '逾期未补正按告知办结', 'Not supplied in time: lapses', { given: [apply('0101'), supplement], when: { act: 'lapse', by: 'system', at: '2026-04-01T16:00:00.000Z' }, then: { stage: 'lapsed', status: 'closed' } }),
  matter('rated', '办结后评价，不满意的重办', 'Rated; dissatisfied: again', { given: [{ report: apply('0105').report }, atOnce], when: { act: 'rate', form: { rating: 2 } }, then: { stage: 'checking', facts: ['case.rated', 'case.reopened'] }, proves: ['S221'] }),
  home('arranged', '亲属打电话预约，约定上门时间', 'Asked by a relative; a time is arranged', { given: [athome], when: arrange, then: { stage: 'booked', facts: ['case.dispatched'] }, proves: ['S243'] }),
  home('received', '上门收件：材料拍照、签字、回执', 'Received at home: photos, signature, receipt', { given: [athome, arrange], when: receive, then: { stage: 'checking', facts: ['case.accepted'] }, proves: ['S243'] }),
  home('no-receipt', '没有回执不能收件', 'Not received without a receipt', { given: [athome, arrange], when: { ...receive, form: { signed: true } }, then: { refused: 'field.required' } }),
  home('delivered', '结果送到家，一趟也不用跑', 'The result is brought home: no trip at all', { given: [athome, arrange, receive, accept, decide], when: { act: 'hand-out', by: agent, form: { delivery: 'home', trips: 0, answer: '已送到家。' } }, then: { stage: 'done', status: 'closed', told: ['trips 0', 'one-trip yes', 'way home', 'done-at-once no'] }, proves: ['S243'] }),
  home('absent', '家中无人改约', 'Nobody at home: arranged again', { given: [athome, arrange], when: { act: 'absent', by: agent, form: { reason: '敲门无人' } }, then: { stage: 'asked' } }),
  mobile('self', '本人手机申请，签字提交，进度可查', 'Applied and signed on the phone', { given: [online({ who: 'self' })], when: { act: 'pass', by: clerk, form: {} }, then: { stage: 'checking' }, proves: ['S244'] }),
  mobile('unsigned-relative', '亲属代办没有授权不能通过', 'A relative without authorisation does not pass', { given: [relative], when: { act: 'pass', by: clerk, form: {} }, then: { refused: 'action.not-here' }, proves: ['S244'] }),
  mobile('authorised', '补充授权书后可以办理', 'With the authorisation it goes on', { given: [relative, { act: 'need-authorisation', by: clerk }], when: { act: 'authorise', form: { paper: ['a'.repeat(64)] } }, then: { stage: 'checking' }, proves: ['S244'] }),
  mobile('e-result', '电子结果网上领取', 'The result is fetched online', { given: [online({ who: 'self' }), { act: 'pass', by: clerk, form: {} }, accept, decide], when: { act: 'hand-out', by: clerk, form: { delivery: 'online', trips: 0, answer: '电子结果已送达。' } }, then: { stage: 'done', status: 'closed', told: ['trips 0', 'one-trip yes', 'way mobile', 'done-at-once no'] }, proves: ['S244', 'S237'] }),
  mobile('not-online', '不能全程网办的引导到窗口', 'What is not online goes to the window', { given: [{ report: { category: '0104', values: { who: 'self', declared: true } } }], when: { act: 'pass', by: clerk, form: {} }, then: { refused: 'action.not-here' } }),
  booking('booked', '选事项、地点、时段预约', 'Item, place and time are booked', { given: [], when: booked, then: { stage: 'booked', offers: { to: 'reporter', actions: ['move', 'cancel'] } }, proves: ['S245'] }),
  booking('came', '错时延时时段到场办理', 'Came out of hours', { given: [booked], when: { act: 'come', by: clerk, form: { outOfHours: true } }, then: { stage: 'checking', told: ['out-of-hours yes'] }, proves: ['S245'] }),
  booking('no-show', '未到的登记，可重新预约', 'Who does not come is noted', { given: [booked], when: { act: 'no-show', by: clerk, form: { answer: '您未到场，可重新预约。' } }, then: { stage: 'missed', status: 'closed', told: ['no-show yes'] }, proves: ['S245'] }),
  agency('authorised', '代办须有授权书', 'An agent needs a letter of authorisation', { given: [entrust('0101')], when: authorise, then: { stage: 'authorised', facts: ['case.dispatched'] }, proves: ['S247'] }),
  agency('not-listed', '不在代办清单的不能代办', 'What is not on the list is not done by an agent', { given: [entrust('0701')], when: authorise, then: { refused: 'action.not-here' } }),
  agency('signed-for', '结果由申请人签收', 'The result is signed for', { given: [entrust('0101'), authorise, { act: 'hand-in', by: agent }, accept, decide], when: { act: 'hand-out', by: agent, form: { signedFor: true, delivery: 'home', trips: 0, answer: '结果已当面交付。' } }, then: { stage: 'done', status: 'closed' }, proves: ['S247'] }),
  agency('counted', '帮办代办按方式计数', 'Help and agency are counted', { given: [entrust('0101'), authorise], when: { act: 'hand-in', by: agent }, then: { stage: 'checking', told: ['agency agent'] }, proves: ['S247'] }),
  screening('round', '导入的事项分部门认定', 'Each department decides on its items', { given: [round], when: open, then: { stage: 'deciding', tasks: { open: 2 } }, proves: ['S233'] }),
  screening('decided', '逐项认定：进社区、代办、全程网办、马上办、时限', 'Item by item: community, agent, online, immediate, limits', {
    given: [round, open],
    when: decideItems(civil.id),
    then: { tasks: { done: 1, open: 1 }, told: ['item-online yes', 'item-online yes', 'item-immediate no', 'item-immediate yes', 'item-agent yes', 'item-agent yes', 'item-community yes', 'item-community yes', 'item-time-cut 0.75', 'item-time-cut 1'] },
    proves: ['S233', 'S237', 'S238'],
  }),
  screening('another-round', '两轮之间的差异', 'Differences between rounds', { given: compared, when: { act: 'next-round', by: street, form: { differences: [{ item: '高龄津贴', what: '由窗口办改为全程网办' }] } }, then: { stage: 'preparing', told: ['item-differences 1'] }, proves: ['S233'] }),
  screening('published', '公布清单：时限缩短率按法定时限加权', 'Published; the cut of limits weighted by legal days', {
    given: compared,
    when: { act: 'publish', by: street, form: { totals: [{ department: '民政', items: 700, legal: 12000, promised: 1200 }, { department: '卫健', items: 652, legal: 8000, promised: 790 }], answer: '事项清单已公布。' } },
    then: { stage: 'published', status: 'closed', told: ['time-cut 0.9005', 'time-cut-percent 90.05', 'items-published 1352'] },
    proves: ['S233', 'S239'],
  }),
]; // biome-ignore format: steps
