import { blocks, type PlaybookExample } from '#engines/case/model';
import { bodies, community, leader, reports, step, street, taskOf } from './people.ts';

const offer = blocks.examplesOf('projects.offer');
const partnership = blocks.examplesOf('projects.partnership');
const grant = step('approval.grant', leader);

const kitchen = reports('found', {
  who: '康邻养老服务公司',
  what: '办一个社区食堂',
  money: '300000',
  conditions: '提供闲置用房',
  phone: '13800000000',
});
const match = step('match', street, { gaps: [{ gap: '老年助餐点', place: '990101001001', fit: 'whole' }] });
const sign = step('sign', street, {
  number: '2026-协-7',
  invested: '300000',
  until: '2029-03-31',
  support: '提供 120 平方米闲置用房',
  exit: '连续两次评估为差或提前三个月书面申请',
  duties: [{ what: '食堂开业', who: bodies.owner, by: '2026-05-31' }],
});
const review = (effect: string) => step('review', community, { users: 5200, satisfied: 88, effect, mend: '增加晚餐' });
const running = [kitchen, match, sign, grant] as const;
const leave = step('begin-exit', street, {
  why: 'term',
  handover: [{ what: '设备清点移交', who: bodies.owner, by: '2029-04-30' }],
});

const parking = reports('parking', { title: '老旧小区停车充电', why: '夜间停车难', total: '2500000' }, street);
const weigh = step('weigh', street, { benefit: '新增车位 120 个', risk: '不得占用消防通道', residents: true });
const party = (name: string, kind: string, money: string, share: number) => ({ party: name, kind, money, share });
const shared = (...parties: readonly object[]) =>
  step('sign', street, {
    number: '2026-政企-1',
    parties: parties as never,
    until: '2036-12-31',
    exit: '经营不达标连续两年',
    duties: [{ what: '充电桩投用', who: bodies.owner, by: '2026-09-30' }],
  });
const agreement = shared(
  party('区城投', 'public', '1000000', 40),
  party('充电运营公司', 'social', '1300000', 50),
  party('物业公司', 'social', '200000', 10),
);
const active = [parking, weigh, agreement, grant] as const;
const exit = step('begin-exit', street, { why: 'term', assets: '设施无偿移交社区' });

