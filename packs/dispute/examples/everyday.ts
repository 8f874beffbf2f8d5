import { type ActStep, blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { asOne, chief, community, justice, mediator, veteran, worker } from './people.ts';

const oral = blocks.examplesOf('dispute.oral');
const graded = blocks.examplesOf('dispute.graded');
const circuit = blocks.examplesOf('dispute.circuit');
const log = blocks.examplesOf('dispute.building-log');

const noise: ReportStep = {
  by: chief,
  report: {
    category: '0201',
    values: {
      brief: '夜间装修噪声',
      cause: 'noise',
      parties: [
        { side: 'applicant', name: '甲' },
        { side: 'respondent', name: '乙' },
      ],
    },
  },
};
const settle: ActStep = {
  act: 'settle',
  by: chief,
  form: { settledAt: '2026-03-02T02:00:00.000Z', agreement: '晚八点后不施工' },
};
const ask: ReportStep = { report: { category: '0201', values: { brief: '夜间装修噪声', people: 2 } } };
const up = (level: string, at: string): ActStep => ({ act: `up-${level}`, by: 'system', at });
const slot = { plan: 'dispute.circuit', place: '990101001001', start: '2026-03-05T06:30:00.000Z' } as const;
const book: ReportStep = {
  report: { category: 'mediate', values: { slot, brief: '与邻居争地界', dispute: '260302-00001-00002' } },
};
const write: ActStep = {
  act: 'write',
  by: chief,
  form: { hygiene: 'good', policies: 12, disputes: 2, matters: [{ what: '三楼感应灯不亮' }] },
};

const atCommunity = [ask, up('building', '2026-03-03T01:00:00.000Z'), up('grid', '2026-03-04T01:00:00.000Z')] as const;
const deliberate: ActStep = {
  act: 'deliberate',
  by: community,
  form: { topic: '楼道夜间施工时间怎么定', why: '涉及全单元 24 户', agreed: true },
};
const talks = { other: { opened: '260304-00000-00001' } } as const;
const talksEnded = { other: { ended: '260304-00000-00001', words: '表决通过：晚八点后不施工，已写入公约。' } } as const;
const cameOut = (came: string): ActStep => ({
  act: 'deliberated',
  by: community,
  form: {
    came,
    trend: came === 'agreed' ? 'resolved' : 'stable',
    how: '表决通过晚八点后不施工',
    answer: '经协商，晚八点后不施工，已写入公约。',
  },
});

export const everydayExamples: readonly PlaybookExample[] = [
  oral('by-chief', '楼栋长当场调解，口头协议登记', 'A building chief settles it with a short record', {
    given: [noise],
    when: settle,
    then: { stage: 'watching', told: ['mediated yes', 'level building'] },
    proves: ['S168'],
  }),
  oral('by-grid-worker', '网格员登记纠纷：当事人、起因、当场调解', 'A grid worker enters parties and cause and settles it', {
    given: [{ ...noise, by: worker }],
    when: { ...settle, by: worker },
    then: { stage: 'watching', facts: ['case.handled', 'case.told', 'case.told'] },
    proves: ['S111'],
  }),
  oral('handed-over', '调不了的移交人民调解委员会', 'What cannot be settled goes to the committee', {
    given: [{ ...noise, by: worker }],
    when: { act: 'hand-over', by: worker, form: { tried: '上门两次未谈拢', answer: '已转社区人民调解委员会。' } },
    then: { stage: 'handed', status: 'closed', orders: ['case.open dispute.mediation'] },
    proves: ['S111'],
  }),
  oral('closed', '回头看没有反复才办结', 'Closed after a second look', {
    given: [noise, settle],
    when: { act: 'look-again', by: chief, form: { answer: '一周无反复，双方和好。' } },
    then: { stage: 'settled', status: 'closed', timing: 'in-time' },
  }),
  oral('unhappy', '当事人不满意，重新调解', 'A dissatisfied party opens it again', {
    given: [{ report: noise.report }, settle, { act: 'look-again', by: chief, form: { answer: '已和好。' } }],
    when: { act: 'rate', form: { rating: 1 } },
    then: { stage: 'on-spot', facts: ['case.rated', 'case.reopened'] },
  }),
  graded('in-building', '小问题不出楼栋', 'A small one does not leave the building', {
    given: [ask],
    when: { act: 'settle-building', by: chief, form: { trend: 'resolved', how: '两家面谈', answer: '已约定作息时间。' } },
    then: { status: 'closed', timing: 'in-time', told: ['settled-at building', 'trend resolved'] },
    proves: ['S166'],
  }),
  graded('limits', '楼栋一日、总共七日', 'A day in the building, seven in all', {
    given: [],
    when: ask,
    then: { due: { whole: '2026-03-09T01:00:00.000Z', 'at-building': '2026-03-03T01:00:00.000Z' } },
    proves: ['S166'],
  }),
  graded('beyond', '到期未结自动上交，超出的列名单', 'What a level does not settle in time goes up and is listed', {
    given: [ask, up('building', '2026-03-03T01:00:00.000Z'), up('grid', '2026-03-04T01:00:00.000Z')],
    when: up('community', '2026-03-06T01:00:00.000Z'),
    then: { stage: 'street', told: ['beyond community'], due: { 'at-street': '2026-03-09T01:00:00.000Z' }, offers: { to: justice, actions: ['settle-street', 'contact-street', 'to-mediation', 'deliberate'] } },
    proves: ['S166'],
  }),
  graded('not-above', '楼栋长不能越级化解', 'A building chief acts at his level only', {
    given: [ask, up('building', '2026-03-03T01:00:00.000Z')],
    when: { act: 'settle-grid', by: chief, form: { trend: 'resolved', how: '面谈', answer: '好了。' } },
    then: { refused: 'action.not-yours' },
  }),
  graded('deliberated', '涉及多户的转协商议事，期间各级时限停', 'What concerns many is deliberated; the levels rest', {
    given: [...atCommunity],
    when: deliberate,
    then: { stage: 'deliberating', orders: ['case.open party-matters.deliberation'], told: ['route deliberation'] },
    proves: ['S177'],
  }),
  graded('deliberating', '协商没结束不能登记结果', 'No result before the deliberation has ended', {
    given: [...atCommunity, deliberate, talks],
    when: cameOut('agreed'),
    then: { refused: 'action.not-here' },
    proves: ['S177'],
  }),
  graded('talks-back', '协商结果回到纠纷', 'Its result comes back to the dispute', {
    given: [...atCommunity, deliberate, talks],
    when: talksEnded,
    then: { stage: 'deliberating', tasks: { done: 1 } },
    proves: ['S177'],
  }),
  graded('settled-by-talks', '协商达成一致即化解', 'Settled by what was agreed', {
    given: [...atCommunity, deliberate, talks, talksEnded],
    when: cameOut('agreed'),
    then: { stage: 'settled', status: 'closed', told: ['deliberated agreed', 'settled-at deliberation', 'trend resolved'] },
    proves: ['S177'],
  }),
  graded('talks-failed', '协商不成由街道继续化解', 'Not agreed: the street goes on', {
    given: [...atCommunity, deliberate, talks, talksEnded],
    when: cameOut('not'),
    then: { stage: 'street', status: 'open', told: ['deliberated not', 'trend stable'] },
  }),
  graded('to-mediation', '社区化解不了的转人民调解', 'From the community to formal mediation', {
    given: [ask, up('building', '2026-03-03T01:00:00.000Z'), up('grid', '2026-03-04T01:00:00.000Z')],
    when: { act: 'to-mediation', by: community, form: { answer: '已转人民调解委员会。' } },
    then: { stage: 'formal', orders: ['case.open dispute.mediation'] },
  }),
  circuit('booked', '居民从巡回时间表约老调解员', 'A resident books a veteran on the circuit', {
    given: [],
    when: book,
    then: { stage: 'booked', offers: { to: veteran, actions: ['move', 'visit', 'miss'] } },
    proves: ['S164'],
  }),
  circuit('visited', '到访情况记入纠纷', 'The visit is written down with the dispute', {
    given: [book],
    when: { act: 'visit', by: veteran, form: { cameAt: '2026-03-02T01:30:00.000Z', did: 'mediated', trend: 'stable', record: '双方各退一步', answer: '已当面调解，双方同意。' } },
    then: { stage: 'visited', status: 'closed', told: ['veteran-visit mediated', 'trend stable'] },
    proves: ['S164'],
  }),
  circuit('missed', '未成行的说明原因', 'Why it did not take place', {
    given: [book],
    when: { act: 'miss', by: mediator, form: { why: 'veteran', answer: '老调解员临时生病，已另约。' } },
    then: { stage: 'missed', told: ['missed veteran'] },
  }),
  log('written', '楼栋长每月一记：卫生、政策、纠纷', 'A short monthly log: hygiene, policies, disputes', {
    given: [{ by: 'system', report: { category: 'month', values: {} } }],
    when: write,
    then: { stage: 'reading', told: ['hygiene good', 'policies 12', 'building-disputes 2'] },
    proves: ['S171'],
  }),
  log('answered', '社区回应，写的人不能自己回应', 'Answered by the community, never by the writer', {
    given: [{ by: 'system', report: { category: 'month', values: {} } }, { ...write, by: asOne(chief) }],
    when: { act: 'answer', by: asOne(community), form: { answer: '感应灯已报修。' } },
    then: { refused: 'action.same-person' },
  }),
  log('done', '社区三个工作日内回应', 'Answered within three working days', {
    given: [{ by: 'system', report: { category: 'month', values: {} } }, write],
    when: { act: 'answer', by: community, form: { answer: '感应灯已报修。' } },
    then: { stage: 'done', status: 'closed', timing: 'in-time' },
  }),
]; // biome-ignore format: steps
