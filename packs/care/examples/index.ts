import { type ActStep, blocks, type ExampleStaff, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { planExamples } from './plans.ts';

const worker: ExampleStaff = { role: 'grid-worker', scope: '99.01.01.001.001.g01.' };
const community: ExampleStaff = { role: 'community-staff', scope: '99.01.01.001.001.' };
const lawyer: ExampleStaff = { role: 'lawyer', scope: '99.01.01.001.' };
const counsellor: ExampleStaff = { role: 'counsellor', scope: '99.01.01.001.' };
const agency = { id: '019ca5d2-0000-7000-8000-0000000b0031', name: '夕阳红养老服务中心' } as const;
const contracted: ExampleStaff = { role: 'service-provider', person: 'visitor', body: agency.id };

const visit = blocks.examplesOf('care.visit');
const aid = blocks.examplesOf('care.aid');
const legal = blocks.examplesOf('care.legal');
const room = blocks.examplesOf('care.counselling');

const due = (category: string): ReportStep => ({ by: 'system', report: { category, values: { project: '守护银发' } } });
const seen = (
  by: string,
  condition: string,
  needs: readonly { readonly service: string; readonly what: string }[] = [],
  fee?: string,
): ActStep => ({
  act: 'visit',
  by: worker,
  form: {
    cameAt: '2026-03-02T01:30:00.000Z',
    by,
    condition,
    checks: ['gas', 'medicine'],
    needs,
    ...(fee !== undefined && { fee }),
    answer: '已上门看望，老人状况平稳。',
  },
});
const contract: ActStep = { act: 'contract', by: community, form: { body: agency, fee: '35.00' } };
const call: ReportStep = {
  report: { category: 'medical', values: { who: 'caller', toldAt: '2026-03-02T01:00:00.000Z', words: '老人胸闷' } },
};
const arrive: ActStep = { act: 'arrive', by: worker, at: '2026-03-02T01:12:00.000Z' };
const help = (result: string): ActStep => ({
  act: 'help',
  by: worker,
  form: { result, people: 1, answer: '已送医，家属已到。' },
});
const ask: ReportStep = {
  report: { category: 'housing', values: { way: 'walk-in', question: '物业费能不能抵扣停水损失' } },
};
const answer = (follow: string): ActStep => ({
  act: 'answer',
  by: lawyer,
  form: { record: '说明合同义务与损失举证', follow, answer: '建议先与物业协商，可申请调解。' },
});
const slot = { plan: 'care.counsellor', place: '990101001001', start: '2026-03-07T01:00:00.000Z' } as const;
const booked: ReportStep = { report: { category: 'stress', values: { slot } } };
const session = (risk: string): ActStep => ({
  act: 'session',
  by: counsellor,
  form: { metAt: '2026-03-02T01:30:00.000Z', notes: '自述失眠', risk },
});

export const examples: readonly PlaybookExample[] = [
  visit('weekly', '高风险每周一次', 'High risk: once a week', { given: [], when: due('101'), then: { stage: 'due', due: { whole: '2026-03-09T16:00:00.000Z' } }, proves: ['S043', 'S045'] }),
  visit('monthly', '重点对象每月一次', 'Key persons: once a month', { given: [], when: due('201'), then: { due: { whole: '2026-04-01T16:00:00.000Z' } }, proves: ['S043'] }),
  visit('within-a-day', '重大变故 24 小时内到位', 'After a grave event within 24 hours', { given: [], when: due('103'), then: { due: { whole: '2026-03-03T01:00:00.000Z' } } }),
  visit('visited', '走访登记，按走访人、对象分别计数', 'Counted by who came and whom they saw', {
    given: [due('101')],
    when: seen('grid-worker', 'fair'),
    then: { stage: 'visited', status: 'closed', timing: 'in-time', told: ['visited-by grid-worker', 'visited-class 101', 'condition fair', 'project 守护银发'] },
    proves: ['S043', 'S044'],
  }),
  visit('needs', '发现的需求转为服务单', 'Needs found become orders', {
    given: [due('101')],
    when: seen('grid-worker', 'fair', [{ service: 'b06', what: '中午送餐' }, { service: 'a14', what: '有人说说话' }]),
    then: { stage: 'visited', orders: ['case.open order.service', 'case.open order.service'] },
    proves: ['S043'],
  }),
  visit('danger', '有危险的立即转紧急救助', 'In danger: emergency aid at once', { given: [due('102')], when: seen('grid-worker', 'danger'), then: { orders: ['case.open care.aid'] } }),
  visit('without-checks', '没按清单看不能登记', 'Not without the checklist', {
    given: [due('101')],
    when: { ...seen('grid-worker', 'fair'), form: { cameAt: '2026-03-02T01:30:00.000Z', by: 'grid-worker', condition: 'fair', answer: '看望过。' } },
    then: { refused: 'field.required' },
    proves: ['S045'],
  }),
  visit('missed', '到期未走访提醒、转社区并列名单', 'Missed: told, listed, to the community', {
    given: [due('101')],
    when: { act: 'miss', by: 'system', at: '2026-03-09T16:00:00.000Z' },
    then: { stage: 'missed', told: ['visit-missed 101'], orders: ['notice.send care.visit-missed'], offers: { to: community, actions: ['contract', 'visit', 'not-met'] } },
    proves: ['S043', 'S045'],
  }),
  visit('contracted', '委托机构按清单探访，按次计入项目', 'A contracted visitor works through the checklist; the visit counts for the project', {
    given: [due('101'), contract],
    when: { ...seen('contracted', 'well', [], '35.00'), by: contracted },
    then: { stage: 'visited', told: ['visited-by contracted', 'visited-class 101', 'condition well', 'project 守护银发', 'visit-fee 35'] },
    proves: ['S044', 'S045'],
  }),
  visit('not-met', '未见到本人且去向不明的转寻人', 'Not met and nobody knows where: a search', { given: [due('101')], when: { act: 'not-met', by: worker, form: { where: 'unknown', answer: '未见到老人，正在寻找。' } }, then: { stage: 'not-met', orders: ['case.open care.aid'] } }),
  aid('arrival', '记到场用时', 'Time to arrival is kept', { given: [call], when: arrive, then: { stage: 'on-site', told: ['arrival-hours 0.2'] }, proves: ['S048'] }),
  aid('limit', '半小时内到场', 'Half an hour to arrive', { given: [], when: call, then: { due: { arriving: '2026-03-02T01:30:00.000Z' } } }),
  aid('helped', '结果登记，按人次计数', 'The result, counted in person-times', { given: [call, arrive], when: help('hospital'), then: { stage: 'helped', status: 'closed', told: ['aided 1', 'aid-result hospital'] }, proves: ['S048'] }),
  aid('not-before', '没有到场不能登记救助', 'Nothing is entered before arrival', { given: [call], when: help('settled'), then: { refused: 'action.not-now' } }),
  aid('not-needed', '无须救助的说明', 'Not needed: said why', { given: [call], when: { act: 'not-needed', by: worker, form: { answer: '误报，老人平安。' } }, then: { stage: 'false', status: 'closed' } }),
  legal('answered', '值班律师解答留痕，按人次计数', 'Answered on record by the lawyer on duty', { given: [ask], when: answer('none'), then: { stage: 'answered', status: 'closed', told: ['legal-advice 1', 'legal-follow none'] }, proves: ['S049'] }),
  legal('mediation', '需要的引导人民调解', 'Led on to mediation', { given: [ask], when: answer('mediation'), then: { orders: ['case.open dispute.mediation'] }, proves: ['S049'] }),
  legal('booked', '预约的须选时间', 'A booking needs a time', { given: [], when: { report: { category: 'debt', values: { way: 'booked', question: '借条怎么写' } } }, then: { refused: 'field.required' } }),
  legal('by-lawyer', '只有律师解答', 'Only the lawyer answers', { given: [ask], when: { ...answer('none'), by: community }, then: { refused: 'action.not-yours' } }),
  legal('again', '不满意的再次解答', 'Dissatisfied: answered again', { given: [ask, answer('none')], when: { act: 'rate', form: { rating: 1 } }, then: { stage: 'asked', facts: ['case.rated', 'case.reopened'] } }),
  room('session', '会谈只计次数和风险，不涉及个人', 'Sessions are counted, persons are not', { given: [booked], when: session('watch'), then: { stage: 'counselling', told: ['counselling-session 1', 'counselling-risk watch'] }, proves: ['S050'] }),
  room('nobody-else', '社区工作者不能办理', 'Nobody else acts on it', { given: [booked], when: { ...session('none'), by: community }, then: { refused: 'action.not-yours' } }),
  room('crisis', '危机转介', 'A crisis is referred', { given: [booked, session('crisis')], when: { act: 'refer', by: counsellor, form: { to: 'police', answer: '已为您联系专业机构。' } }, then: { stage: 'referred', orders: ['case.open care.aid'], told: ['counselling-referred police'] }, proves: ['S050'] }),
  room('ended', '咨询结束', 'It ends', { given: [booked, session('none')], when: { act: 'end', by: counsellor, form: { answer: '本次服务结束，需要时欢迎再来。' } }, then: { stage: 'ended', status: 'closed' } }),
  room('missed', '未到', 'Did not come', { given: [booked], when: { act: 'miss', by: counsellor, form: { answer: '您未到，可重新预约。' } }, then: { stage: 'missed', status: 'closed' } }),
  ...planExamples,
]; // biome-ignore format: steps
