import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;
const request = blocks.examplesOf('hotline.request');

const called = reports('N1', { kind: '03', words: '物业收费不公示' }, p.clerk);
const dispatched = does(p.clerk, 'dispatch', { body: p.housing });
const taken = does(p.of(p.housing), 'take', { contacted: true, said: '约周三上门' });
const handled = does(p.of(p.housing), 'handle', say('已责令物业公示，附公示照片。'));
const untilCalling = [called, dispatched, taken, handled];
const callBack = (responded: boolean, solved: boolean, satisfied: boolean) =>
  does(p.caller, 'call-back', { responded, solved, satisfied });
const transfer = (from: { id: string; name: string }, body: { id: string; name: string }) =>
  does(p.of(from), 'transfer', { body, duty: '派单目录第 12 项', reason: '不属本单位' });
const unreasonable = does(p.of(p.housing), 'unreasonable', { why: 'beyond', answer: '要求免除全部物业费无法律依据。' });
const beyond = does(p.of(p.housing), 'beyond', {
  level: '省级住建部门',
  answer: '维修基金政策由省里规定，已上报建议。',
});
const dissatisfied = [...untilCalling, callBack(true, false, false), handled];

const dispatching: readonly PlaybookExample[] = [
  request('ordinary', '一般诉求 24 小时派单、7 日反馈', 'Ordinary: dispatched in 24 hours, fed back in 7 days', {
    given: [],
    when: called,
    then: {
      stage: 'received',
      due: { dispatching: '2026-03-03T01:00:00.000Z', whole: '2026-03-09T16:00:00.000Z' },
      told: ['kind 03'],
    },
  }),
  request('emergency', '突发 1 小时派单、2 小时反馈', 'Emergency: 1 and 2 hours', {
    given: [],
    when: reports('E4', { kind: '02', words: '老人被困' }, p.clerk),
    then: { due: { dispatching: '2026-03-02T02:00:00.000Z', whole: '2026-03-02T03:00:00.000Z' } },
  }),
  request('lifeline', '停水 2 小时派单、24 小时反馈', 'No water: 2 and 24 hours', {
    given: [],
    when: reports('U1', { kind: '02', words: '整楼停水' }),
    then: { due: { dispatching: '2026-03-02T03:00:00.000Z', whole: '2026-03-03T01:00:00.000Z' } },
  }),
  request('complex', '复杂疑难 15 日反馈', 'Complex: 15 days', {
    given: [],
    when: reports('C1', { kind: '02', words: '办不了房产证' }, p.clerk),
    then: { due: { whole: '2026-03-17T16:00:00.000Z' } },
  }),
  request('answered', '咨询当场直接答复', 'A question answered at once', {
    given: [reports('N9', { kind: '01', words: '居住证怎么办' }, p.clerk)],
    when: does(p.clerk, 'answer', say('持身份证到社区窗口即可。')),
    then: { stage: 'answered', status: 'closed' },
  }),
  request('complaint-not-answered', '投诉不能直接答复了结', 'A complaint is not ended by an answer', {
    given: [called],
    when: does(p.clerk, 'answer', say('知道了')),
    then: { refused: 'action.not-here' },
  }),
  request('first-receiver', '派出未接，首接单位负责', 'The first receiver answers for it until it is taken', {
    given: [called],
    when: dispatched,
    then: { stage: 'assigned', assignee: p.housing.id, due: { contact: '2026-03-03T02:00:00.000Z' } },
    proves: ['S673'],
  }),
  request('refused-with-item', '退回须引用清单条目', 'A refusal quotes the list', {
    given: [called, dispatched],
    when: does(p.of(p.housing), 'refuse', { reason: '不是我们的' }),
    then: { refused: 'field.required' },
    proves: ['S673'],
  }),
  request('refused', '引用条目退回，计一次推诿', 'Quoted and refused: counted', {
    given: [called, dispatched],
    when: does(p.of(p.housing), 'refuse', { duty: '派单目录第 12 项', reason: '属城管' }),
    then: { stage: 'received', facts: ['case.refused'] },
    proves: ['S673'],
  }),
  request('third-transfer', '转办两次后只能裁定', 'After two transfers only a ruling', {
    given: [called, dispatched, transfer(p.housing, p.city), transfer(p.city, p.water)],
    when: transfer(p.water, p.housing),
    then: { refused: 'action.not-here' },
    proves: ['S673'],
  }),
  request('ruled', '督办员裁定', 'The supervisor rules', {
    given: [called, dispatched, transfer(p.housing, p.city), transfer(p.city, p.water)],
    when: does(p.supervisor, 'rule', { body: p.housing, reason: '物业监管属住建' }),
    then: { stage: 'assigned', assignee: p.housing.id },
    proves: ['S673'],
  }),
  request('site-check', '职责不清组织现场划责', 'Duties divided on site', {
    given: [called, dispatched],
    when: does(p.supervisor, 'site-check', { kind: 'cross', dispute: '绿地权属' }),
    then: { orders: ['case.open hotline.boundary'] },
  }),
  request('joint', '多单位协办，一家牵头', 'Several bodies, one lead', {
    given: [called],
    when: does(p.clerk, 'dispatch', { body: p.housing, joint: [p.city, p.water] }),
    then: { stage: 'assigned', assignee: p.housing.id, tasks: { open: 2 } },
    proves: ['S696'],
  }),
  request('joint-open', '协办未完，牵头不能反馈', 'The lead waits for the others', {
    given: [called, does(p.clerk, 'dispatch', { body: p.housing, joint: [p.city] }), taken],
    when: handled,
    then: { refused: 'action.not-here' },
    proves: ['S696'],
  }),
];

