import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, inspector, step, street } from './people.ts';

const septic = blocks.examplesOf('estate.septic');
const cables = blocks.examplesOf('estate.cables');
const contractor = handler(bodies.owner);

const tank: ReportStep = {
  by: 'system',
  report: { category: 'cycle', values: { tank: '3 栋化粪池', last: '2025-09-01' } },
};
const emptied = [
  step('commission', community, { body: bodies.owner }),
  step('worked', contractor, { gas: 'ventilated', amount: 6, result: '清掏完成' }),
] as const;

const lines: ReportStep = {
  by: street,
  report: { category: 'mixed', values: { section: '人民路东段', what: '三家线缆缠绕' } },
};
const commit = step('commit', street, {
  lines: [
    { what: '电信箱体', owner: bodies.land, by: '2026-03-20' },
    { what: '电力杆', owner: bodies.traffic, by: '2026-03-25' },
  ],
});
const ownersDone = [
  step('finish-task', handler(bodies.land), { result: '已入地' }),
  step('finish-task', handler(bodies.traffic), { result: '已迁移' }),
  step('all-done', street, { result: '全部整治' }),
] as const;

export const upkeepExamples: readonly PlaybookExample[] = [
  septic('emptied', '清掏前检测气体', 'Air tested before anybody goes in', {
    given: [tank, emptied[0]],
    when: emptied[1],
    then: { stage: 'checking', told: ['removed 6'] },
    proves: ['S206'],
  }),
  septic('passed', '检查合格并排下次', 'Passed, with the next day', {
    given: [tank, ...emptied],
    when: step('pass', inspector, { lid: 'good', next: '2026-09-01', answer: '盖板完好。' }),
    then: { stage: 'done', status: 'closed' },
    proves: ['S206'],
  }),
  septic('no-next', '不排下次不能销号', 'Not closed without the next day', {
    given: [tank, ...emptied],
    when: step('pass', inspector, { lid: 'good', answer: '盖板完好。' }),
    then: { refused: 'field.required' },
  }),
  septic('renovated', '需要改造的立项', 'Becomes works', {
    given: [tank, ...emptied],
    when: step('renovate', inspector, { need: '池体渗漏', answer: '已转改造工程。' }),
    then: { stage: 'done', status: 'closed', orders: ['case.open estate.works'] },
    proves: ['S206'],
  }),
  septic('failed', '不合格重做', 'Not passed', {
    given: [tank, ...emptied],
    when: step('fail', inspector, { reason: '未清掏彻底' }),
    then: { stage: 'working', facts: ['case.returned'] },
  }),

  cables('committed', '各权属单位逐条承诺', 'Each owner commits', {
    given: [lines],
    when: commit,
    then: { stage: 'tidying', tasks: { open: 2 } },
    proves: ['S208'],
  }),
  cables('reminded', '催告逾期单位', 'Reminded', {
    given: [lines, commit],
    when: step('remind', street, { demand: '请于三日内完成电力杆迁移' }),
    then: { card: 'notice' },
  }),
  cables('not-yet', '有单位未完成不能验收', 'Not accepted while one is open', {
    given: [lines, commit, ownersDone[0]],
    when: ownersDone[2],
    then: { refused: 'action.not-here' },
    proves: ['S208'],
  }),
  cables('done', '分段完成后验收', 'Done by section, accepted', {
    given: [lines, commit, ...ownersDone],
    when: step('pass', inspector, { answer: '线缆已入地规整。' }),
    then: { stage: 'done', status: 'closed' },
    proves: ['S208'],
  }),
  cables('failed', '仍有飞线退回', 'Not accepted', {
    given: [lines, commit, ...ownersDone],
    when: step('fail', inspector, { reason: '12 号楼仍有飞线' }),
    then: { stage: 'listing', facts: ['case.returned'] },
  }),
  cables('cancelled', '不再实施', 'Not done', {
    given: [lines, commit],
    when: step('cancel', street, { answer: '并入道路改造统一实施。' }),
    then: { stage: 'cancelled', tasks: { dropped: 2 } },
  }),
];
