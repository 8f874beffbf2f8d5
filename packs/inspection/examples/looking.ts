import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;
const finding = (what: string) => ({ what, who: p.committee.id, by: '2026-03-06' });

const weekly = blocks.examplesOf('inspection.weekly');
const opened = reports('environment', {}, 'system');
const sampled = does(p.inspector, 'sample', { sample: [{ unit: '槐荫社区', content: '背街' }], rule: '随机抽取' });
const recorded = does(p.inspector, 'record', {
  score: 82,
  evidence: '两处堆积',
  findings: [finding('北巷堆积'), finding('公厕缺纸')],
});
const mended = (task: string) => does(p.community, 'finish-task', { result: '已清理' }, { task });
const weeklyExamples: readonly PlaybookExample[] = [
  weekly('sampled', '抽样确定督查对象', 'A sample is drawn', {
    given: [opened],
    when: sampled,
    then: { stage: 'looking' },
    proves: ['S359'],
  }),
  weekly('recorded', '评分有据，问题立行立改', 'A score with evidence, a list to fix', {
    given: [opened, sampled],
    when: recorded,
    then: { stage: 'mending', tasks: { open: 2 }, orders: [], told: ['score 82', 'findings 2'] },
    proves: ['S359'],
  }),
  weekly('poor', '得分低于八十分的拟通报', 'Below eighty: a circular is drafted', {
    given: [opened, sampled],
    when: does(p.inspector, 'record', { score: 74, evidence: '背街三处堆积', findings: [finding('北巷堆积')] }),
    then: { stage: 'mending', orders: ['case.open inspection.circular'] },
    proves: ['S358'],
  }),
  weekly('bad', '得分低于六十分的通报并约谈', 'Below sixty: a circular and an interview', {
    given: [opened, sampled],
    when: does(p.inspector, 'record', { score: 55, evidence: '多处堆积，两次督查未改', findings: [finding('堆积')] }),
    then: { orders: ['case.open inspection.circular', 'case.open inspection.interview'] },
    proves: ['S358'],
  }),
  weekly('without-evidence', '没有依据不能评分', 'No score without evidence', {
    given: [opened, sampled],
    when: does(p.inspector, 'record', { score: 60 }),
    then: { refused: 'field.required' },
  }),
  weekly('by-community', '被查社区不能给自己打分', 'Not by those inspected', {
    given: [opened, sampled],
    when: does(p.community, 'record', { score: 100, evidence: '很好' }),
    then: { refused: 'action.not-yours' },
  }),
  weekly('not-mended', '问题没改不能销号', 'Not closed while one is open', {
    given: [opened, sampled, recorded, mended('1')],
    when: does(p.inspector, 'close', say('已整改')),
    then: { refused: 'case.tasks-open' },
  }),
  weekly('closed', '整改复查后销号', 'Put right, looked at again, closed', {
    given: [opened, sampled, recorded, mended('1'), mended('2')],
    when: does(p.inspector, 'close', say('两项均已整改，复查合格。')),
    then: { stage: 'closed', status: 'closed', timing: 'in-time' },
    proves: ['S359'],
  }),
];

const quarterly = blocks.examplesOf('inspection.quarterly');
const term = reports('quarter', {}, 'system');
const seen = does(p.superior, 'visit', {
  checklist: [
    { point: '一站式窗口', met: true },
    { point: '公示栏更新', met: false },
  ],
  findings: [finding('公示栏过期')],
  answer: '一项不达标，限期整改。',
});
const quarterlyExamples: readonly PlaybookExample[] = [
  quarterly('visited', '按清单督导列出问题', 'By the checklist, with findings', {
    given: [term],
    when: seen,
    then: { stage: 'mending', tasks: { open: 1 }, told: ['met yes', 'met no', 'findings 1'] },
    proves: ['S370', 'S379'],
  }),
  quarterly('year-end', '年终考核核查同用一表', 'At the end of the year, by the same sheet', {
    given: [reports('year', {}, 'system')],
    when: seen,
    then: { stage: 'mending', tasks: { open: 1 }, told: ['met yes', 'met no', 'findings 1'] },
    proves: ['S370'],
  }),
  quarterly('nothing', '未发现问题直接办结', 'Nothing found', {
    given: [term],
    when: does(p.superior, 'visit', { checklist: [{ point: '窗口', met: true }], answer: '全部达标。' }),
    then: { stage: 'no-findings', status: 'closed', told: ['met yes', 'findings 0'] },
  }),
  quarterly('again', '复查不合格再改', 'Rechecked and not mended: again', {
    given: [term, seen, mended('1')],
    when: does(p.checker, 'not-mended', { findings: [finding('仍未更新')] }),
    then: { tasks: { open: 1, done: 1 }, facts: ['case.returned', 'case.task-given'] },
    proves: ['S379'],
  }),
  quarterly('rechecked', '复查合格销号', 'Rechecked and closed', {
    given: [term, seen, mended('1')],
    when: does(p.superior, 'recheck', say('已更新，复查合格。')),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S379'],
  }),
  quarterly('open-findings', '有问题未改不能办结', 'Open findings keep it open', {
    given: [term, seen],
    when: does(p.superior, 'recheck', say('合格')),
    then: { refused: 'case.tasks-open' },
    proves: ['S370', 'S379'],
  }),
];

