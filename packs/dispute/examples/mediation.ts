import { type ActStep, blocks, type ExampleStep, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { justice, mediator, veteran } from './people.ts';

const tell = blocks.examplesOf('dispute.mediation');

const two = [
  { side: 'applicant', name: '甲', phone: '13800000001' },
  { side: 'respondent', name: '乙', phone: '13800000002' },
];
const leak = (category = '0203'): ReportStep => ({
  report: {
    category,
    values: { source: '01', voluntary: true, parties: two, people: 2, brief: '楼上漏水泡坏楼下天花板' },
  },
});
const register: ActStep = { act: 'register', by: mediator, form: { difficult: false } };
const inform: ActStep = { act: 'inform', by: mediator, form: { how: 'written', agreed: true } };
const choose: ActStep = { act: 'choose', form: { by: 'parties', chief: '张调解员' } };
const session: ActStep = {
  act: 'session',
  by: mediator,
  form: {
    heldAt: '2026-03-02T05:00:00.000Z',
    heldWhere: '调解室',
    record: '双方陈述，同意修缮后赔偿',
    trend: 'stable',
  },
};
const agree = (immediate = false, form = 'written'): ActStep => ({
  act: 'agree',
  by: mediator,
  form: {
    form,
    facts: '漏水致天花板受损',
    terms: '楼上一周内修好并赔偿 800 元',
    how: '转账',
    immediate,
    ...(immediate ? {} : { until: '2026-03-10' }),
    ...(form === 'written' ? { copies: 3 } : {}),
    answer: '双方达成协议：一周内修好，赔偿 800 元。',
  },
});
const untilMediating: readonly ExampleStep[] = [leak(), register, inform, choose];
const untilAgreed = [...untilMediating, session, agree()];
const perform: ActStep = { act: 'perform', by: mediator, form: { performed: '已修好并收到赔偿' } };
const visit = (task: string, at: string): ActStep => ({
  act: 'visit',
  by: mediator,
  task,
  at,
  form: { performance: 'full', content: 'yes', danger: false, found: '双方满意，无反复' },
});
const file: ActStep = { act: 'file', by: mediator, form: { keeper: '李某', remarks: '协议已全部履行，双方无异议。' } };

export const mediationExamples: readonly PlaybookExample[] = [
  tell('month', '一般一个月内调结，司法口径按三十日计', 'A month as a rule', {
    given: [],
    when: leak(),
    then: { stage: 'registering', due: { whole: '2026-04-01T16:00:00.000Z' }, offers: { to: mediator, actions: ['register', 'refuse'] } },
  }),
  tell('medical', '医疗纠纷 30 个工作日', 'A medical dispute has thirty working days', {
    given: [],
    when: leak('1501'),
    then: { due: { whole: '2026-04-14T10:00:00.000Z' } },
  }),
  tell('refused', '不予受理的说明情形并告知其他途径', 'Refused with the other ways told', {
    given: [leak()],
    when: { act: 'refuse', by: mediator, form: { ground: 'pending', ways: ['court'], answer: '法院已受理，请依诉讼程序主张。' } },
    then: { stage: 'refused', status: 'closed', answer: '法院已受理，请依诉讼程序主张。' },
  }),
  tell('refused-without-ways', '不予受理不能不告知其他途径', 'No refusal without other ways', {
    given: [leak()],
    when: { act: 'refuse', by: mediator, form: { ground: 'pending', answer: '法院已受理。' } },
    then: { refused: 'field.required' },
  }),
  tell('rights', '受理后先告知权利义务，再由当事人选定调解员', 'Rights are told before a mediator is chosen', {
    given: [leak(), register],
    when: choose,
    then: { refused: 'action.not-now' },
  }),
  tell('supervised', '司法所督办，调解组织三个工作日内回复', 'The justice office supervises: an answer within three working days', {
    given: [...untilMediating, { act: 'card-yellow', by: justice, form: { demand: '当事人反映久调不决，请说明情况' } }],
    when: { act: 'answer-card', by: mediator, form: { reply: '已约定下周三再次调解' } },
    then: { stage: 'mediating', card: 'yellow' },
  }),
  tell('supervised-lifted', '整改后由司法所解除督办', 'Lifted by the justice office once it was mended', {
    given: [...untilMediating, { act: 'card-notice', by: justice, form: { demand: '请加快调解' } }],
    when: { act: 'lift-card', by: justice, form: {} },
    then: { stage: 'mediating', card: 'none' },
  }),
  tell('supervised-by-another', '督办由司法所发出，调解员不能自己督办', 'A mediator gives no card', {
    given: untilMediating,
    when: { act: 'card-red', by: mediator, form: { demand: '请加快' } },
    then: { refused: 'action.not-yours' },
  }),
  tell('supervised-after-agreement', '达成协议后不履行的也可督办', 'An agreement that is not kept is supervised too', {
    given: untilAgreed,
    when: { act: 'card-red', by: justice, form: { demand: '协议逾期未履行，请督促' } },
    then: { stage: 'performing', card: 'red' },
  }),
  tell('recused', '当事人申请回避，重新选定', 'Another mediator on request', {
    given: untilMediating,
    when: { act: 'recuse', form: { reason: '调解员是对方亲属' } },
    then: { stage: 'choosing' },
  }),
  tell('sessions', '调解可多次，每次留记录并更新动态', 'Several sessions, each with its record and how it develops', {
    given: [...untilMediating, session],
    when: { ...session, form: { ...session.form, trend: 'rising' } },
    then: { stage: 'mediating', told: ['trend rising'] },
  }),
  tell('veteran', '老调解员到访，记入本纠纷', 'A veteran’s visit is kept with the dispute', {
    given: untilMediating,
    when: { ...session, by: veteran },
    then: { stage: 'mediating', told: ['trend stable'] },
  }),
  tell('agreed', '达成书面协议后，排定第 7 日、第 30 日回访', 'An agreement sets the visits of the 7th and 30th day', {
    given: [...untilMediating, session],
    when: agree(),
    then: { stage: 'performing', tasks: { open: 2 }, facts: ['case.handled', 'case.task-given', 'case.task-given', 'case.told', 'case.told'] },
  }),
  tell('oral-at-once', '口头协议当场履行，直接待回访', 'Settled by word and performed at once', {
    given: [...untilMediating, session],
    when: agree(true, 'oral'),
    then: { stage: 'returning', told: ['mediated yes', 'agreement oral'] },
  }),
  tell('confirm', '30 日内共同申请司法确认', 'A court may be asked within thirty days', {
    given: untilAgreed,
    when: { act: 'confirm', by: mediator, form: { court: '青阳区人民法院', appliedOn: '2026-03-05' }, at: '2026-03-05T01:00:00.000Z' },
    then: { stage: 'confirming', told: ['court-confirmation yes'] },
  }),
  tell('confirm-due', '司法确认期限自协议生效起三十日', 'The thirty days run from the agreement', {
    given: [...untilMediating, session],
    when: agree(),
    then: { due: { confirmable: '2026-04-01T16:00:00.000Z' } },
  }),
  tell('confirm-too-late', '超过 30 日不能再申请司法确认', 'After thirty days it is too late', {
    given: [...untilAgreed, { act: 'confirm-over', by: 'system', at: '2026-04-01T16:00:00.000Z' }],
    when: { act: 'confirm', by: mediator, form: { court: '青阳区人民法院', appliedOn: '2026-04-02' } },
    then: { refused: 'action.not-now' },
  }),
  tell('no-agreement', '调解不成，告知仲裁、诉讼等途径', 'No agreement: arbitration or a court are told', {
    given: [...untilMediating, session],
    when: {
      act: 'no-agreement',
      by: mediator,
      form: { why: '赔偿数额差距大', ways: ['court'], answer: '调解未成，可向人民法院起诉。' },
    },
    then: { stage: 'ended', told: ['mediated no'] },
  }),
  tell('ended-filed', '终止的也要归卷', 'What ended is filed too', {
    given: [
      ...untilMediating,
      { act: 'end', by: mediator, form: { why: 'unwilling', ways: ['court', 'arbitration'], answer: '一方不愿继续，调解终止。' } },
    ],
    when: { ...file, act: 'file-ended' },
    then: { stage: 'filed', status: 'closed', timing: 'in-time' },
  }),
  tell('file-too-early', '回访没有做完不能归卷', 'Not filed before the visits are done', {
    given: [...untilAgreed, perform],
    when: file,
    then: { refused: 'action.not-here' },
  }),
  tell('filed', '履行、两次回访后归卷', 'Performed, visited twice, filed', {
    given: [...untilAgreed, perform, visit('1', '2026-03-09T01:00:00.000Z'), visit('2', '2026-03-31T01:00:00.000Z')],
    when: file,
    then: { stage: 'filed', status: 'closed', timing: 'in-time' },
  }),
  tell('danger', '回访发现激化隐患须写明措施', 'Danger of escalation needs measures', {
    given: [...untilAgreed, perform],
    when: {
      act: 'visit',
      by: mediator,
      task: '1',
      form: { performance: 'partly', content: 'no', danger: true, found: '双方又有口角' },
    },
    then: { refused: 'field.required' },
  }),
  tell('deliberated', '调解中的公共事项转协商议事', 'Part of it is deliberated', {
    given: untilMediating,
    when: {
      act: 'deliberate',
      by: mediator,
      form: { topic: '单元排水管改造费用分摊', why: '涉及同一立管 12 户', agreed: true },
    },
    then: { stage: 'mediating', orders: ['case.open party-matters.deliberation'], told: ['route deliberation'] },
    proves: ['S177'],
  }),
  tell('talks-back', '协商决议作为调解依据登记', 'The resolution is what mediation rests on', {
    given: [
      ...untilMediating,
      { act: 'deliberate', by: mediator, form: { topic: '排水管费用分摊', why: '涉及 12 户', agreed: true } },
      { other: { opened: '260302-00000-00009' } },
      { other: { ended: '260302-00000-00009', words: '表决通过按户均摊。' } },
    ],
    when: { act: 'deliberated', by: mediator, form: { came: 'agreed', basis: '立管改造费按户均摊' } },
    then: { stage: 'mediating', tasks: { done: 1 }, told: ['deliberated agreed'] },
    proves: ['S177'],
  }),
  tell('broken', '协议未守，重新调解', 'It breaks: mediated again', {
    given: [...untilAgreed, perform, visit('1', '2026-03-09T01:00:00.000Z'), visit('2', '2026-03-31T01:00:00.000Z'), file],
    when: { act: 'reopen', form: { reason: '又漏水了，对方不管' } },
    then: { stage: 'mediating', status: 'open', facts: ['case.reopened', 'case.told'] },
  }),
  tell('follow-up', '接触后更新动态，协议后按日回访', 'Refreshed after each contact, followed up at set days', {
    given: [...untilAgreed, perform],
    when: visit('1', '2026-03-09T01:00:00.000Z'),
    then: { tasks: { open: 1, done: 1 }, facts: ['case.task-done', 'case.task-taken', 'case.told', 'case.told'] },
    proves: ['S165'],
  }),
  tell('longer', '确需延长的由司法所同意', 'More time is granted by the justice office', {
    given: [...untilMediating, { act: 'extend', by: mediator, form: { more: 15, reason: '需要鉴定漏水原因' } }],
    when: { act: 'approval.grant', by: justice },
    then: { stage: 'mediating', pending: null, facts: ['case.extended'] },
  }),
  tell('withdrawn', '达成协议前可以撤回', 'It may be withdrawn before an agreement', {
    given: untilMediating,
    when: { act: 'withdraw', form: { answer: '双方自行和解' } },
    then: { stage: 'withdrawn', status: 'closed' },
  }),
]; // biome-ignore format: steps