const afterwards: readonly PlaybookExample[] = [
  request('closed', '响应、解决、满意均为是，办结', 'Three times yes', {
    given: untilCalling,
    when: callBack(true, true, true),
    then: {
      stage: 'closed',
      status: 'closed',
      timing: 'in-time',
      told: ['responded yes', 'solved yes', 'satisfied yes'],
    },
    proves: ['S143'],
  }),
  request('rework', '未解决，退回重办', 'Not solved: once more', {
    given: untilCalling,
    when: callBack(true, false, false),
    then: { stage: 'handling', told: ['responded yes', 'solved no', 'satisfied no', 'rework yes'] },
  }),
  request('review', '重办仍不满意，转督办', 'Still dissatisfied: supervised', {
    given: dissatisfied,
    when: callBack(true, true, false),
    then: { stage: 'review', status: 'open' },
  }),
  request('red-card', '红牌督办重办', 'Once more with a red card', {
    given: [...dissatisfied, callBack(true, true, false)],
    when: does(p.supervisor, 'redo', { demand: '三日内上门解决' }),
    then: { stage: 'handling', card: 'red' },
  }),
  request('concluded', '解释说明办结', 'Explained and closed', {
    given: [...dissatisfied, callBack(true, true, false)],
    when: does(p.supervisor, 'conclude', say('已公示，费用标准合法。')),
    then: { stage: 'explained', status: 'closed' },
  }),
  request('call-back-by-handler', '承办人不能回访自己', 'Not called back by who handled it', {
    given: [
      called,
      does(p.clerk, 'dispatch', { body: p.housing }),
      taken,
      does({ ...p.of(p.housing), person: 'both' }, 'handle', say('好了')),
    ],
    when: does({ ...p.clerk, person: 'both' }, 'call-back', { responded: true, solved: true, satisfied: true }),
    then: { refused: 'action.same-person' },
  }),
  request('all-three-asked', '三问缺一不可', 'All three are asked', {
    given: untilCalling,
    when: does(p.caller, 'call-back', { responded: true, solved: true }),
    then: { refused: 'field.required' },
  }),
  request('unreached', '接不通的到期办结，不计三率', 'Not reached: closed, out of the rates', {
    given: [...untilCalling, does(p.caller, 'unreached')],
    when: does('system', 'close-unreached'),
    then: { stage: 'closed', told: ['unreached yes'] },
  }),
  request('unreasonable-asked', '不合理诉求须审核', 'Unreasonable only when granted', {
    given: [called, dispatched, taken],
    when: unreasonable,
    then: { stage: 'handling', pending: 'unreasonable' },
  }),
  request('unreasonable', '审核认定后办结，不计三率', 'Granted: closed, and not valid', {
    given: [called, dispatched, taken, unreasonable],
    when: does(p.supervisor, 'approval.grant'),
    then: { stage: 'declined', status: 'closed' },
  }),
  request('not-unreasonable', '不予认定继续办理', 'Not granted: goes on', {
    given: [called, dispatched, taken, unreasonable],
    when: does(p.supervisor, 'approval.refuse', { reason: '有合理成分' }),
    then: { stage: 'handling', pending: null, facts: ['case.ask-refused'] },
  }),
  request('beyond', '超权限经审核说明出路', 'Beyond powers, and where to turn', {
    given: [called, dispatched, taken, beyond],
    when: does(p.supervisor, 'approval.grant'),
    then: { stage: 'explained', status: 'closed' },
  }),
  request('appeal', '诉求人申诉重新打开', 'The resident appeals', {
    given: [called, dispatched, taken, unreasonable, does(p.supervisor, 'approval.grant')],
    when: does(undefined, 'appeal', { words: '只要求公示，不是免费' }),
    then: { stage: 'appealed', status: 'open', facts: ['case.reopened'] },
  }),
  request('overturned', '申诉成立重新办理', 'Overturned', {
    given: [
      called,
      dispatched,
      taken,
      unreasonable,
      does(p.supervisor, 'approval.grant'),
      does(undefined, 'appeal', { words: '只要求公示' }),
    ],
    when: does({ ...p.supervisor, person: 'another' }, 'overturn', { reason: '诉求合理' }),
    then: { stage: 'received', status: 'open' },
  }),
  request('appeal-once', '申诉以一次为限', 'Once only', {
    given: [
      called,
      dispatched,
      taken,
      unreasonable,
      does(p.supervisor, 'approval.grant'),
      does(undefined, 'appeal', { words: '只要求公示' }),
      does(p.supervisor, 'uphold', say('维持原认定。')),
    ],
    when: does(undefined, 'appeal', { words: '还要申诉' }),
    then: { refused: 'action.used-up' },
  }),
  request('held', '历史遗留经审核挂账', 'Hung up when granted', {
    given: [
      called,
      dispatched,
      taken,
      does(p.of(p.housing), 'hold', { cause: 'legacy', why: '开发商破产', review: '2026-06-01' }),
    ],
    when: does(p.supervisor, 'approval.grant'),
    then: { held: true, facts: ['case.held'] },
  }),
  request('exempt', '申请剔除经审核不计考核', 'Out of the rates with evidence', {
    given: [called, dispatched, taken, does(p.of(p.housing), 'exempt', { grounds: '非本区房屋' })],
    when: does(p.supervisor, 'approval.grant'),
    then: { exempt: true },
  }),
  request('declined', '不予受理须审核', 'Not taken on only when granted', {
    given: [called, does(p.clerk, 'decline', { ground: 'court', answer: '已进入诉讼，请等待判决。' })],
    when: does(p.supervisor, 'approval.grant'),
    then: { stage: 'declined', status: 'closed' },
  }),
];

export const requestExamples: readonly PlaybookExample[] = [...dispatching, ...afterwards];