const guidance = blocks.examplesOf('inspection.guidance');
const began = reports('check', { from: '市级督查组', list: '一站式建设、网格配备' }, p.superior);
const opinion = does(p.superior, 'opine', { findings: [finding('网格员缺额')], opinion: '年内配齐' });
const guidanceExamples: readonly PlaybookExample[] = [
  guidance('opined', '下达问题和指导意见', 'Findings and opinions', {
    given: [began],
    when: opinion,
    then: { stage: 'mending', tasks: { open: 1 } },
    proves: ['S377'],
  }),
  guidance('answered', '逐条回应后提交', 'Answered one by one, then handed in', {
    given: [began, opinion, mended('1')],
    when: does(p.leader, 'respond', say('缺额两名已招录到岗。')),
    then: { stage: 'judging', facts: ['case.handled'] },
    proves: ['S377'],
  }),
  guidance('accepted', '上级认可', 'Accepted', {
    given: [began, opinion, mended('1'), does(p.leader, 'respond', say('已到岗。'))],
    when: does(p.superior, 'accept'),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S377'],
  }),
  guidance('silent', '七天没有进展的提醒，之后重新计时', 'Reminded after seven days of silence, then counted afresh', {
    given: [began, { ...opinion, at: '2026-03-02T02:00:00.000Z' }],
    when: does('system', 'remind', {}, { at: '2026-03-09T16:00:00.000Z' }),
    then: {
      stage: 'mending',
      told: ['silent yes'],
      orders: ['notice.send inspection.silent'],
      due: { progress: '2026-03-17T16:00:00.000Z' },
    },
  }),
  guidance('told', '填写进展后重新计时', 'A word of progress starts the seven days afresh', {
    given: [began, { ...opinion, at: '2026-03-02T02:00:00.000Z' }],
    when: does(p.leader, 'note', { progress: '已发招录公告' }, { at: '2026-03-06T02:00:00.000Z' }),
    then: { stage: 'mending', due: { progress: '2026-03-13T16:00:00.000Z' } },
  }),
  guidance('not-all', '有一条没回应不能提交', 'Not while one is unanswered', {
    given: [began, opinion],
    when: does(p.leader, 'respond', say('已办')),
    then: { refused: 'action.not-here' },
  }),
];

const list = blocks.examplesOf('inspection.rectification');
const ordered = reports('environment', { demand: '月底前清零' }, p.inspector);
const points = does(p.inspector, 'list', {
  points: [
    { where: '北巷口', kind: 'waste' },
    { where: '铁路边', kind: 'rubble' },
  ],
});
const children = [{ other: { opened: 'one' } }, { other: { opened: 'two' } }] as const;
const listExamples: readonly PlaybookExample[] = [
  list('listed', '一点位一件', 'A matter for each point', {
    given: [ordered],
    when: points,
    then: {
      stage: 'clearing',
      orders: ['case.open inspection.heap', 'case.open inspection.heap'],
      told: ['points 2'],
      due: { clearing: '2026-03-16T10:00:00.000Z' },
    },
    proves: ['S201'],
  }),
  list('progress', '清一处进度自动前进', 'Progress by itself', {
    given: [ordered, points, ...children],
    when: { other: { ended: 'one', words: '已清理' } },
    then: { tasks: { done: 1, open: 1 } },
    proves: ['S201'],
  }),
  list('overdue', '逾期自动列入通报', 'Overdue by itself, for the meeting', {
    given: [ordered, points, ...children, { other: { ended: 'one', words: '已清理' } }],
    when: does('system', 'overdue', {}, { at: '2026-03-16T10:00:00.000Z' }),
    then: { told: ['overdue 1'], orders: ['notice.send inspection.overdue', 'case.open inspection.circular'] },
    proves: ['S201', 'S358'],
  }),
  list('not-all', '没清完不能销号', 'Not closed before all are cleared', {
    given: [ordered, points, ...children],
    when: does(p.principal, 'close', say('清完了')),
    then: { refused: 'case.tasks-open' },
    proves: ['S201'],
  }),
  list('closed', '全部清理后销号', 'All cleared', {
    given: [
      ordered,
      points,
      ...children,
      { other: { ended: 'one', words: '已清理' } },
      { other: { ended: 'two', words: '已清理' } },
    ],
    when: does(p.principal, 'close', say('两处全部清理。')),
    then: { stage: 'closed', status: 'closed' },
  }),
];

