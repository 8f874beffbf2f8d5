import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, explaining, street } from './common.ts';

const { act, answerField, ending, lines, line, limit, money, number, privacyOf, simple, stage, table, timer } = blocks; // biome-ignore format: names

const scores = table('scores', '评委打分', 'Scores of the jury', [
  line('entry', '作品编号', 'Number of the entry', { required: true, max: 40 }),
  number('score', '平均分', 'Mean score', { required: true, max: 100, digits: 2 }),
], { required: true, min: 1, max: 200 }); // biome-ignore format: a table

/** 社区评比 (S211): rules, entries of residents, jury, ranking and prizes. The public vote is opened by the engine of ballots. */
export const contest: Playbook = {
  id: 'neighbours.contest',
  version: 1,
  name: { zh: '社区评比活动（美丽阳台等）', en: 'Contest' },
  summary: {
    zh: '公布规则，居民传照片参赛，评委打分，排名公示，发奖',
    en: 'Rules, entries with photos, scores of a jury, the ranking published, prizes',
  },
  categories: 'neighbours.contests',
  reporters: ['staff'],
  fields: [
    line('title', '活动名称', 'Title', { required: true }),
    simple('date', 'until', '参赛截止', 'Entries until', { required: true }),
    number('prizes', '奖项数', 'Prizes', { required: true, min: 1, max: 100 }),
    lines('rules', { zh: '评选规则', en: 'Rules' }, { required: true }),
  ],
  title: 'data.title',
  start: 'open',
  stages: [
    stage('open', '征集作品', 'Open for entries', ['正在征集作品', 'Open for entries'], community),
    stage('judging', '评审', 'Judging', ['正在评审', 'Being judged'], community),
    stage('published', '排名公示', 'Published', ['排名公示中', 'The ranking is published'], community),
    ending('awarded', '已颁奖', 'Prizes given'),
    ending('off', '活动取消', 'Called off'),
  ],
  actions: [
    act('close-entries', '截止征集', 'Close the entries', ['open'], [community], {
      to: 'judging',
      form: [number('entries', '有效作品数', 'Valid entries', { required: true, min: 1, max: 100_000 }), number('jurors', '评委人数', 'Jurors', { required: true, min: 3, max: 50 })],
      counts: 'accept',
      tone: 'primary',
      tells: [{ what: 'entries', value: 'form.entries' }],
      effects: [{ effect: 'ballot.open', awaits: 'ballot', about: { zh: '居民线上投票，按规则折算后与评委分合并', en: 'Residents vote online; their votes are weighed with the scores of the jury' } }],
    }),
    act('judge', '公布评审排名', 'Publish the ranking', ['judging'], [community], {
      to: 'published',
      form: [scores, table('ranking', '获奖名次', 'Ranking', [
        number('rank', '名次', 'Rank', { required: true, min: 1, max: 100 }),
        line('entry', '作品编号', 'Number of the entry', { required: true, max: 40 }),
        line('prize', '奖项', 'Prize', { required: true, max: 40 }),
      ], { required: true, min: 1, max: 100 })],
      needs: { who: [street] },
      counts: 'verify',
      tone: 'primary',
      tells: [{ what: 'judged', value: 'count(form.scores)' }, { what: 'prizes', value: 'count(form.ranking)' }],
    }),
    act('object', '公示期有异议，重新评审', 'An objection: judge again', ['published'], [community, street], { to: 'judging', form: [blocks.reasonField], counts: 'return', atMost: 2 }),
    act('award', '公示期满，颁奖', 'Give the prizes', ['published'], [community], {
      ...closing,
      to: 'awarded',
      form: [number('days', '公示天数', 'Days published', { required: true, min: 3, max: 60 }), money('spent', '奖品支出', 'Spent on prizes', { required: true, max: 1_000_000 }), answerField],
      tells: [{ what: 'spent', value: 'form.spent / 100' }],
    }),
    act('call-off', '取消活动', 'Call off', ['open', 'judging'], [community], { ...explaining, to: 'off' }),
  ],
  clocks: [timer('whole', '活动期限', 'Time in all', ['open', 'judging', 'published'], limit(90, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

/** 参赛作品 (S211): a photo from a resident; looked at, shown, told how it came out. */
export const entry: Playbook = {
  id: 'neighbours.entry',
  version: 1,
  name: { zh: '参赛作品', en: 'Entry of a contest' },
  summary: { zh: '拍照参赛，社区看过后展示，评审结果告诉您', en: 'Send a photo; it is shown when the community has looked at it; the result is told' },
  categories: 'neighbours.contests',
  reporters: ['resident', 'staff'],
  fields: [
    line('title', '作品名称', 'Title', { required: true, max: 40 }),
    { id: 'photos', type: 'photos', name: { zh: '作品照片', en: 'Photos' }, required: true, options: { max: 6 }, hint: { zh: '请不要拍到人脸和门牌', en: 'No faces and no door numbers, please' } },
    lines('words', { zh: '介绍', en: 'In your words' }),
    simple('phone', 'phone', '联系电话', 'Phone', { privacy: privacyOf('通知评选结果、领奖', 'To tell the result', 'consent', 'personal', 12) }),
  ],
  title: 'category.name + "：" + data.title',
  start: 'sent',
  stages: [
    stage('sent', '待审核', 'To be looked at', ['已收到作品', 'Received'], community),
    stage('shown', '参评展示', 'Shown', ['作品已展示，正在评审', 'Shown, being judged'], community),
    ending('won', '获奖', 'Won', ['恭喜获奖', 'You have won']),
    ending('not-won', '未获奖', 'No prize', ['感谢参与', 'Thank you for taking part']),
    ending('not-fit', '不宜展示', 'Not shown', ['作品未能展示', 'It could not be shown']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('show', '审核展示', 'Show', ['sent'], [community], { to: 'shown', form: [line('contest', '评比活动编号', 'Number of the contest', { required: true, max: 40 })], counts: 'accept', tone: 'primary', tells: [{ what: 'entry', value: 'category.code' }] }),
    act('not-fit', '不宜展示', 'Not shown', ['sent'], [community], { ...explaining, to: 'not-fit', outcome: 'declined' }),
    act('prize', '登记获奖', 'It won', ['shown'], [community], {
      ...closing,
      to: 'won',
      form: [number('score', '评委平均分', 'Mean score', { required: true, max: 100, digits: 2 }), number('rank', '名次', 'Rank', { required: true, min: 1, max: 100 }), line('prize', '奖项', 'Prize', { required: true, max: 40 }), answerField],
      tells: [{ what: 'entry-score', value: 'form.score' }],
    }),
    act('no-prize', '登记未获奖', 'No prize', ['shown'], [community], { ...explaining, to: 'not-won', form: [number('score', '评委平均分', 'Mean score', { required: true, max: 100, digits: 2 }), answerField], tells: [{ what: 'entry-score', value: 'form.score' }], batch: true }),
    blocks.withdrawing({ from: ['sent', 'shown'], to: 'withdrawn' }),
  ],
  clocks: [timer('whole', '评选期限', 'Time in all', ['sent', 'shown'], limit(90, 'calendar-days'), { main: true }), timer('looking', '审核时限', 'Time to look', ['sent'], limit(3, 'working-days'))],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
