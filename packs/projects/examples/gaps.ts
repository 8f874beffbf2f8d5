import { blocks, type PlaybookExample } from '#engines/case/model';
import { community, officer, reports, step, street } from './people.ts';

const purchase = blocks.examplesOf('projects.purchase-plan');
const renewal = blocks.examplesOf('projects.renewal');
const gaps = blocks.examplesOf('projects.gap-plan');

const year = reports('year', { year: 2027, ceiling: '800000' }, street);
const add = step('add', community, {
  needs: [
    { need: '失能老人助浴', from: 'orders', times: 31, people: 18 },
    { need: '暑期托管', from: 'wishes', times: 12, people: 60 },
  ],
});
const closeList = step('close-list', street, { needs: 2, communities: 1 });
const ranked = (rows: readonly object[]) => step('rank', street, { list: rows as never });
const row = (need: string, kind: string, urgent: string, people: number, budget: string, decision: string) => ({
  need,
  kind,
  urgent,
  people,
  budget,
  decision,
  why: '提出次数和人数',
});
const list = [
  row('失能老人助浴', 'care', 'high', 18, '120000', 'buy'),
  row('暑期托管', 'children', 'middle', 60, '90000', 'buy'),
  row('节日演出', 'culture', 'low', 300, '50000', 'later'),
];
const grant = step('approval.grant', officer);
const opened = (id: string) => ({ other: { opened: id } }) as const;
const ended = (id: string, words: string) => ({ other: { ended: id, words } }) as const;

const drive = reports('old', { title: '老旧社区补短板', until: '2027-12-31' }, street);
const begun = reports('old', { title: '老旧社区补短板', until: '2027-12-31' }, 'system');
const count = step('count', community, {
  households: 1860,
  gaps: [
    { kind: 'care', standard: '步行 15 分钟内有助餐点', present: '无', people: 86 },
    { kind: 'pipes', standard: '雨污分流', present: '合流', people: 640 },
  ],
});
const plan = step('plan', community, {
  bought: [{ gap: '助餐服务', kind: 'care', people: 86, budget: '120000' }],
  built: [{ gap: '雨污分流', kind: 'drain', where: '3—7 栋' }],
});
const granted = step('approval.grant', street);
const closing = [begun, count, plan, granted, opened('260302-1'), opened('260302-2')] as const;
const handIn = step('hand-in', community, { closed: 2, result: '助餐点运营、管网改造完成' });
const bothDone = [...closing, ended('260302-1', '服务已购买'), ended('260302-2', '改造完工')] as const;

export const gapExamples: readonly PlaybookExample[] = [
  purchase('gathered', '社区提交未满足需求', 'Communities hand in unmet needs', { given: [year], when: add, then: { stage: 'gathering', told: ['unmet orders', 'unmet wishes'] }, proves: ['S495'] }),
  purchase('ranked', '优先清单须区级同意', 'The ranked list has to be granted', { given: [year, add, closeList], when: ranked(list), then: { stage: 'ranking', pending: 'rank' }, proves: ['S495'] }),
  purchase('granted', '批准购买的逐项立项', 'What is bought becomes a purchase each', {
    given: [year, add, closeList, ranked(list)],
    when: grant,
    then: { stage: 'buying', orders: ['case.open tasks.purchase', 'case.open tasks.purchase'], told: ['decision buy', 'decision buy', 'decision later', 'planned 210000'] },
    proves: ['S495'],
  }),
  purchase('no-list', '没有清单不能提交', 'No list, no plan', { given: [year, add, closeList], when: ranked([]), then: { refused: 'field.required' } }),
  purchase('summed-up', '购买都办结后总结，未满足的转下年', 'Summed up; the rest is carried over', {
    given: [year, add, closeList, ranked(list), grant, opened('260302-1'), ended('260302-1', '已结项')],
    when: step('sum-up', officer, { spent: '205000', met: 2, left: 1, answer: '两项已购买，一项转入下年。' }),
    then: { stage: 'done', status: 'closed', told: ['met 2', 'carried-over 1'] },
    proves: ['S495'],
  }),
  purchase('still-buying', '还有购买没办结不能总结', 'Not while a purchase is open', { given: [year, add, closeList, ranked(list), grant, opened('260302-1')], when: step('sum-up', officer, { spent: '0', met: 0, left: 3, answer: '未办结。' }), then: { refused: 'case.tasks-open' } }),
  purchase('refused', '本期不购买说明原因', 'Nothing is bought', { given: [year, add, closeList], when: step('refuse', officer, { answer: '资金未落实。' }), then: { stage: 'refused', status: 'closed' } }),
  renewal('opened', '每个社区各一份方案', 'A plan for every community', { given: [], when: drive, then: { stage: 'running', orders: ['case.open projects.gap-plan'] }, proves: ['S496'] }),
  renewal('reminded', '催办', 'Reminded', { given: [drive], when: step('remind', street, { words: '月底前报方案' }), then: { card: 'notice' } }),
  renewal('closed', '各社区都完成后办结', 'Closed when all communities are done', {
    given: [drive, opened('260302-9'), ended('260302-9', '缺口已补')],
    when: step('close', street, { answer: '各社区方案均已验收。' }),
    then: { stage: 'done', status: 'closed', told: ['plans-done 1'] },
    proves: ['S496'],
  }),
  gaps('counted', '对照标准清点缺口', 'Gaps against the standard', { given: [begun], when: count, then: { stage: 'planning', told: ['gap care', 'gap pipes'] }, proves: ['S496'] }),
  gaps('planned', '购买和改造各自立项', 'Purchases and works are opened', {
    given: [begun, count, plan],
    when: granted,
    then: { stage: 'closing', orders: ['case.open estate.works', 'case.open tasks.purchase'], told: ['planned-purchases 1', 'planned-works 1'] },
    proves: ['S496'],
  }),
  gaps('not-closed', '还有缺口在办不能申请验收', 'Not while a gap is open', { given: [...closing, ended('260302-1', '服务已购买')], when: handIn, then: { refused: 'action.not-here' } }),
  gaps('accepted', '街道验收，核实补上的缺口', 'Accepted by the street', {
    given: [...bothDone, handIn],
    when: step('accept', street, { closed: 2, left: 0, answer: '缺口均已补上。' }),
    then: { stage: 'accepted', status: 'closed', told: ['gaps-closed 2', 'gaps-left 0'] },
    proves: ['S496'],
  }),
  gaps('more', '没补到位的继续', 'Not closed: go on', { given: [...bothDone, handIn], when: step('more', street, { reason: '助餐点晚间不开' }), then: { stage: 'planning', facts: ['case.returned'] } }),
  gaps('none', '没有缺口', 'No gap', { given: [begun], when: step('none', community, { answer: '对照标准没有缺口。' }), then: { stage: 'no-gap', status: 'closed' } }),
]; // biome-ignore format: steps
