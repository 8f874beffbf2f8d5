import { blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { bodies, community, handler, inspector, police, step, street, worker } from './people.ts';

const warning = blocks.examplesOf('safety.fraud-warning');
const told = blocks.examplesOf('safety.publicity');
const fund = blocks.examplesOf('safety.fund-raising');
const clue = blocks.examplesOf('safety.clue');

const warned: ReportStep = {
  by: 'system',
  report: { category: 'rebate', values: { phone: '13800000000', hint: '正在刷单' } },
};
const dissuade = step('dissuade', community, {
  way: 'met',
  result: 'stopped',
  saved: '12000',
  answer: '刷单都是诈骗，请勿转账。',
});

const flyers: ReportStep = {
  by: community,
  report: { category: 'fraud', values: { content: '不轻信、不透露、不转账' } },
};
const plan = step('plan', community, {
  targets: [
    { who: 'elderly', count: 120 },
    { who: 'shops', count: 30 },
  ],
});
const record = step('record', worker, { reached: 140, installed: 60 });
const finish = step('finish', worker, { result: '入户 90 户，商户 30 家' });

const firm: ReportStep = {
  report: { category: 'wealth', values: { name: '聚鑫财富', what: '承诺年息 18%，送米面油', found: 'report' } },
};
const screened = step('screen', community, {
  signs: 2,
  people: 40,
  finding: '门店有宣传单',
  answer: '线索已收到，正在核查。',
});

const gambling: ReportStep = { report: { category: 'gambling', values: { what: '三楼每晚有人聚众打牌抽水' } } };

export const fraudAndClues: readonly PlaybookExample[] = [
  warning('thirty-minutes', '30 分钟内劝阻', 'Half an hour to warn', {
    given: [],
    when: warned,
    then: {
      stage: 'warned',
      due: { dissuading: '2026-03-02T01:30:00.000Z' },
      orders: ['notice.send safety.fraud-warning'],
    },
    proves: ['S189'],
  }),
  warning('saved', '劝阻成功记录避免损失', 'Saved, with what was saved', {
    given: [warned],
    when: dissuade,
    then: { stage: 'follow-up', told: ['saved 12000', 'result stopped'] },
    proves: ['S189'],
  }),
  warning('followed-up', '由民警回访，不能自己回访', 'Called again by another', {
    given: [warned, dissuade],
    when: step('confirm', police, { answer: '回访确认未转账。' }),
    then: { stage: 'safe', status: 'closed' },
  }),
  warning('victim', '已被骗转公安止付立案', 'Deceived already: the police', {
    given: [warned, step('dissuade', community, { way: 'called', result: 'victim', answer: '请立即报警止付。' })],
    when: step('file', police, { lost: '5000', stopped: '3000', answer: '已立案，止付 3000 元。' }),
    then: { stage: 'filed', status: 'closed', told: ['lost 5000'] },
    proves: ['S189'],
  }),
  warning('not-reached', '联系不上转民警上门', 'Not reached: the police call', {
    given: [warned],
    when: step('not-reached', community, { tried: '电话、敲门均无人' }),
    then: { stage: 'lost-contact', offers: { to: police, actions: ['dissuade'] } },
  }),
  warning('mistaken', '预警有误', 'Mistaken', {
    given: [warned],
    when: step('dissuade', community, { way: 'met', result: 'none', answer: '经核实为正常网购。' }),
    then: { stage: 'mistaken', status: 'closed' },
  }),
  warning('relapse', '回访发现仍在转账', 'Still paying', {
    given: [warned, dissuade],
    when: step('relapse', police, { note: '又转出 2000 元' }),
    then: { stage: 'victim', facts: ['case.returned'] },
  }),

  told('planned', '按对象确定宣传计划', 'Planned by whom it is for', {
    given: [flyers],
    when: plan,
    then: { stage: 'doing', told: ['targeted 150'] },
    proves: ['S189'],
  }),
  told('recorded', '登记覆盖人数，安装自愿', 'What was reached; apps are voluntary', {
    given: [flyers, plan],
    when: record,
    then: { stage: 'doing', told: ['reached 140', 'installed 60'] },
    proves: ['S189'],
  }),
  told('sampled', '由他人抽查知晓率后办结', 'Checked by another', {
    given: [flyers, plan, record, finish],
    when: step('sampled', inspector, { asked: 20, knew: 18, answer: '知晓率 90%。' }),
    then: { stage: 'done', status: 'closed', told: ['asked 20', 'knew 18'] },
  }),
  told('again', '知晓率低补充宣传', 'Too few knew: more', {
    given: [flyers, plan, finish],
    when: step('again', inspector, { reason: '知晓率不足六成' }),
    then: { stage: 'doing', facts: ['case.returned'] },
  }),
  told('traffic', '交通安全宣传对象为骑手', 'Traffic: for riders', {
    given: [{ by: community, report: { category: 'traffic', values: {} } }],
    when: step('plan', community, { targets: [{ who: 'riders', count: 40 }] }),
    then: { stage: 'doing', told: ['targeted 40'] },
    proves: ['S183'],
  }),
  told('training', '防范非法集资培训作为宣传主题', 'Illegal fund-raising as a topic of training', {
    given: [{ by: community, report: { category: 'fund-raising', values: { title: '防非法集资讲座' } } }],
    when: step('plan', community, { targets: [{ who: 'elderly', count: 60 }] }),
    then: { stage: 'doing' },
    proves: ['S190'],
  }),
  told('dropped', '不再开展', 'Dropped', {
    given: [flyers],
    when: step('drop', community, { answer: '与街道统一活动合并。' }),
    then: { stage: 'dropped', status: 'closed' },
  }),

  fund('screened', '门店排查发现风险点', 'Screened with signs', {
    given: [firm],
    when: screened,
    then: { stage: 'screened', facts: ['case.accepted'] },
    proves: ['S190'],
  }),
  fund('clear', '未发现异常即答复', 'Nothing found: answered', {
    given: [firm],
    when: step('screen', community, { signs: 0, finding: '证照齐全，未吸收资金', answer: '经核查未发现异常。' }),
    then: { stage: 'clear', status: 'closed' },
  }),
  fund('handed', '移交金融部门', 'Handed to the finance office', {
    given: [firm, screened],
    when: step('hand-over', street, { body: bodies.finance, opinion: '疑似非法集资，请立案核查' }),
    then: { stage: 'handed', assignee: bodies.finance, facts: ['case.dispatched'] },
    proves: ['S190'],
  }),
  fund('handled', '反馈处置结果', 'Told the result', {
    given: [firm, screened, step('hand-over', street, { body: bodies.finance, opinion: '请核查' })],
    when: step('report', handler(bodies.finance), { measure: 'closed', answer: '该门店已取缔。' }),
    then: { stage: 'handled', status: 'closed', outcome: 'resolved', told: ['measure closed'] },
  }),
  fund('none', '核查不构成的，只是说明', 'It was none: that is explained', {
    given: [
      { report: { category: 'prepaid', values: { name: '惠民生活馆', what: '预存货款送大礼', found: 'report' } } },
      step('screen', community, { signs: 1, finding: '预存金额较小', answer: '线索已收到，正在核查。' }),
      step('hand-over', street, { body: bodies.finance, opinion: '请核查' }),
    ],
    when: step('report', handler(bodies.finance), {
      measure: 'none',
      answer: '经核查系商品促销，资金已退还，不构成非法集资。',
    }),
    then: { stage: 'handled', status: 'closed', outcome: 'explained', told: ['measure none'] },
  }),
  fund('back', '街道退回补充', 'Sent back', {
    given: [firm, screened],
    when: step('send-back', street, { reason: '请补充合同样本' }),
    then: { stage: 'received', facts: ['case.returned'] },
  }),

  clue('received', '匿名线索由民警办理', 'Told without a name, for the police', {
    given: [],
    when: gambling,
    then: { stage: 'received', offers: { to: police, actions: ['take', 'unfounded'] } },
    proves: ['S185'],
  }),
  clue('not-for-worker', '网格员不能办理线索', 'A grid worker may not act on it', {
    given: [gambling],
    when: step('take', worker, { urgency: 'now' }),
    then: { refused: 'action.not-yours' },
    proves: ['S185'],
  }),
  clue('acted-on', '查处后反馈', 'Acted on, and told', {
    given: [gambling, step('take', police, { urgency: 'soon' })],
    when: step('act-on', police, { measure: 'penalty', answer: '已依法查处，谢谢您的线索。' }),
    then: { stage: 'closed', status: 'closed', answer: '已依法查处，谢谢您的线索。', told: ['measure penalty'] },
    proves: ['S185'],
  }),
  clue('unfounded', '查否也要反馈', 'Not found true is told too', {
    given: [gambling],
    when: step('unfounded', police, { answer: '经核查为亲友小聚，未涉赌。' }),
    then: { stage: 'unfounded', status: 'closed' },
  }),
  clue('community-adds', '社区补充信息', 'The community adds what it knows', {
    given: [gambling],
    when: step('support', community, { note: '该户为出租房，租客三人' }),
    then: { stage: 'received' },
  }),
];
