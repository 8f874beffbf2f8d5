import { blocks, type ExampleStaff, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, officer, step, street } from './people.ts';

const admission = blocks.examplesOf('tasks.admission');
const order = blocks.examplesOf('tasks.order');
const burden = blocks.examplesOf('tasks.burden');
const duty = blocks.examplesOf('tasks.duty');

const liaison: ExampleStaff = { role: 'department-liaison', body: bodies.health };
const place = '99.01.01.';
const form = (nature: string, funds = '20000'): ReportStep => ({
  by: liaison,
  report: {
    category: 'form',
    path: place,
    values: {
      title: '慢病随访月报',
      department: '卫生健康局',
      nature,
      basis: '卫健发〔2026〕5 号',
      content: '每月报送慢病随访数据',
      kind: 'form',
      begins: '2026-05-01',
      until: '2026-12-31',
      people: 1,
      hours: 6,
      funds,
      power: false,
    },
  },
});
const take = step('take', officer);
const ask = step('ask', officer, { bodies: [bodies.owner, bodies.neighbour] });
const say = step('say', handler(bodies.owner), { view: 'more', load: 2.5, result: '需配一名公卫助理' });
const say2 = step('say', handler(bodies.neighbour), { view: 'can', load: 1, result: '可以承担' });
const admit = step('admit', officer, {
  scope: 'limited',
  until: '2026-12-31',
  atMost: 3,
  answer: '限期准入，数据从登记系统取用，不另行填报。',
});
const refuse = step('refuse', officer, { ground: 'no-funds', answer: '无经费保障，不予准入。' });
const appeal = step('appeal', liaison, { grounds: '已落实专项经费' });
const untilIssued = [form('welfare'), take, ask, say, say2, admit] as const;

const issued: ReportStep = {
  by: 'system',
  report: {
    category: 'form',
    values: {
      title: '慢病随访月报',
      department: '卫生健康局',
      basis: '卫健发〔2026〕5 号',
      content: '按月核对随访数据',
      until: '2026-03-31',
      funds: '1600.00',
      expected: 6,
    },
  },
};
const taken = step('take', community);
const finish = step('finish', community, { result: '已核对 126 人', hours: 4 });
const clash = step('clash', community, { also: 5, proposal: '建议延至四月十日' });

const complaint: ReportStep = {
  report: {
    category: 'repeated',
    values: { department: '某局', what: '同一张表每周在两个平台各填一次', paper: '某平台', hours: 3 },
  },
};
const check = (found: string) =>
  step('check', officer, { found, finding: '已调取平台记录', answer: '感谢反映，已核实。' });

const lights: ReportStep = {
  by: community,
  report: {
    category: 'city',
    values: { what: '背街路灯维护', listItem: '权责清单第 86 项', asked: '要求社区自行维修路灯' },
  },
};
const asked = [
  step('ask', officer, { bodies: [bodies.land, bodies.traffic] }),
  step('say', handler(bodies.land), { result: '路灯属城管部门管养', duty: 'not' }),
  step('say', handler(bodies.traffic), { result: '属本部门管养', duty: 'ours' }),
] as const;
const ruled = (power: boolean, funds: boolean) =>
  step('rule', officer, {
    body: bodies.traffic,
    community: '发现并上报',
    power,
    funds,
    answer: '路灯维修由部门负责，社区只负责上报。',
  });