export const joiningExamples: readonly PlaybookExample[] = [
  offer('offered', '企业报意向', 'A company offers', { given: [], when: kitchen, then: { stage: 'offered', due: { matching: '2026-03-16T10:00:00.000Z' } }, proves: ['S487'] }),
  offer('matched', '对照缺口清单匹配', 'Matched with the list of gaps', { given: [kitchen], when: match, then: { stage: 'agreeing', told: ['gap-matched whole'] }, proves: ['S487'] }),
  offer('no-match', '没有匹配的缺口先留存', 'Nothing to match: kept', { given: [kitchen], when: step('no-match', street, { answer: '辖区暂无助餐缺口，已留存，有需要时联系您。' }), then: { stage: 'no-match', status: 'closed', told: ['gap-matched none'] }, proves: ['S487'] }),
  offer('match-later', '有了缺口再拿出来', 'Taken out again when a gap comes up', { given: [kitchen, step('no-match', street, { answer: '已留存。' })], when: step('match-later', street, { reason: '新建小区缺食堂' }), then: { stage: 'offered', status: 'open' } }),
  offer('signed', '协议由街道负责人同意，义务成为任务', 'Agreed: duties become tasks', { given: [kitchen, match, sign], when: grant, then: { stage: 'running', tasks: { open: 1 }, told: ['joined found', 'invested 300000'] }, proves: ['S487'] }),
  offer('reviewed', '社区评估成效', 'Reviewed by the community', { given: [...running], when: review('good'), then: { stage: 'running', told: ['effect good', 'users 5200'] }, proves: ['S487'] }),
  offer('once-poor', '一次成效差的先改进', 'Poor once: to be mended', { given: [...running], when: review('poor'), then: { stage: 'running', told: ['effect poor', 'users 5200'] } }),
  offer('poor-again', '再次评估为差，转入退出', 'Poor again: it ends', { given: [...running, review('poor')], when: review('poor'), then: { stage: 'leaving' }, proves: ['S487'] }),
  offer('leaving', '启动退出，交接成为任务', 'Leaving: the handover becomes tasks', { given: [...running, taskOf(bodies.owner, '1')], when: leave, then: { stage: 'leaving', tasks: { open: 1, done: 1 }, told: ['exit term'] }, proves: ['S487'] }),
  offer('not-ended', '没交接完不能退出', 'Not ended while something is to be handed over', { given: [...running, taskOf(bodies.owner, '1'), leave], when: step('end', street, { settled: '0', answer: '已结束。' }), then: { refused: 'case.tasks-open' } }),
  offer('ended', '交接完毕退出', 'Handed over and ended', { given: [...running, taskOf(bodies.owner, '1'), leave, taskOf(bodies.owner, '2')], when: step('end', street, { settled: '12000', answer: '合作期满，设备已移交。' }), then: { stage: 'ended', status: 'closed' }, proves: ['S487'] }),
  offer('declined', '不予采纳说明原因', 'Declined, and why', { given: [kitchen], when: step('decline', street, { answer: '要求独家经营，不符合公共用房规定。' }), then: { stage: 'declined', status: 'closed' } }),
  offer('withdrawn', '撤回意向', 'Withdrawn', { given: [kitchen], when: step('withdraw', 'reporter', { answer: '另有安排' }), then: { stage: 'withdrawn' } }),
  partnership('weighed', '先论证公共利益和风险', 'Weighed first', { given: [parking], when: weigh, then: { stage: 'agreeing', offers: { to: street, actions: ['drop', 'sign'] } }, proves: ['S520'] }),
  partnership('signed', '签约定份额，社会资金和财政资金分别入统计', 'Signed: both sums are told', { given: [parking, weigh, agreement], when: grant, then: { stage: 'running', told: ['public-money 1000000', 'social-money 1500000'], tasks: { open: 1 } }, proves: ['S520'] }),
  partnership('shares', '份额合计不到 100% 不能签', 'Shares that do not come to 100 are refused', { given: [parking, weigh], when: shared(party('区城投', 'public', '1000000', 40), party('充电运营公司', 'social', '1300000', 50)), then: { refused: 'field.invalid' }, proves: ['S520'] }),
  partnership('income', '收益按份额分配登记', 'Income and how it was shared', { given: [...active], when: step('income', street, { period: '2026 年下半年', income: '180000', shared: [{ party: '区城投', share: 40, money: '72000' }, { party: '充电运营公司', share: 50, money: '90000' }, { party: '物业公司', share: 10, money: '18000' }] }), then: { stage: 'running', told: ['income 180000'] }, proves: ['S520'] }),
  partnership('not-leaving', '义务没履行完不能退出', 'Not while duties are open', { given: [...active], when: exit, then: { refused: 'action.not-here' } }),
  partnership('leaving', '退出由负责人同意', 'The exit is granted', { given: [...active, taskOf(bodies.owner, '1'), exit], when: grant, then: { stage: 'leaving', told: ['exit term'] }, proves: ['S520'] }),
  partnership('ended', '结算退出', 'Settled and ended', { given: [...active, taskOf(bodies.owner, '1'), exit, grant], when: step('settle', street, { settled: [{ party: '区城投', money: '400000' }, { party: '充电运营公司', money: '500000' }], answer: '合作期满，设施移交社区。' }), then: { stage: 'ended', status: 'closed' }, proves: ['S520'] }),
  partnership('dropped', '论证不通过', 'Dropped', { given: [parking], when: step('drop', street, { answer: '占用消防通道，不予合作。' }), then: { stage: 'dropped', status: 'closed' } }),
]; // biome-ignore format: steps
