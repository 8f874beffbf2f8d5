import { type ActStep, blocks, type ExampleStaff, type PlaybookExample, type ReportStep } from '#engines/case/model';

const social: ExampleStaff = { role: 'social-worker', scope: '99.01.01.001.001.' };
const community: ExampleStaff = { role: 'community-staff', scope: '99.01.01.001.001.' };
const justice: ExampleStaff = { role: 'justice-office', scope: '99.01.01.001.' };
const officer: ExampleStaff = { role: 'privacy-officer' };
const leader: ExampleStaff = { role: 'district-case-leader' };
const canteen = { id: '019ca5d2-0000-7000-8000-0000000b0032', name: '社区食堂' } as const;
const asOne = (staff: ExampleStaff): ExampleStaff => ({ ...staff, person: 'one' });

const help = blocks.examplesOf('care.help-plan');
const family = blocks.examplesOf('care.family');
const youth = blocks.examplesOf('care.youth');
const elders = blocks.examplesOf('care.elders');
const rights = blocks.examplesOf('care.rights');

const started: ReportStep = { by: social, report: { category: '01', values: { plan: '就业帮扶，每月谈话' } } };
const team: ActStep = {
  act: 'form',
  by: social,
  form: { members: ['grid-worker', 'police', 'social-worker', 'family'], until: '2027-03-01' },
};
const talk: ActStep = {
  act: 'talk',
  by: social,
  form: { metAt: '2026-03-02T02:30:00.000Z', record: '谈工作近况', done: '已找到工作' },
};
const judge = (judgement: string): ActStep => ({
  act: 'judge',
  by: justice,
  form: { judgement, answer: '阶段评估完成。' },
});
const enrolledFamily: ReportStep = {
  by: social,
  report: { category: 'single', values: { wish: '孩子有人辅导，母亲有稳定工作' } },
};
const assess: ActStep = {
  act: 'assess',
  by: social,
  form: { before: 3, goals: [{ goal: '母亲参加技能培训', by: '2026-05-01' }] },
};
const goalDone: ActStep = { act: 'finish-milestone', by: social, task: '1', form: { result: '已取得证书' } };
const child = (consent: boolean): ReportStep => ({
  report: { category: 'growth', values: { child: '小明', guardian: '甲', years: 'under-14', consent } },
});
const join: ActStep = { act: 'join', by: social, form: { how: 'paper', group: '小雨点组' } };
const elder: ReportStep = { by: community, report: { category: 'meal', values: { line: 'jinhui' } } };
const arrange: ActStep = { act: 'arrange', by: community, form: { providers: [canteen] } };
const request = (category: string): ReportStep => ({
  report: { category, values: { who: 'self', what: '请删除两年前的走访记录' } },
});
const verify: ActStep = { act: 'verify', by: officer, form: { how: 'sign-in' } };
const fulfil = (done: string): ActStep => ({
  act: 'fulfil',
  by: officer,
  form: { done, told: true, answer: '已按您的请求处理。' },
});
const refuse: ActStep = {
  act: 'refuse',
  by: officer,
  form: {
    ground: 'retention',
    remedies: ['complain', 'sue'],
    answer: '法律要求保存至 2027 年，期满即删除；可投诉或起诉。',
  },
};

