import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { affairs, community, reports, secretary, step } from './people.ts';

const move = blocks.examplesOf('party-matters.transfer');
const ask = blocks.examplesOf('party-matters.retired-member');

const retired: ReportStep = {
  report: { category: 'retired', values: { from: '纺织厂退休支部', to: '阳光社区第一支部' } },
};
const letter = step('letter', affairs, { number: '介〔2026〕18 号', valid: '2026-05-01' });
const receive = step('receive', secretary, { group: '第二党小组', on: '2026-03-10' });
const confirm = step('confirm', affairs, { slip: '回执 18', answer: '组织关系已转入阳光社区第一支部。' });

const known = reports('visit', { who: '吴桂兰', unit: '纺织厂' }, secretary);
const visit = step('visit', community, { on: '2026-03-03', talk: '担心党费标准变化，已说明' });
const willing = step('willing', secretary, { to: '阳光社区第一支部' });

export const relationExamples: readonly PlaybookExample[] = [
  move('letter', '转出方开具介绍信', 'The letter', {
    given: [retired],
    when: letter,
    then: { stage: 'moving', offers: { to: secretary, actions: ['receive', 'expired'] } },
    proves: ['S417'],
  }),
  move('not-own', '开信的人不能替接收支部接收', 'Not received by whoever wrote the letter', {
    given: [retired, { ...letter, by: { ...affairs, person: 'one' } }],
    when: { ...receive, by: { ...secretary, person: 'one' } },
    then: { refused: 'action.same-person' },
    proves: ['S417'],
  }),
  move('received', '接收支部编入，回执未到不算完成', 'Received; not done before the slip is back', {
    given: [retired, letter],
    when: receive,
    then: { stage: 'confirming', status: 'open', told: [] },
    proves: ['S417'],
  }),
  move('transferred', '回执确认，转接完成', 'Confirmed', {
    given: [retired, letter, receive],
    when: confirm,
    then: { stage: 'transferred', status: 'closed', told: ['transferred retired'] },
    proves: ['S417'],
  }),
  move('expired', '介绍信过期重开', 'The letter expired', {
    given: [retired, letter],
    when: step('expired', secretary, { reason: '住院未能报到' }),
    then: { stage: 'asked', facts: ['case.returned'] },
  }),
  move('refused', '不予转接说明', 'Not transferred', {
    given: [retired],
    when: step('refuse', affairs, { answer: '档案不全，请先补齐。' }),
    then: { stage: 'returned', status: 'closed' },
  }),
  move('again', '动员后再次申请', 'Asked again', {
    given: [retired, step('refuse', affairs, { answer: '档案不全。' })],
    when: step('again', affairs, { reason: '档案已补齐' }),
    then: { stage: 'asked', status: 'open' },
  }),

  ask('listed', '摸底列入未转接清单', 'Listed as not transferred', {
    given: [],
    when: known,
    then: { stage: 'listed', status: 'open', offers: { to: secretary, actions: ['visit', 'willing'] } },
    proves: ['S417'],
  }),
  ask('visited', '上门动员留痕', 'Visited', {
    given: [known],
    when: visit,
    then: { stage: 'listed', told: ['visit visit'] },
    proves: ['S417'],
  }),
  ask('willing', '本人同意即立项转接', 'He agrees: the transfer is opened', {
    given: [known, visit],
    when: willing,
    then: { stage: 'transferring', orders: ['case.open party-matters.transfer'] },
    proves: ['S417'],
  }),
  ask('not-yet', '转接未办结仍在清单中', 'On the list until the transfer has ended', {
    given: [known, willing, { other: { opened: '转接' } }],
    when: step('done', secretary, { slip: '回执 18', answer: '已转接。' }),
    then: { refused: 'action.not-here' },
    proves: ['S417'],
  }),
  ask('transferred', '转接办结后销号', 'Off the list', {
    given: [known, willing, { other: { opened: '转接' } }, { other: { ended: '转接', words: '已转入' } }],
    when: step('done', secretary, { slip: '回执 18', answer: '组织关系已转入社区。' }),
    then: { stage: 'transferred', status: 'closed', told: ['transferred visit'] },
    proves: ['S417'],
  }),
  ask('fell-through', '转接未成重回清单', 'Back on the list', {
    given: [
      known,
      willing,
      { other: { opened: '转接' } },
      { other: { ended: '转接', words: '档案不全', refused: true } },
    ],
    when: step('fell-through', secretary, { reason: '档案不全，待补' }),
    then: { stage: 'listed', facts: ['case.returned'] },
  }),
  ask('staying', '特殊情形保留在原单位', 'Stays with his unit for a reason', {
    given: [known],
    when: step('stay', affairs, { ground: 'health', answer: '高龄卧床，由原单位送学上门。' }),
    then: { stage: 'staying', status: 'closed', told: ['staying health'] },
  }),
  ask('again', '重新动员', 'Asked again', {
    given: [known, step('stay', affairs, { ground: 'own-will', answer: '本人暂不同意。' })],
    when: step('again', secretary, { reason: '原单位已撤销' }),
    then: { stage: 'listed', status: 'open' },
  }),
];
