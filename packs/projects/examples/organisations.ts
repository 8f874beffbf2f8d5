import { blocks, type PlaybookExample } from '#engines/case/model';
import { asOne, bodies, community, handler, leader, reports, step, street, taskOf } from './people.ts';

const linked = blocks.examplesOf('projects.linked');
const filing = blocks.examplesOf('projects.filing');
const incubation = blocks.examplesOf('projects.incubation');

const lunch = reports('elders', { title: '独居老人午间助餐', need: '86 位独居老人中午做饭难', people: 86 }, community);
const analyse = step('analyse', community, {
  how: ['visits', 'orders'],
  asked: 120,
  problems: [{ need: '午间热饭', people: 60, missing: '社区没有助餐点' }],
});
const measure = { what: '开设助餐点', who: bodies.owner, by: '2026-06-30', budget: '60000' };
const planned = {
  goal: '60 位老人每周助餐 5 次',
  organisation: bodies.owner,
  workers: bodies.health,
  measures: [measure, { what: '招募送餐志愿者', who: bodies.health, by: '2026-05-31', budget: '0' }],
  targets: [{ target: '每周助餐次数', value: 300 }],
  funds: ['public'],
};
const plan = (change: object = {}) => step('plan', community, { ...planned, ...change });
const grant = step('approval.grant', street);
const without = (column: 'who' | 'by' | 'budget') =>
  plan({ measures: [Object.fromEntries(Object.entries(measure).filter(([name]) => name !== column))] });
const carriedOut = [lunch, analyse, plan(), grant, taskOf(bodies.owner, '1'), taskOf(bodies.health, '2')] as const;
const handIn = step('hand-in', community, {
  served: 64,
  spent: '58000',
  reached: [{ target: '每周助餐次数', met: 'yes' }],
});

const group = reports('service', {
  name: '银杏互助队',
  purpose: '帮独居老人买菜跑腿',
  members: 26,
  room: '社区活动室',
  founder: '周兰',
  phone: '13800000000',
});
const confirm = step('confirm', community, { finding: '成员、场所属实' });
const file = step(
  'file',
  street,
  { until: '2029-03-04', answer: '准予备案，可在线领取证书。' },
  { at: '2026-03-05T01:00:00.000Z' },
);
const sendOn = step(
  'file-and-send',
  street,
  {
    until: '2029-03-04',
    meets: ['members', 'room', 'rules'],
    body: bodies.health,
    answer: '准予备案，符合登记条件，已转区民政局。',
  },
  { at: '2026-03-04T13:00:00.000Z' },
);

const young = reports('service', {
  name: '银杏互助队',
  plan: '助老跑腿、陪诊',
  wants: ['space', 'mentor', 'training'],
  founder: '周兰',
  phone: '13800000000',
});
const takeIn = step('take-in', street, {
  jurors: 5,
  mean: 78.5,
  space: '社会组织服务中心 203',
  desks: 2,
  mentor: bodies.owner,
  seed: '5000',
  milestones: [
    { what: '章程和财务制度', by: '2026-05-31' },
    { what: '服务满 300 人次', by: '2026-09-30' },
  ],
});
const milestone = (task: string) => step('finish-milestone', street, { result: '已达到' }, { task });
const ask = step('ask-graduation', street, { result: '服务 420 人次，志愿者 45 人', registered: true });
const grown = [young, takeIn, milestone('1'), milestone('2')] as const;
const graduate = step('graduate', leader, { answer: '准予出壳，可继续使用会议室。' });

