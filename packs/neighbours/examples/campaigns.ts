import { blocks, type PlaybookExample } from '#engines/case/model';
import { asOne, bodies, community, grant, handler, reports, step, street } from './people.ts';

const customs = blocks.examplesOf('neighbours.customs');
const contest = blocks.examplesOf('neighbours.contest');
const entry = blocks.examplesOf('neighbours.entry');

const drive = reports('bride-price', { title: '抵制高额彩礼行动', households: 1200 }, community);
const plan = step('plan', community, {
  council: bodies.owner,
  councillors: 7,
  norms: '彩礼不超过 3 万元，婚宴不超过 15 桌',
  activities: [{ what: '集体婚礼', who: bodies.owner, by: '2026-05-20' }],
});
const wedding = step('finish-task', handler(bodies.owner), { people: 260, result: '十对新人参加' }, { task: '1' });
const council = step('council', community, {
  banquet: '260401-1',
  advice: '由 30 桌减到 15 桌',
  taken: 'yes',
  saved: '12000',
});
const honour = { kind: 'wedding', count: 10, days: 7, objections: 0 } as const;
const handIn = step('hand-in', community, { pledged: 900, banquets: 20, simple: 17 });

const balconies = reports(
  'balcony',
  { title: '美丽阳台评比', until: '2026-05-01', prizes: 2, rules: '评委分占六成，居民投票占四成' },
  community,
);
const close = step('close-entries', community, { entries: 34, jurors: 5 });
const judge = step('judge', community, {
  scores: [
    { entry: '260401-1', score: 92.5 },
    { entry: '260402-3', score: 88 },
  ],
  ranking: [
    { rank: 1, entry: '260401-1', prize: '一等奖' },
    { rank: 2, entry: '260402-3', prize: '二等奖' },
  ],
});
const published = [balconies, close, judge, grant] as const;

const photo = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const mine = reports('balcony', { title: '四季花台', photos: [photo], words: '用旧木箱种的' });
const show = step('show', community, { contest: '260302-1' });

export const campaignExamples: readonly PlaybookExample[] = [
  customs('planned', '理事会牵头，活动成为任务', 'The council leads; activities become tasks', { given: [drive], when: plan, then: { stage: 'running', tasks: { open: 1 }, told: ['activities 1', 'councillors 7'] }, proves: ['S337'] }),
  customs('activity', '活动登记参加人数', 'An activity with its people', { given: [drive, plan], when: wedding, then: { told: ['activity-people 260'], tasks: { done: 1 } }, proves: ['S337'] }),
  customs('pledged', '逐批登记承诺户数', 'Households pledge', { given: [drive, plan], when: step('pledge', community, { what: 'bride-price', households: 380 }), then: { stage: 'running', told: ['pledged 380'] }, proves: ['S337'] }),
  customs('council', '红白理事会劝导有结果', 'The council advises', { given: [drive, plan], when: council, then: { told: ['advice yes', 'saved 12000'] }, proves: ['S337'] }),
  customs('honoured', '先进公示后公布', 'Honours are published', { given: [drive, plan], when: step('honour', community, honour), then: { told: ['honours 10'] }, proves: ['S337'] }),
  customs('honoured-too-soon', '公示不足五天不能公布', 'Not before five days', { given: [drive, plan], when: step('honour', community, { ...honour, days: 2 }), then: { refused: 'field.invalid' } }),
  customs('handed-in', '总结看承诺率和简办率', 'Handed in with its figures', { given: [drive, plan, wedding], when: handIn, then: { stage: 'summing', told: ['banquets 20', 'pledge-rate 75', 'simple-banquets 17'] }, proves: ['S337'] }),
  customs('not-oneself', '提交的人不评估', 'Not by whoever handed it in', { given: [drive, plan, wedding, { ...handIn, by: asOne(community) }], when: step('sum-up', asOne(street), { score: 90, answer: '达到目标。' }), then: { refused: 'action.same-person' } }),
  customs('summed-up', '街道评估总结', 'Summed up by the street', { given: [drive, plan, wedding, handIn], when: step('sum-up', street, { score: 90, answer: '承诺率 75%，继续推进。' }), then: { stage: 'done', status: 'closed', told: ['score 90'] }, proves: ['S337'] }),
  customs('more', '不到位的继续', 'Go on', { given: [drive, plan, wedding, handIn], when: step('more', street, { reason: '承诺率偏低' }), then: { stage: 'running' } }),
  customs('dropped', '不开展说明原因', 'Dropped', { given: [drive], when: step('drop', community, { answer: '与区级行动合并。' }), then: { stage: 'dropped', status: 'closed' } }),
  contest('open', '公布规则征集作品', 'Rules are published', { given: [], when: balconies, then: { stage: 'open', offers: { to: community, actions: ['close-entries', 'call-off'] } }, proves: ['S211'] }),
  contest('closed', '截止征集，评委不少于三人', 'Closed; three jurors at least', { given: [balconies], when: close, then: { stage: 'judging', told: ['entries 34'] }, proves: ['S211'] }),
  contest('two-jurors', '两名评委不行', 'Two jurors will not do', { given: [balconies], when: step('close-entries', community, { entries: 34, jurors: 2 }), then: { refused: 'field.invalid' } }),
  contest('judged', '评委打分、名次和奖项经街道同意公示', 'Scores, ranking and prizes, granted by the street', { given: [balconies, close, judge], when: grant, then: { stage: 'published', told: ['judged 2', 'prizes 2'] }, proves: ['S211'] }),
  contest('objection', '公示期有异议重新评审', 'Judged again after an objection', { given: [...published], when: step('object', community, { reason: '作品非本人拍摄' }), then: { stage: 'judging', facts: ['case.returned'] } }),
  contest('awarded', '公示期满颁奖', 'Prizes are given', { given: [...published], when: step('award', community, { days: 3, spent: '600', answer: '一等奖一名、二等奖一名，已颁发。' }), then: { stage: 'awarded', status: 'closed', told: ['spent 600'] }, proves: ['S211'] }),
  contest('off', '取消活动说明原因', 'Called off', { given: [balconies], when: step('call-off', community, { answer: '参赛作品不足，改期举办。' }), then: { stage: 'off', status: 'closed' } }),
  entry('sent', '居民传照片参赛', 'A resident sends a photo', { given: [], when: mine, then: { stage: 'sent', due: { looking: '2026-03-05T10:00:00.000Z' } }, proves: ['S211'] }),
  entry('no-photo', '没有照片不能参赛', 'No entry without a photo', { given: [], when: reports('balcony', { title: '四季花台' }), then: { refused: 'field.required' } }),
  entry('shown', '审核后展示', 'Shown after a look', { given: [mine], when: show, then: { stage: 'shown', told: ['entry balcony'] } }),
  entry('won', '评委分和奖项告诉本人', 'Score and prize are told', { given: [mine, show], when: step('prize', community, { score: 92.5, rank: 1, prize: '一等奖', answer: '恭喜获得一等奖，请到社区领奖。' }), then: { stage: 'won', status: 'closed', told: ['entry-score 92.5'] }, proves: ['S211'] }),
  entry('not-won', '未获奖的也告诉', 'So is no prize', { given: [mine, show], when: step('no-prize', community, { score: 71, answer: '感谢参与，作品在社区长廊展出。' }), then: { stage: 'not-won', status: 'closed' } }),
  entry('not-fit', '不宜展示说明原因', 'Not shown, and why', { given: [mine], when: step('not-fit', community, { answer: '照片里有邻居的脸，请换一张再传。' }), then: { stage: 'not-fit', status: 'closed' } }),
]; // biome-ignore format: steps
