import { blocks, type ExampleStep, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { affairs, bodies, community, secretary, step, worker } from './people.ts';

const talk = blocks.examplesOf('party-matters.deliberation');
const rules = blocks.examplesOf('party-matters.covenant');
const join = blocks.examplesOf('party-matters.joining');
const feast = blocks.examplesOf('party-matters.banquet');
const drive = blocks.examplesOf('party-matters.campaign');

const topic: ReportStep = { report: { category: 'facilities', values: { topic: '加装晾衣架', why: '楼下无处晾晒' } } };
const notice = step('accept', secretary, {
  when: '2026-03-08T06:00:00.000Z',
  where: '社区会议室',
  entitled: 40,
  scope: '中心花园加装晾衣架',
});
const open = { act: 'open', by: 'system', at: '2026-03-05T16:00:01.000Z' } as const;
const vote = (present: number, agreed: number) =>
  step('vote', secretary, {
    entitled: 40,
    present,
    agreed,
    minutes: '十二人发言',
    resolution: '加装四组',
    answer: '决议：加装四组，三月底前完成。',
  });
const carried = [
  step('assign', community, { plan: [{ what: '安装四组', by: '2026-03-31' }] }),
  step('finish-milestone', community, { result: '已安装' }),
  step('carried-out', community, { result: '四组已装' }),
] as const;

const draft: ReportStep = {
  by: secretary,
  report: { category: 'residents', values: { title: '阳光社区居民公约', draft: '爱护环境，邻里互助。' } },
};
const collect = step('collect', secretary, { opinions: 32, articles: [{ article: '第一条 爱护公共环境' }] });
const ballot = (agreed: number) =>
  step('vote', secretary, { entitled: 60, voted: 50, agreed, answer: '表决结果已公布。' });
const file = step('file', affairs, { number: '备〔2026〕3 号' });
const sign = step('sign', secretary, { signed: 480, from: '2026-05-01', answer: '公约已施行。' });

const applicant: ReportStep = { by: secretary, report: { category: 'worker', values: { branch: '阳光社区第一支部' } } };
const register = step('register', secretary);
const doing = (first: number, last: number): readonly ExampleStep[] =>
  Array.from({ length: last - first + 1 }, (_, at) => ({
    ...step('step-done', secretary, { result: '已完成', on: '2026-03-02' }),
    task: String(first + at),
  }));
const next = (id: string): readonly ExampleStep[] => [
  step(id, secretary, { opinion: '支部同意' }),
  step('approval.grant', affairs),
];
const allSteps: readonly ExampleStep[] = [
  applicant,
  register,
  ...doing(1, 2),
  ...next('to-activist'),
  ...doing(3, 6),
  ...next('to-candidate'),
  ...doing(7, 11),
  ...next('to-probationary'),
  ...doing(12, 18),
  ...next('to-full'),
  ...doing(19, 25),
];

const wedding = (tables: number, perTable: string): ReportStep => ({
  report: { category: 'wedding', values: { day: '2026-05-01', tables, perTable } },
});
const promise = step('promise', community, { promised: 12, advice: '建议不超过 15 桌' });

const excellence: ReportStep = {
  by: secretary,
  report: { category: 'excellence', values: { title: '争做先锋', goals: '办实事 20 件', theme: 'ecology' } },
};
const promised = step('promise', secretary, { promises: [{ what: '清理河道', by: '2026-06-01' }], organisations: 4 });
const shown = [
  step('finish-milestone', secretary, { result: '已清理' }),
  step('evidence', secretary, { evidence: '清理河道 2 公里', people: 300 }),
] as const;

export const memberExamples: readonly PlaybookExample[] = [
  talk('notice', '公告期内不能表决', 'No vote within the notice period', {
    given: [topic, notice],
    when: vote(30, 20),
    then: { refused: 'action.not-now' },
    proves: ['S293'],
  }),
  talk('four-parties', '四方代表各有任务', 'The four parties have their part', {
    given: [topic],
    when: step('accept', secretary, {
      when: '2026-03-08T06:00:00.000Z',
      where: '社区',
      entitled: 12,
      scope: '停车与物业',
      parties: [bodies.owner, bodies.land, bodies.fire, bodies.traffic],
    }),
    then: { stage: 'noticed', tasks: { open: 4 } },
    proves: ['S290'],
  }),
  talk('opened', '公告期满由系统开启会议', 'The clock opens the meeting', {
    given: [topic, notice],
    when: open,
    then: { stage: 'meeting' },
    proves: ['S293'],
  }),
  talk('no-quorum', '到会不足半数不形成决议', 'Too few: no resolution', {
    given: [topic, notice, open],
    when: vote(19, 19),
    then: { stage: 'noticed', status: 'open', told: ['present 19', 'quorum no'] },
    proves: ['S293'],
  }),
  talk('no-minutes', '没有会议记录不能表决', 'No vote without minutes', {
    given: [topic, notice, open],
    when: step('vote', secretary, { entitled: 40, present: 30, agreed: 20, resolution: '加装', answer: '决议。' }),
    then: { refused: 'field.required' },
    proves: ['S293'],
  }),
  talk('departure', '缩短公告期须说明并经批准', 'A shorter notice is explained and granted', {
    given: [topic, notice, step('shorten', secretary, { why: '台风前须拆除危棚' })],
    when: step('approval.grant', affairs),
    then: { stage: 'meeting', told: ['departure 1'] },
    proves: ['S293'],
  }),
  talk('agreed', '决议转为任务', 'The resolution becomes tasks', {
    given: [topic, notice, open, vote(30, 20)],
    when: carried[0],
    then: { stage: 'carrying-out', tasks: { open: 1 } },
    proves: ['S287'],
  }),
  talk('archived', '落实、反馈、归档', 'Carried out, told, archived', {
    given: [topic, notice, open, vote(30, 20), ...carried],
    when: step('archive', secretary, { satisfied: 28, answer: '四组晾衣架已投入使用。' }),
    then: { stage: 'archived', status: 'closed', told: ['satisfied 28'] },
    proves: ['S287'],
  }),
  talk('not-agreed', '未过半不实施', 'Not agreed', {
    given: [topic, notice, open],
    when: vote(30, 15),
    then: { stage: 'not-agreed', status: 'closed' },
  }),
  talk('not-done', '落实不到位', 'Not carried out', {
    given: [topic, notice, open, vote(30, 20), ...carried],
    when: step('not-done', secretary, { reason: '少装一组' }),
    then: { stage: 'carrying-out', facts: ['case.returned'] },
  }),
  talk('declined', '不列入协商', 'Not on the agenda', {
    given: [topic],
    when: step('decline', secretary, { answer: '属行政审批事项。' }),
    then: { stage: 'declined', status: 'closed' },
  }),

  rules('passed', '过半通过送街道备案', 'Passed and filed', {
    given: [draft, collect],
    when: ballot(40),
    then: { stage: 'filing', told: ['voted 50'] },
    proves: ['S297'],
  }),
  rules('not-passed', '恰好一半不通过', 'Exactly half is not more', {
    given: [draft, collect],
    when: ballot(25),
    then: { stage: 'not-passed', status: 'closed', outcome: 'explained' },
    proves: ['S297'],
  }),
  rules('unlawful', '备案退回修改', 'Not lawful: back', {
    given: [draft, collect, ballot(40)],
    when: step('correct', affairs, { reason: '不得设定罚款' }),
    then: { stage: 'drafting', facts: ['case.returned'] },
    proves: ['S297'],
  }),
  rules('signed', '公布签订施行', 'Signed and in force', {
    given: [draft, collect, ballot(40), file],
    when: sign,
    then: { stage: 'in-force', status: 'closed', told: ['signed 480'] },
    proves: ['S297'],
  }),
  rules('breach', '违约投诉引用条款', 'A complaint cites the article', {
    given: [draft, collect, ballot(40), file, sign],
    when: step('breach', community, { article: '第三条', handled: '已劝导清理' }),
    then: { stage: 'in-force', told: ['breach 第三条'] },
    proves: ['S297'],
  }),
  rules('reviewed', '年度评议后修改', 'Reviewed yearly', {
    given: [draft, collect, ballot(40), file, sign],
    when: step('review', secretary, { change: true, note: '增加电动车停放' }),
    then: { stage: 'drafting', status: 'open' },
    proves: ['S297'],
  }),

  join('not-skipped', '步骤没有完成不能进入下一阶段', 'No stage is skipped', {
    given: [applicant, register, ...doing(1, 1)],
    when: step('to-activist', secretary, { opinion: '同意' }),
    then: { refused: 'action.not-here' },
  }),
  join('granted', '进入下一阶段由上级批准', 'The level above grants it', {
    given: [applicant, register, ...doing(1, 2), step('to-activist', secretary, { opinion: '同意' })],
    when: step('approval.grant', affairs),
    then: { stage: 'activist', tasks: { done: 2, open: 4 }, told: ['stage activist'] },
  }),
  join('all-steps', '二十五步全部完成后归档', 'All twenty-five steps', {
    given: allSteps,
    when: step('ask-archive', secretary, { note: '材料齐全' }),
    then: { stage: 'archive', tasks: { done: 25 } },
  }),
  join('joined', '上级审核归档', 'Archived by the level above', {
    given: [...allSteps, step('ask-archive', secretary, { note: '材料齐全' })],
    when: step('archive', affairs, { answer: '审核通过。' }),
    then: { stage: 'joined', status: 'closed' },
  }),
  join('sent-back', '材料不全退回', 'Papers missing', {
    given: [...allSteps, step('ask-archive', secretary, { note: '材料齐全' })],
    when: step('send-back', affairs, { reason: '缺思想汇报' }),
    then: { stage: 'full', facts: ['case.returned'] },
  }),
  join('stopped', '终止培养', 'Stopped', {
    given: [applicant, register],
    when: step('stop', secretary, { answer: '本人撤回申请。' }),
    then: { stage: 'stopped', tasks: { dropped: 2 } },
  }),
  join('closed-to-workers', '网格员不能办理发展党员', 'Not for a grid worker', {
    given: [applicant],
    when: step('register', worker),
    then: { refused: 'action.not-yours' },
  }),

  feast('over', '超标准的劝导', 'Over the norm: advice', {
    given: [wedding(30, '800')],
    when: promise,
    then: { stage: 'held', told: ['over yes'] },
    proves: ['S338'],
  }),
  feast('within', '标准以内', 'Within the norm', {
    given: [wedding(15, '600')],
    when: promise,
    then: { told: ['over no'] },
    proves: ['S338'],
  }),
  feast('saved', '由他人核实节约金额', 'Money saved, seen by another', {
    given: [wedding(30, '800'), promise],
    when: step(
      'see',
      { ...community, person: 'another' },
      { actual: 12, saved: '9000', answer: '办 12 桌，节约 9000 元。' },
    ),
    then: { stage: 'done', status: 'closed', told: ['saved 9000'] },
    proves: ['S338'],
  }),

  drive('promised', '公开承诺', 'Promises', {
    given: [excellence],
    when: promised,
    then: { stage: 'doing', tasks: { open: 1 }, told: ['theme ecology', 'organisations 4'] },
    proves: ['S335', 'S336'],
  }),
  drive('not-own', '不能自己评议', 'Appraised by another', {
    given: [excellence, promised, shown[0], { ...shown[1], by: { ...secretary, person: 'one' } }],
    when: step('appraise', { ...affairs, person: 'one' }, { score: 90, answer: '好。' }),
    then: { refused: 'action.same-person' },
    proves: ['S336'],
  }),
  drive('recognised', '评议结果按主题', 'Results by theme', {
    given: [excellence, promised, ...shown],
    when: step('appraise', affairs, { score: 92, honour: 'branch', answer: '评议通过，推荐先进党组织。' }),
    then: { stage: 'recognised', status: 'closed', outcome: 'resolved', told: ['score 92', 'result ecology'] },
    proves: ['S335', 'S336', 'S410', 'S420'],
  }),
  drive('not-recognised', '未达标', 'Not recognised', {
    given: [excellence, promised, ...shown],
    when: step('appraise', affairs, { score: 60, answer: '承诺未全部兑现。' }),
    then: { stage: 'not-recognised', status: 'closed', outcome: 'explained' },
  }),
];