export const burdenExamples: readonly PlaybookExample[] = [
  admission('due', '提前 30 个工作日申请，15 个工作日内审批', 'Thirty working days ahead, decided in fifteen', {
    given: [],
    when: form('welfare'),
    then: { stage: 'applied', due: { whole: '2026-03-23T10:00:00.000Z', advance: '2026-04-14T10:00:00.000Z' } },
    proves: ['S582'],
  }),
  admission('recorded', '受理时记明性质、经费和权限', 'Class, funds and power are recorded', {
    given: [form('welfare', '0')],
    when: take,
    then: { stage: 'reviewing', told: ['nature welfare', 'funded no', 'power no'] },
    proves: ['S591', 'S684', 'S690'],
  }),
  admission('said', '社区在下达前说明负担', 'Communities say what it would cost', {
    given: [form('welfare'), take, ask],
    when: say,
    then: { stage: 'reviewing', tasks: { open: 1, done: 1 }, told: ['load 2.5', 'view more'] },
    proves: ['S582', 'S703'],
  }),
  admission('admitted', '准入后逐个社区下达', 'Admitted for a time and issued to each community', {
    given: [form('welfare'), take, ask, say, say2],
    when: admit,
    then: { stage: 'issued', status: 'open', orders: ['case.open tasks.order'], told: ['decision limited'] },
    proves: ['S582', 'S703', 'S714'],
  }),
  admission('administrative', '行政执法事项退回部门', 'What belongs to administration goes back', {
    given: [form('administrative'), take],
    when: admit,
    then: { stage: 'back-to-department', status: 'closed', orders: [], told: ['decision to-department'] },
    proves: ['S591', 'S684'],
  }),
  admission('refused', '无经费的不予准入', 'Refused', {
    given: [form('welfare', '0'), take],
    when: refuse,
    then: { stage: 'refused', status: 'closed', orders: [], told: ['decision refused'] },
    proves: ['S582', 'S714'],
  }),
  admission('no-ground', '拒绝须引用清单理由', 'No refusal without its ground', {
    given: [form('welfare'), take],
    when: step('refuse', officer, { answer: '不予准入。' }),
    then: { refused: 'field.required' },
    proves: ['S714'],
  }),
  admission('duplicate', '与已有事项重复的不再下达', 'It repeats another', {
    given: [form('welfare'), take],
    when: step('duplicate', officer, { which: '已有“慢病管理台账”', answer: '与已有事项重复，请合并。' }),
    then: { stage: 'refused', status: 'closed' },
    proves: ['S703'],
  }),
  admission('appealed', '部门申诉后改为准入', 'An appeal that is followed', {
    given: [form('welfare', '0'), take, refuse, appeal],
    when: admit,
    then: { stage: 'issued', status: 'open', orders: ['case.open tasks.order'] },
    proves: ['S714'],
  }),
  admission('appeal-once', '申诉只有一次', 'One appeal', {
    given: [
      form('welfare', '0'),
      take,
      refuse,
      appeal,
      step('stand', { ...officer, person: 'another' }, { answer: '维持原决定。' }),
    ],
    when: appeal,
    then: { refused: 'action.used-up' },
  }),
  admission('appeal-by-another', '原决定人不能复核申诉', 'The appeal is looked at by another', {
    given: [form('welfare', '0'), take, refuse, appeal],
    when: step('stand', officer, { answer: '维持原决定。' }),
    then: { refused: 'action.same-person' },
    proves: ['S714'],
  }),
  admission('stands', '维持原决定', 'It stands', {
    given: [form('welfare', '0'), take, refuse, appeal],
    when: step('stand', { ...officer, person: 'another' }, { answer: '经费仍未落实，维持。' }),
    then: { stage: 'refused', status: 'closed' },
  }),
  admission('sent-back', '退回补正后重报', 'Sent back and sent again', {
    given: [form('welfare'), step('send-back', officer, { reason: '缺依据文件' })],
    when: step('send-again', liaison, { mended: '补附文件' }),
    then: { stage: 'reviewing' },
  }),
  admission('revoked', '撤销准入', 'Revoked', {
    given: [...untilIssued, { other: { opened: 'O1' } }],
    when: step('revoke', { ...officer, person: 'another' }, { answer: '依据文件已废止。' }),
    then: { stage: 'refused', status: 'closed', tasks: { dropped: 1 } },
    proves: ['S582'],
  }),
  admission('done', '各社区完成后到期退出', 'Done and over', {
    given: [...untilIssued, { other: { opened: 'O1' } }, { other: { ended: 'O1', words: '已完成' } }],
    when: step('finish', officer, { answer: '任务完成，准入到期退出。' }),
    then: { stage: 'done', status: 'closed' },
  }),
  admission('withdrawn', '部门撤回', 'Withdrawn', {
    given: [form('welfare')],
    when: step('withdraw', liaison, { answer: '改由系统取数，撤回申请。' }),
    then: { stage: 'withdrawn', status: 'closed' },
  }),

  order('gate', '未经准入不能直接下达', 'What was not admitted cannot be issued', {
    given: [],
    when: { ...issued, by: street },
    then: { refused: 'case.reporter-refused' },
    proves: ['S582', 'S684', 'S703', 'S714'],
  }),
  order(
    'issued',
    '任务写明部门、依据、经费和工时，各社区各自办理',
    'It says who issues it, by what, with what money and hours; each community does its own',
    {
      given: [],
      when: issued,
      then: {
        stage: 'issued',
        offers: { to: community, actions: ['take', 'clash', 'off-list'] },
        told: ['order-funded yes', 'order-from 卫生健康局', 'order-hours 6'],
      },
      proves: ['S144', 'S684'],
    },
  ),
  order('unfunded', '没有随任务经费的如实记', 'Without money: said so', {
    given: [],
    when: {
      by: 'system',
      report: {
        category: 'assessment',
        values: {
          title: '迎检资料整理',
          department: '某局',
          basis: '准〔2026〕7 号',
          content: '整理近三年台账备查',
          until: '2026-03-31',
        },
      },
    },
    then: { told: ['order-funded no', 'order-from 某局'] },
    proves: ['S684'],
  }),
  order('progress', '社区填写自己的进度', 'Its own progress', {
    given: [issued, taken],
    when: step('progress', community, { percent: 60 }),
    then: { stage: 'doing', told: ['progress 60'] },
    proves: ['S144'],
  }),
  order('clash', '期限冲突报准入专员', 'A clash of dates goes to admission', {
    given: [issued, taken],
    when: clash,
    then: { stage: 'clashing', told: ['clash 5'], offers: { to: officer, actions: ['settle'] } },
    proves: ['S144'],
  }),
  order('settled', '协调后继续办理', 'Settled', {
    given: [issued, taken, clash],
    when: step('settle', officer, { until: '2026-04-10', note: '与迎检错开' }),
    then: { stage: 'doing' },
    proves: ['S144'],
  }),
  order('confirmed', '下达部门确认', 'Confirmed', {
    given: [issued, taken, finish],
    when: step('confirm', liaison, { answer: '数据无误。' }),
    then: { stage: 'done', status: 'closed' },
    proves: ['S144'],
  }),
  order('sent-back', '未完成退回', 'Not done', {
    given: [issued, taken, finish],
    when: step('send-back', liaison, { reason: '缺三户' }),
    then: { stage: 'doing', facts: ['case.returned'] },
  }),
  order('off-list', '超出准入范围，经批准拒绝办理', 'Beyond what was admitted: may be refused', {
    given: [
      issued,
      taken,
      step('off-list', community, { what: '另要求每日打卡拍照', answer: '超出准入范围，不予办理。' }),
    ],
    when: step('approval.grant', officer),
    then: { stage: 'void', status: 'closed', told: ['off-list 1'] },
    proves: ['S714'],
  }),

  burden('anonymous', '匿名反映，三个工作日核实', 'Told without a name', {
    given: [],
    when: complaint,
    then: { stage: 'received', due: { checking: '2026-03-05T10:00:00.000Z' } },
    proves: ['S584'],
  }),
  burden('found', '属实的督促改正，按部门计数', 'Found true, counted by department', {
    given: [complaint],
    when: check('yes'),
    then: { stage: 'correcting', told: ['found yes', 'department 某局', 'hours 3'] },
    proves: ['S584'],
  }),
  burden('not-so', '不属实的反馈', 'Not so', {
    given: [complaint],
    when: check('no'),
    then: { stage: 'not-so', status: 'closed' },
  }),
  burden('corrected', '纠正并反馈', 'Corrected, and told', {
    given: [complaint, check('yes'), step('demand', officer, { demand: '取消重复填报' })],
    when: step('corrected', officer, { measure: 'merged', answer: '两个平台已合并取数。' }),
    then: { stage: 'corrected', status: 'closed', told: ['measure merged'] },
    proves: ['S584'],
  }),
  burden('again', '再次出现重新核实', 'Again', {
    given: [complaint, check('yes'), step('corrected', officer, { measure: 'merged', answer: '已合并。' })],
    when: step('again', officer, { reason: '又下发同一表格' }),
    then: { stage: 'received', status: 'open' },
  }),
  burden('not-by-community', '被反映的不能自己核实', 'Only the officer looks at it', {
    given: [complaint],
    when: step('check', street, { found: 'no', finding: '无此事', answer: '无此事。' }),
    then: { refused: 'action.not-yours' },
  }),

  duty('asked', '征求部门职责意见', 'Departments say whose duty it is', {
    given: [lights, asked[0], asked[1]],
    when: asked[2],
    then: { stage: 'opinions', tasks: { done: 2 }, told: ['duty ours'] },
    proves: ['S705'],
  }),
  duty('ruled', '按清单认定部门职责和社区协助内容', 'Ruled by the list', {
    given: [lights, ...asked],
    when: ruled(true, true),
    then: { stage: 'ruled', status: 'closed', assignee: bodies.traffic, told: ['power yes', 'funds yes'] },
    proves: ['S705', 'S690'],
  }),
  duty('unsupported', '无权无钱的列入上报清单', 'Without power and money: listed for the superior', {
    given: [lights, ...asked],
    when: ruled(false, false),
    then: { stage: 'unsupported', status: 'open', told: ['power no', 'funds no'] },
    proves: ['S690', 'S705'],
  }),
  duty('supported', '补足支持后销号', 'Supported after all', {
    given: [lights, ...asked, ruled(false, false)],
    when: step('supported', officer, { how: '每年安排 2 万元', answer: '已落实经费。' }),
    then: { stage: 'ruled', status: 'closed' },
    proves: ['S690'],
  }),
];