const heap = blocks.examplesOf('inspection.heap');
/** The hash of a photo. */
const photo = (digit: string): string => digit.repeat(64);
const one = reports('waste', { where: '北巷口', before: [photo('a')] }, 'system');
const cleared = does(p.community, 'clear', { result: '清运两车', after: [photo('b')] });
const exemptAsked = does(p.community, 'exempt', { grounds: '铁路用地，进场须铁路许可' });
const heapExamples: readonly PlaybookExample[] = [
  heap('due', '垃圾堆积点两个工作日', 'Two working days', {
    given: [],
    when: one,
    then: { stage: 'open', due: { whole: '2026-03-04T10:00:00.000Z' } },
    proves: ['S202'],
  }),
  heap('passed', '他人复查合格销号', 'Rechecked by another', {
    given: [one, cleared],
    when: does(p.checker, 'pass', say('已清理干净。')),
    then: { stage: 'cleared', status: 'closed', timing: 'in-time' },
    proves: ['S202'],
  }),
  heap('failed', '复查不合格退回', 'Not passed', {
    given: [one, cleared],
    when: does(p.checker, 'fail', { reason: '底部残留' }),
    then: { stage: 'open', facts: ['case.returned'] },
    proves: ['S202'],
  }),
  heap('self', '清理的人不能复查', 'Not by who cleared it', {
    given: [one, does({ ...p.community, person: 'both' }, 'clear', { result: '已清' })],
    when: does({ ...p.checker, person: 'both' }, 'pass', say('合格')),
    then: { refused: 'action.same-person' },
  }),
  heap('overdue', '逾期留痕，作为考核依据', 'Overdue is evidence', {
    given: [one],
    when: does('system', 'over', {}, { at: '2026-03-04T10:00:00.000Z' }),
    then: { stage: 'open', told: ['overdue yes'] },
    proves: ['S202'],
  }),
  heap('late', '逾期清理如实计', 'Late is late', {
    given: [one, { ...cleared, at: '2026-03-06T01:00:00.000Z' }],
    when: does(p.checker, 'pass', say('已清理。')),
    then: { timing: 'overtime' },
    proves: ['S202'],
  }),
  heap('exempt', '特殊情况街道同意后据实处理', 'Exempt when the street grants it', {
    given: [one, exemptAsked],
    when: does(p.leader, 'approval.grant'),
    then: { exempt: true, pending: null },
    proves: ['S363'],
  }),
  heap('not-exempt', '不同意的照常计', 'Refused: it counts', {
    given: [one, exemptAsked],
    when: does(p.leader, 'approval.refuse', { reason: '许可已于上月取得' }),
    then: { exempt: false, pending: null },
    proves: ['S363'],
  }),
  heap('strike', '不属整治点位', 'Not such a point', {
    given: [one],
    when: does(p.inspector, 'strike', say('系施工临时堆放，有许可。')),
    then: { stage: 'not-here', status: 'closed' },
  }),
];

const exemption = blocks.examplesOf('inspection.exemption');
const filed = reports('disaster', { entry: '环境整治', period: '2026 年 2 月', grounds: '暴雪封路三天' }, p.community);
const checked = does(p.inspector, 'check', { real: true, finding: '气象与封路通告属实' });
const exemptionExamples: readonly PlaybookExample[] = [
  exemption('excluded', '情况属实，剔除不计', 'So it is: left out', {
    given: [filed, checked],
    when: does(p.leader, 'exclude', say('暴雪期间不计该项。')),
    then: { stage: 'excluded', status: 'closed', exempt: true, told: ['decision excluded'] },
    proves: ['S363'],
  }),
  exemption('corrected', '据实更正得分', 'The score is put right', {
    given: [filed, checked],
    when: does(p.leader, 'correct', { value: 8, answer: '按实际作业天数更正为 8 分。' }),
    then: { stage: 'corrected', told: ['decision corrected'] },
    proves: ['S363'],
  }),
  exemption('stands', '维持原计说明理由', 'It stands, and why', {
    given: [filed, checked],
    when: does(p.leader, 'stand', say('封路期间其他社区已完成。')),
    then: { stage: 'stands', status: 'closed' },
  }),
  exemption('unchecked', '未核实不能决定', 'Not decided before it was checked', {
    given: [filed],
    when: does(p.leader, 'exclude', say('不计')),
    then: { refused: 'action.not-now' },
  }),
];

export const lookingExamples: readonly PlaybookExample[] = [
  ...weeklyExamples,
  ...quarterlyExamples,
  ...guidanceExamples,
  ...listExamples,
  ...heapExamples,
  ...exemptionExamples,
];