export const organisationExamples: readonly PlaybookExample[] = [
  linked('analysed', '先把需求摸清', 'The need comes first', { given: [lunch], when: analyse, then: { stage: 'planning', told: ['needs 1'] }, proves: ['S460'] }),
  linked('planned', '措施有单位、日期、预算，街道批准后成为任务', 'Measures with owner, day and budget become tasks', {
    given: [lunch, analyse, plan()],
    when: grant,
    then: { stage: 'running', tasks: { open: 2 }, told: ['measures 2', 'budget 60000'] },
    proves: ['S460'],
  }),
  linked('empty', '没有具体措施的方案不收', 'A plan without measures is refused', { given: [lunch, analyse], when: plan({ measures: [] }), then: { refused: 'field.required' }, proves: ['S460'] }),
  linked('no-owner', '措施没有责任单位不收', 'Nor one without an owner', { given: [lunch, analyse], when: without('who'), then: { refused: 'field.required' }, proves: ['S460'] }),
  linked('no-date', '措施没有完成日期不收', 'Nor one without a day', { given: [lunch, analyse], when: without('by'), then: { refused: 'field.required' }, proves: ['S460'] }),
  linked('no-budget', '措施没有预算不收', 'Nor one without a budget', { given: [lunch, analyse], when: without('budget'), then: { refused: 'field.required' }, proves: ['S460'] }),
  linked('not-before-need', '没摸需求不能编方案', 'No plan before the need is known', { given: [lunch], when: plan(), then: { refused: 'action.not-now' } }),
  linked('not-yet', '措施没做完不能结项', 'Not handed in while measures are open', { given: [lunch, analyse, plan(), grant], when: handIn, then: { refused: 'action.not-here' } }),
  linked('handed-in', '结项报受益人数、支出和目标', 'Handed in with people, money and targets', { given: [...carriedOut], when: handIn, then: { stage: 'evaluating', told: ['served 64', 'spent 58000', 'target-met yes'] } }),
  linked('done', '街道评估结项', 'Evaluated by the street', {
    given: [...carriedOut, handIn],
    when: step('evaluate', street, { grade: 'good', answer: '目标达到，继续开展。' }),
    then: { stage: 'done', status: 'closed', told: ['grade good'] },
    proves: ['S460'],
  }),
  linked('mended', '不合格的整改', 'Failed: to be mended', { given: [...carriedOut, handIn], when: step('evaluate', street, { grade: 'fail', answer: '助餐次数不足。' }), then: { stage: 'running', status: 'open' } }),
  linked('dropped', '不予立项说明原因', 'Not taken up, and why', { given: [lunch], when: step('drop', street, { answer: '与区级助餐项目重复。' }), then: { stage: 'dropped', status: 'closed' } }),
  filing('simple', '六个问题就能申请', 'Six questions', { given: [], when: group, then: { stage: 'received', due: { looking: '2026-03-05T10:00:00.000Z' } }, proves: ['S466'] }),
  filing('missing', '一次告知补正，只能一次', 'What is missing is told once', {
    given: [group, step('tell-missing', community, { missing: '负责人身份证明' }), step('mend', 'reporter', { added: '已补' })],
    when: step('tell-missing', community, { missing: '再补场所' }),
    then: { refused: 'action.used-up' },
    proves: ['S466'],
  }),
  filing('filed', '街道准予备案，用时入统计', 'Filed by the street; days are counted', {
    given: [group, confirm],
    when: file,
    then: { stage: 'filed', status: 'closed', timing: 'in-time', told: ['filing-days 3', 'filed service'] },
    proves: ['S466'],
  }),
  filing('not-oneself', '核实的人不审核', 'Not by whoever confirmed it', { given: [group, { ...confirm, by: asOne(community) }], when: { ...file, by: asOne(street) }, then: { refused: 'action.same-person' } }),
  filing('sent', '够条件的转民政登记', 'Who qualifies is sent to civil affairs', {
    given: [group, confirm],
    when: sendOn,
    then: { stage: 'registering', assignee: bodies.health, told: ['filed service', 'filing-days 2.5', 'sent-on yes'] },
    proves: ['S466'],
  }),
  filing('registered', '民政部门登记', 'Registered', {
    given: [group, confirm, sendOn],
    when: step('register', handler(bodies.health), { number: '社证字第 12 号', answer: '准予登记。' }),
    then: { stage: 'registered', status: 'closed', told: ['registered yes'] },
    proves: ['S466'],
  }),
  filing('stays-filed', '暂不登记的保留备案', 'Not registered: stays filed', { given: [group, confirm, sendOn], when: step('not-register', handler(bodies.health), { answer: '会员不足 50 人。' }), then: { stage: 'filed', status: 'closed' } }),
  filing('refused', '不予备案说明原因', 'Refused, and why', { given: [group, confirm], when: step('refuse', street, { answer: '活动内容涉及经营培训。' }), then: { stage: 'refused', status: 'closed' } }),
  filing('withdrawn', '申请人撤回', 'Withdrawn', { given: [group], when: step('withdraw', 'reporter', { answer: '先不办了' }), then: { stage: 'withdrawn' } }),
  filing('struck', '长期不活动的注销', 'Struck off', { given: [group, confirm, file], when: step('strike', street, { why: 'idle', answer: '一年未开展活动，已注销备案。' }), then: { stage: 'struck', status: 'closed' } }),
  incubation('applied', '申请孵化', 'Applied', { given: [], when: young, then: { stage: 'applied', offers: { to: street, actions: ['assess', 'take-in'] } }, proves: ['S474'] }),
  incubation('taken-in', '评估入壳：场地、导师、成长节点', 'Assessed and taken in: space, mentor, milestones', {
    given: [young],
    when: takeIn,
    then: { stage: 'growing', tasks: { open: 2 }, told: ['assessed 78.5', 'desks 2', 'seed 5000'] },
    proves: ['S474'],
  }),
  incubation('too-low', '不到 60 分不能入壳', 'Not below sixty', { given: [young], when: { ...takeIn, form: { ...takeIn.form, mean: 55 } }, then: { refused: 'field.invalid' }, proves: ['S474'] }),
  incubation('refused', '未入壳说明原因', 'Not taken in', { given: [young], when: step('assess', street, { score: 52, answer: '服务计划不清，可下期再报。' }), then: { stage: 'refused', status: 'closed' } }),
  incubation('mentored', '导师辅导有记录', 'Talks with the mentor', { given: [young, takeIn], when: step('mentor', street, { when: '2026-03-20T02:00:00.000Z', advice: '先做好三个家庭' }), then: { stage: 'growing', told: ['mentored yes'] }, proves: ['S474'] }),
  incubation('trained', '培训记人时', 'Training in person-hours', { given: [young, takeIn], when: step('train', street, { topic: '项目书写作', people: 12, hours: 3.5 }), then: { told: ['training-hours 42'] }, proves: ['S474'] }),
  incubation('grown', '成长节点逐个达到', 'Milestones are reached', { given: [young, takeIn], when: milestone('1'), then: { tasks: { open: 1, done: 1 } }, proves: ['S474'] }),
  incubation('income', '登记成长情况', 'How it grows', { given: [young, takeIn], when: step('grow', street, { members: 31, served: 120, income: '1800' }), then: { told: ['served 120', 'income 1800'] } }),
  incubation('not-before', '节点没达到不能申请出壳', 'Not before the milestones', { given: [young, takeIn, milestone('1')], when: ask, then: { refused: 'action.not-here' }, proves: ['S474'] }),
  incubation('graduated', '街道负责人准予出壳', 'Graduated by the leader', { given: [...grown, ask], when: graduate, then: { stage: 'graduated', status: 'closed', told: ['graduated service'] }, proves: ['S474'] }),
  incubation('not-yet', '未达到的补充节点', 'Not yet: further milestones', { given: [...grown, ask], when: step('not-yet', leader, { more: [{ what: '建立财务台账', by: '2026-12-31' }], reason: '账目不全' }), then: { stage: 'growing', tasks: { open: 1, done: 2 } } }),
  incubation('longer', '延长孵化由负责人批', 'More time is granted by the leader', { given: [young, takeIn, step('extend', street, { more: 90, reason: '疫情影响' })], when: step('approval.grant', leader), then: { stage: 'growing', facts: ['case.extended'] } }),
  incubation('alive', '出壳后回访', 'Looked at again', { given: [...grown, ask, graduate], when: step('look-again', street, { alive: true, note: '每周服务两次' }), then: { stage: 'graduated', told: ['alive yes'] } }),
  incubation('left', '中途退出', 'Left', { given: [young, takeIn], when: step('leave', street, { answer: '负责人外迁，退出孵化。' }), then: { stage: 'left', status: 'closed' } }),
]; // biome-ignore format: steps
