import { type ActStep, blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import {
  asOne,
  community,
  districtLeader,
  governance,
  labour,
  labourHandler,
  mediator,
  petitions,
  streetLeader,
  worker,
} from './people.ts';

const key = blocks.examplesOf('dispute.key');
const campaign = blocks.examplesOf('dispute.campaign');
const screening = blocks.examplesOf('dispute.screening');
const petition = blocks.examplesOf('dispute.petition');
const cause = blocks.examplesOf('dispute.root-cause');

const raised: ReportStep = { by: petitions, report: { category: '1001', values: { brief: '工地欠薪，工人聚集' } } };
const grade = (risk: string, people = 1): ActStep => ({
  act: 'grade',
  by: petitions,
  form: { risk, people, why: '按四级标准研判', answer: '已列入重点纠纷。' },
});
const lead: ActStep = {
  act: 'lead-red',
  by: districtLeader,
  form: { leader: '分管副区长', measures: '约谈总包，先行垫付' },
};
const resolve: ActStep = { act: 'resolve', by: districtLeader, form: { result: '欠薪已发放' } };

const start: ReportStep = {
  by: petitions,
  report: { category: 'regular', values: { period: '2026 年 3 月', until: '2026-03-15', focus: '婚恋、欠薪、物业' } },
};
const asked: ReportStep = { by: 'system', report: { category: 'regular', values: { period: '2026 年 3 月' } } };
const opened = { other: { opened: '260302-00000-00001' } } as const;
const complaint: ReportStep = {
  report: { category: 'remedy', values: { words: '单位拖欠三个月工资', before: 'first', people: 3 } },
};
const advice: ReportStep = {
  report: { category: 'advice', values: { words: '建议在小区北门增设公交站', before: 'first', people: 1 } },
};
const accept: ActStep = { act: 'accept', by: petitions, form: {} };
const dispose: ActStep = {
  act: 'dispose',
  by: petitions,
  form: {
    channel: 'arbitration',
    body: labour,
    documents: ['petition', 'evidence', 'letter'],
    demand: '依法仲裁并回复',
  },
};
const back: ActStep = { act: 'report-back', by: labourHandler, form: { result: '已仲裁，单位支付工资' } };
const reply: ActStep = {
  act: 'reply',
  by: petitions,
  form: { opinion: 'support', answer: '经仲裁，单位已支付全部工资。' },
};
const pattern: ReportStep = {
  by: community,
  report: {
    category: '1704',
    values: {
      pattern: ['place', 'cause'],
      cause: '夜间车位不足',
      disputes: [{ number: '260101-1' }, { number: '260201-2' }],
      before: 8,
    },
  },
};
const plan: ActStep = { act: 'plan', by: community, form: { plan: [{ what: '错时共享单位车位', by: '2026-04-01' }] } };

export const stabilityExamples: readonly PlaybookExample[] = [
  key('red', '红色由区级领导包案', 'Red is led by a leader of the district', {
    given: [raised],
    when: grade('red', 30),
    then: { stage: 'red', told: ['risk red', 'key yes'], offers: { to: districtLeader, actions: ['lead-red', 'visit-red', 'regrade', 'resolve', 'invite'] } },
    proves: ['S174'],
  }),
  key('by-head-count', '人数多的按重点纠纷由街道包案', 'Many people make it a key dispute of the street', {
    given: [raised],
    when: grade('yellow', 6),
    then: { stage: 'orange', told: ['risk yellow', 'key yes'] },
    proves: ['S174'],
  }),
  key('blue', '蓝色交网格分级化解', 'Blue is left to the grid', {
    given: [raised],
    when: grade('blue'),
    then: { stage: 'handed', status: 'closed', orders: ['case.open dispute.graded'] },
  }),
  key('not-the-street', '红色纠纷街道领导不能包案', 'A leader of the street does not lead a red one', {
    given: [raised, grade('red')],
    when: { ...lead, by: streetLeader },
    then: { refused: 'action.not-yours' },
  }),
  key('visits', '走访一次，排定下一次（红色每七日）', 'Each visit sets the next: red every seven days', {
    given: [raised, grade('red'), lead],
    when: { act: 'visit-red', by: mediator, form: { metAt: '2026-03-02T03:00:00.000Z', trend: 'stable', found: '工人情绪平稳' } },
    then: { tasks: { done: 1, open: 1 }, told: ['trend stable'] },
  }),
  key('lead-taken', '两个工作日内落实包案，落实后停止计时', 'Led within two working days; then that clock has stopped', {
    given: [raised, grade('red')],
    when: lead,
    then: { stage: 'red', stopped: ['grading', 'leading'] },
  }),
  key('supervised', '包案迟缓的由信访部门督办，包案领导回复', 'A slow lead is supervised, and whoever leads answers', {
    given: [raised, grade('red'), lead, { act: 'card-yellow', by: petitions, form: { demand: '一周未走访，请说明' } }],
    when: { act: 'answer-card', by: districtLeader, form: { reply: '今日已到场约谈' } },
    then: { stage: 'red', card: 'yellow' },
  }),
  key('supervised-needs-a-card', '没有督办，无从回复', 'Without a card there is nothing to answer', {
    given: [raised, grade('red'), lead],
    when: { act: 'answer-card', by: districtLeader, form: { reply: '已到场' } },
    then: { refused: 'action.not-here' },
  }),
  key('self-check', '申报化解的人不能自己销号', 'Who reports it as settled does not strike it off', {
    given: [raised, grade('red'), lead, { ...resolve, by: asOne(districtLeader) }],
    when: { act: 'close', by: asOne(petitions), form: { answer: '已化解。' } },
    then: { refused: 'action.same-person' },
  }),
  key('resolved', '核实后销号，计入化解数', 'Checked and struck off: counted as resolved', {
    given: [raised, grade('red'), lead, resolve],
    when: { act: 'close', by: petitions, form: { answer: '工资已全部发放，观察期无反复。' } },
    then: { stage: 'closed', status: 'closed', told: ['key-resolved yes'] },
    proves: ['S174'],
  }),
  key('relapse', '反复的重新包案', 'It comes back when it breaks', {
    given: [raised, grade('red'), lead, resolve],
    when: { act: 'relapse', by: mediator, form: { risk: 'orange', people: 3, reason: '又有两人未领到' } },
    then: { stage: 'orange', told: ['relapse yes'] },
  }),
  campaign('all-grids', '部署后每个网格一份', 'Each grid is asked', {
    given: [],
    when: start,
    then: { stage: 'running', orders: ['case.open dispute.screening'] },
    proves: ['S172', 'S173'],
  }),
  campaign('not-while-open', '有网格未答复不能汇总办结', 'Not closed while a grid has not answered', {
    given: [start, opened],
    when: { act: 'close', by: petitions, form: { answer: '已完成。' } },
    then: { refused: 'action.not-here' },
  }),
  campaign('closed', '全部答复（含零报告）后办结', 'Closed when all have answered', {
    given: [start, opened, { other: { ended: '260302-00000-00001', words: '零报告' } }],
    when: { act: 'close', by: petitions, form: { answer: '本期排查完成。' } },
    then: { status: 'closed', told: ['grids-answered 1'] },
    proves: ['S172'],
  }),
  campaign('gaps', '有缺口的由领导同意后说明办结', 'Gaps are explained and granted by a leader', {
    given: [start, opened, { act: 'close-with-gaps', by: petitions, form: { gaps: '一个网格因疫情封控', answer: '除一个网格外均已答复。' } }],
    when: { act: 'approval.grant', by: streetLeader },
    then: { status: 'closed', told: ['grids-answered 0', 'grids-missing 1'] },
  }),
  screening('zero', '没有的也要零报告', 'Nothing found is an answer too', {
    given: [asked],
    when: { act: 'zero', by: worker, form: { answer: '本期未发现矛盾纠纷。' } },
    then: { stage: 'zero', status: 'closed', told: ['screened zero', 'found 0'] },
    proves: ['S172'],
  }),
  screening('found', '排查出的分级落到人：红橙黄报包案，蓝色就地化解', 'What is found is graded and given to somebody', {
    given: [asked],
    when: { act: 'found', by: worker, form: { found: [{ type: '1001', risk: 'red', people: 30, brief: '工地欠薪' }, { type: '0201', risk: 'blue', people: 2, brief: '噪声' }], answer: '排查出两起。' } },
    then: { stage: 'answered', orders: ['case.open dispute.graded', 'case.open dispute.key'], told: ['screened found', 'found 2', 'found-risk red', 'found-risk blue'] },
    proves: ['S172', 'S173'],
  }),
  screening('late', '五个工作日未答复转社区', 'Late after five working days: the community has it', {
    given: [asked],
    when: { act: 'missed', by: 'system', at: '2026-03-09T10:00:00.000Z' },
    then: { stage: 'late', told: ['screened late'], offers: { to: community, actions: ['zero', 'found'] } },
  }),
  screening('due', '网格答复时限五个工作日', 'Five working days for the grid', {
    given: [],
    when: asked,
    then: { due: { answering: '2026-03-09T10:00:00.000Z' } },
  }),
  petition('one-acceptance', '一窗受理，三线都能看能办', 'One acceptance, and each line may take it', {
    given: [complaint],
    when: { act: 'accept', by: governance, form: {} },
    then: { stage: 'petition-line', facts: ['case.accepted'], offers: { to: mediator, actions: ['to-mediation-line', 'to-governance-line', 'decline', 'dispose', 'contact', 'settled', 'note', 'copy', 'extend'] } },
    proves: ['S161'],
  }),
  petition('one-click', '三线之间一键流转，不再重复登记', 'Passed inside in one click, nothing filed twice', {
    given: [complaint, accept],
    when: { act: 'to-mediation-line', by: petitions },
    then: { stage: 'mediation-line' },
    proves: ['S161'],
  }),
  petition('hand-over', '转仲裁附移交材料清单', 'To arbitration with its list of documents', {
    given: [complaint, accept],
    when: dispose,
    then: { stage: 'assigned', assignee: labour.id, facts: ['case.dispatched', 'case.told'], told: ['channel arbitration'] },
    proves: ['S170'],
  }),
  petition('without-documents', '没有移交材料不能移交', 'No hand-over without documents', {
    given: [complaint, accept],
    when: { ...dispose, form: { channel: 'legal-aid', body: labour, demand: '请援助' } },
    then: { refused: 'field.required' },
    proves: ['S170'],
  }),
  petition('limits', '十五日内告知是否受理，六十日内办结', 'Fifteen days to accept, sixty to answer', {
    given: [],
    when: complaint,
    then: { due: { accepting: '2026-03-17T16:00:00.000Z', whole: '2026-05-01T16:00:00.000Z' } },
  }),
  petition('answered', '承接单位报结果，信访线答复', 'The body reports, the petition line answers', {
    given: [complaint, accept, dispose, back],
    when: reply,
    then: { stage: 'closed', status: 'closed', timing: 'in-time', outcome: 'resolved', told: ['petition-opinion support'] },
  }),
  petition('explained', '只作解释说明的不计已解决', 'What was only explained does not count as resolved', {
    given: [advice, accept, { act: 'settled', by: petitions, form: { result: '公交公司答复：站点间距已近下限，暂不能增设' } }],
    when: { act: 'reply', by: petitions, form: { opinion: 'explain', answer: '两站相距不足三百米，依规范暂不增设；已提请增加早高峰班次。' } },
    then: { stage: 'closed', status: 'closed', outcome: 'explained', told: ['petition-opinion explain'] },
  }),
  petition('review', '不服可以申请复查，复查不由原答复人做', 'A review, never by who answered', {
    given: [complaint, accept, dispose, back, { ...reply, by: asOne(petitions) }, { act: 'recheck', form: { reason: '金额不对' } }],
    when: { act: 'recheck-reply', by: asOne(districtLeader), form: { opinion: 'changed', answer: '已更正金额。' } },
    then: { refused: 'action.same-person' },
  }),
  petition('declined', '不予受理须领导同意', 'Not taken on needs a leader', {
    given: [complaint],
    when: { act: 'decline', by: petitions, form: { ground: 'court', answer: '法院正在审理，请依诉讼程序。' } },
    then: { stage: 'received', status: 'open', pending: 'decline' },
  }),
  cause('repeated', '反复纠纷查根源、定措施', 'Repeated disputes: the cause and measures', {
    given: [pattern],
    when: plan,
    then: { stage: 'acting', tasks: { open: 1 } },
    proves: ['S169'],
  }),
  cause('measured', '措施见效：纠纷比此前少', 'Measured: fewer disputes than before', {
    given: [pattern, plan, { act: 'finish-milestone', by: community, task: '1', form: { result: '已开放 40 个车位' } }, { act: 'carried-out', by: community }],
    when: { act: 'measure', by: community, form: { after: 2, answer: '停车纠纷由 8 件降到 2 件。' } },
    then: { stage: 'done', status: 'closed', told: ['fewer 6'] },
    proves: ['S169'],
  }),
  cause('again', '未见效的再定措施', 'Where it did not help it is planned again', {
    given: [pattern, plan, { act: 'finish-milestone', by: community, task: '1', form: { result: '已开放 5 个车位' } }, { act: 'carried-out', by: community }],
    when: { act: 'measure', by: community, form: { after: 9, answer: '仍有纠纷，继续治理。' } },
    then: { stage: 'planning', status: 'open' },
  }),
  cause('explained', '暂未见效的说明办结，不算已解决', 'It did not help: explained, not solved', {
    given: [pattern, plan, { act: 'finish-milestone', by: community, task: '1', form: { result: '已开放 5 个车位' } }, { act: 'carried-out', by: community }],
    when: { act: 'explain', by: { role: 'street-dispatcher', scope: '99.01.01.001.' }, form: { after: 9, answer: '车位须待新停车场建成，届时再治理。' } },
    then: { stage: 'explained', status: 'closed' },
  }),
]; // biome-ignore format: steps