export const planExamples: readonly PlaybookExample[] = [
  help('team', '组建帮教小组，排定每月谈话', 'A team, and a talk each month', { given: [started], when: team, then: { stage: 'helping', tasks: { open: 1 }, told: ['help-members grid-worker', 'help-members police', 'help-members social-worker', 'help-members family'] }, proves: ['S042'] }),
  help('talks', '谈一次排下一次', 'Each talk sets the next', { given: [started, team], when: talk, then: { tasks: { done: 1, open: 1 } }, proves: ['S042'] }),
  help('escalated', '评估有反复的升级', 'Worse: escalated', { given: [started, team, talk], when: judge('worse'), then: { stage: 'escalated', status: 'open', told: ['help-judgement worse'] }, proves: ['S042'] }),
  help('ended', '达到目标解除', 'Reached: ended', { given: [started, team, talk], when: judge('done'), then: { stage: 'ended', status: 'closed' }, proves: ['S042'] }),
  help('self-check', '谈话的人不能自己评估', 'Who talks does not judge', { given: [started, team, { ...talk, by: asOne(social) }], when: { ...judge('done'), by: asOne(justice) }, then: { refused: 'action.same-person' } }),
  family('assessed', '家庭评估，个别化目标', 'Assessed, with individual goals', { given: [enrolledFamily], when: assess, then: { stage: 'working', tasks: { open: 1 }, told: ['score-before 3'] }, proves: ['S054'] }),
  family('sessions', '社工面谈', 'Sessions of the social worker', { given: [enrolledFamily, assess], when: { act: 'session', by: social, form: { metAt: '2026-03-02T02:30:00.000Z', record: '了解培训进展' } }, then: { stage: 'working', told: ['family-session 1'] }, proves: ['S054'] }),
  family('not-yet', '目标未完成不能结案', 'Not ended before the goals', { given: [enrolledFamily, assess], when: { act: 'end', by: social, form: { after: 8, answer: '已结案。' } }, then: { refused: 'action.not-here' } }),
  family('ended', '得分前后对比', 'The score before and after', { given: [enrolledFamily, assess, goalDone], when: { act: 'end', by: social, form: { after: 8, answer: '目标达成，服务结束。' } }, then: { stage: 'ended', status: 'closed', told: ['score-after 8'] }, proves: ['S054'] }),
  youth('consent', '监护人同意核对后入组', 'Joined after the guardian’s consent was checked', { given: [child(true)], when: join, then: { stage: 'joining', facts: ['case.accepted'] }, proves: ['S055'] }),
  youth('no-consent', '没有监护人同意不能入组', 'Not without the guardian’s consent', { given: [child(false)], when: join, then: { refused: 'action.not-here' }, proves: ['S055'] }),
  youth('attendance', '活动签到与反馈', 'Attendance and feedback', { given: [child(true), join], when: { act: 'session', by: social, form: { heldAt: '2026-03-02T02:30:00.000Z', came: true, feedback: '积极参与' } }, then: { stage: 'joining', told: ['youth-came yes'] }, proves: ['S055'] }),
  youth('left', '可随时退出', 'May leave at any time', { given: [child(true), join], when: { act: 'withdraw', form: { answer: '时间冲突' } }, then: { stage: 'withdrawn', status: 'closed' } }),
  elders('served', '按次服务，老人说了算，金晖助老同线登记', 'Each service recorded, the elder’s word, its line', { given: [elder, arrange], when: { act: 'serve', by: community, form: { servedAt: '2026-03-02T02:30:00.000Z', service: 'meal', content: 'good' } }, then: { stage: 'serving', told: ['elder-service meal', 'elder-content good', 'elder-line jinhui'] }, proves: ['S056'] }),
  elders('enrolled', '登记入册，安排服务单位', 'Enrolled and arranged', { given: [elder], when: arrange, then: { stage: 'serving', facts: ['case.dispatched'] }, proves: ['S056'] }),
  elders('ended', '结束服务', 'Ended', { given: [elder, arrange], when: { act: 'end', by: community, form: { answer: '老人随子女居住，服务结束。' } }, then: { stage: 'ended', status: 'closed' } }),
  rights('fifteen-days', '十五个工作日内答复', 'Answered within fifteen working days', { given: [], when: request('access'), then: { due: { whole: '2026-03-23T10:00:00.000Z' } } }),
  rights('access', '查阅复制', 'A copy is given', { given: [request('access'), verify], when: fulfil('copied'), then: { stage: 'done', status: 'closed', timing: 'in-time', told: ['rights-done copied'] } }),
  rights('deleted', '删除', 'Deleted', { given: [request('delete'), verify], when: fulfil('deleted'), then: { stage: 'done', told: ['rights-done deleted'] } }),
  rights('withdrawn-consent', '撤回同意，停止处理', 'Consent withdrawn, use stopped', { given: [request('withdraw'), verify], when: fulfil('stopped'), then: { stage: 'done', told: ['rights-done stopped'] } }),
  rights('unverified', '身份未核实不能处理', 'Nothing before the identity is checked', { given: [request('access')], when: fulfil('copied'), then: { refused: 'action.not-now' } }),
  rights('refusal-granted', '不予处理须另一人同意，并告知救济途径', 'A refusal is granted by another, remedies told', { given: [request('delete'), verify, refuse], when: { act: 'approval.grant', by: leader }, then: { stage: 'refused', status: 'closed' } }),
  rights('refusal-without-remedies', '不告知救济途径不能拒绝', 'No refusal without remedies', { given: [request('delete'), verify], when: { act: 'refuse', by: officer, form: { ground: 'retention', answer: '不予删除。' } }, then: { refused: 'field.required' } }),
]; // biome-ignore format: steps
