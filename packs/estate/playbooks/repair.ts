import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, contact, photos, refusing, resultField, street } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  choice,
  ending,
  line,
  lines,
  limit,
  money,
  number,
  reasonField,
  simple,
  stage,
  table,
  timer,
} = blocks;

const law = '《中华人民共和国民法典》第二百七十八条';

const heads = (id: string, zh: string, en: string) =>
  number(id, zh, en, { required: true, max: 100_000, unit: ['户', 'households'] });
const area = (id: string, zh: string, en: string) =>
  number(id, zh, en, { required: true, max: 10_000_000, digits: 2, unit: ['平方米', 'm²'] });

/** Civil Code art. 278: two thirds of owners, by head and by area, take part. “以上” includes the number itself (art. 1259). */
const noQuorum = 'form.votedOwners * 3 < form.owners * 2 or form.votedArea * 3 < form.area * 2';
/** Using the maintenance fund: more than half of those who voted; raising money, rebuilding, other use: three quarters. */
const passed =
  'if form.subject = "use" then form.agreedOwners * 2 > form.votedOwners and form.agreedArea * 2 > form.votedArea else form.agreedOwners * 4 >= form.votedOwners * 3 and form.agreedArea * 4 >= form.votedArea * 3';

/**
 * 共有部分维修 (S146): owners' opinions, plans and quotes, the vote with its legal thresholds, shares for each household,
 * building, acceptance, published accounts.
 */
export const repair: Playbook = {
  id: 'estate.repair',
  version: 1,
  name: { zh: '电梯等共有部分维修', en: 'Repair of common parts' },
  summary: {
    zh: '征求意见、比选方案、业主表决、分摊筹资、施工、验收、公布账目',
    en: 'Owners’ opinions, plans and quotes, vote, shares, building, acceptance, published accounts',
  },
  categories: 'estate.common-parts',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    lines('what', { zh: '维修事由', en: 'What is to be repaired' }, { required: true }),
    line('building', '楼栋单元', 'Building and stair'),
    simple('yes-no', 'danger', '是否危及人身安全', 'Dangerous to people'),
    photos,
    contact,
  ],
  title: 'category.name + "维修" + (if data.building = null then "" else "：" + data.building)',
  start: 'proposed',
  stages: [
    stage('proposed', '征求意见', 'Opinions', ['正在征求业主意见', 'Owners are being asked'], community),
    stage('planning', '方案与报价', 'Plans and quotes', ['正在比选方案', 'Plans are being compared'], community),
    stage('voting', '业主表决', 'Vote', ['业主正在表决', 'The owners are voting'], community),
    stage('funding', '分摊筹资', 'Shares', ['正在确定分摊', 'Shares are being settled'], community),
    stage('paying', '缴款', 'Payments', ['正在缴款', 'Being paid'], community),
    stage('building', '施工', 'Building', ['正在施工', 'Being built'], assignee),
    stage('accepting', '验收', 'Acceptance', ['正在验收', 'Being accepted'], community),
    stage('publishing', '公布账目', 'Accounts', ['正在公布账目', 'Accounts are being published'], community),
    ending('closed', '已修复', 'Repaired', ['已修复，账目已公布', 'Repaired; the accounts are published']),
    ending('rated', '已修复（已评价）', 'Repaired and rated', ['已修复', 'Repaired']),
    ending('not-passed', '表决未通过', 'Not passed', ['业主表决未通过', 'The owners did not agree']),
    ending('declined', '不予办理', 'Declined'),
  ],
  actions: [
    act('collect', '汇总业主意见', 'Sum up the opinions', ['proposed'], [community], {
      to: 'planning',
      form: [
        heads('asked', '征求户数', 'Asked'),
        heads('wanting', '同意启动户数', 'In favour of going on'),
        lines('concerns', { zh: '主要意见', en: 'What they said' }, { required: true }),
      ],
      counts: 'accept',
      tells: [{ what: 'asked', value: 'form.asked' }],
      tone: 'primary',
    }),
    act('offer', '公布方案和报价', 'Publish plans and quotes', ['planning'], [community], {
      to: 'voting',
      form: [
        table(
          'plans',
          '方案',
          'Plans',
          [
            line('plan', '方案内容', 'Plan', { required: true }),
            line('contractor', '报价单位', 'Contractor', { required: true }),
            money('quote', '报价', 'Quote', { required: true, max: 50_000_000 }),
          ],
          { required: true, min: 2, max: 10, hint: { zh: '至少两家报价', en: 'At least two quotes' } },
        ),
        line('chosen', '推荐方案', 'Recommended', { required: true }),
      ],
      counts: 'note',
      effects: [
        {
          effect: 'ballot.open',
          awaits: 'ballot',
          about: { zh: '发起业主表决，按户数和面积计票', en: 'The owners vote, by head and by area' },
        },
      ],
      tone: 'primary',
    }),
    act('count', '登记表决结果', 'Record the vote', ['voting'], [community], {
      to: [{ when: noQuorum, to: 'voting' }, { when: passed, to: 'funding' }, { to: 'not-passed' }],
      form: [
        choice(
          'subject',
          '表决事项',
          'What is voted on',
          [
            ['use', '使用维修资金', 'Using the maintenance fund'],
            ['raise', '筹集资金', 'Raising money'],
            ['rebuild', '改建重建', 'Rebuilding'],
            ['use-change', '改变共有部分用途', 'Other use of common parts'],
          ],
          { required: true, hint: { zh: law, en: 'Civil Code, art. 278' } },
        ),
        heads('owners', '应参与户数', 'Owners in all'),
        area('area', '应参与专有面积', 'Area in all'),
        heads('votedOwners', '参与表决户数', 'Owners who voted'),
        area('votedArea', '参与表决面积', 'Area that voted'),
        heads('agreedOwners', '同意户数', 'Owners in favour'),
        area('agreedArea', '同意面积', 'Area in favour'),
        { ...answerField, name: { zh: '表决结果说明', en: 'Result in words' } },
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'verify',
      tells: [{ what: 'turnout', value: 'form.votedOwners' }],
      tone: 'primary',
    }),
    act('share', '公布分摊方案', 'Publish the shares', ['funding'], [community], {
      to: [
        {
          when: '(if form.fund = null then 0 else form.fund) + (if form.shares = null then 0 else sum(form.shares.share)) >= form.price',
          to: 'paying',
        },
        { to: 'funding' },
      ],
      form: [
        money('price', '合同总价', 'Price', { required: true, max: 50_000_000 }),
        choice(
          'source',
          '资金来源',
          'Source',
          [
            ['fund', '维修资金', 'Maintenance fund'],
            ['shares', '业主分摊', 'Owners’ shares'],
            ['both', '两者结合', 'Both'],
            ['public', '公共收益', 'Income of common parts'],
          ],
          { required: true },
        ),
        money('fund', '使用维修资金（公共收益）', 'From the fund', { max: 50_000_000 }),
        table(
          'shares',
          '各户分摊',
          'Shares',
          [
            line('household', '户室', 'Household', { required: true, max: 30 }),
            money('share', '分摊金额', 'Share', { required: true, max: 1_000_000 }),
          ],
          { max: 200 },
        ),
      ],
      counts: 'note',
      tells: [{ what: 'price', value: 'form.price / 100' }],
      tone: 'primary',
    }),
    act('pay', '登记缴款进度', 'Record payments', ['paying'], [community], {
      form: [
        money('paid', '已到账', 'Received', { required: true, max: 50_000_000 }),
        heads('unpaid', '未缴户数', 'Not yet paid'),
      ],
      counts: 'note',
      tells: [{ what: 'unpaid', value: 'form.unpaid' }],
      effects: [
        {
          effect: 'ledger.post',
          awaits: 'ledger',
          about: { zh: '缴款记入本项目资金账', en: 'Payments go to the project’s account' },
        },
      ],
    }),
    act('commission', '资金落实，委托施工', 'Commission', ['paying'], [community], {
      to: 'building',
      form: [
        bodyField('body', { zh: '实施责任单位', en: 'Body in charge' }),
        line('contract', '合同编号', 'Contract', { required: true }),
        simple('date', 'until', '约定完工日期', 'To be finished on', { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('built', '完工', 'Built', ['building'], [assignee], {
      to: 'accepting',
      form: [resultField, photos],
      counts: 'handle',
      tone: 'primary',
    }),
    act('accept', '业主代表验收通过', 'Accepted', ['accepting'], [community], {
      to: 'publishing',
      notBy: ['built'],
      form: [
        number('signed', '签字业主代表人数', 'Owners who signed', { required: true, min: 1, max: 1000 }),
        simple('file', 'report', '检验报告', 'Report'),
      ],
      counts: 'verify',
      tone: 'primary',
    }),
    act('reject', '验收不合格', 'Not accepted', ['accepting'], [community], {
      to: 'building',
      form: [reasonField, photos],
      counts: 'return',
      tone: 'danger',
    }),
    act('publish', '公布账目，办结', 'Publish the accounts', ['publishing'], [community, street], {
      ...closing,
      to: 'closed',
      form: [
        table(
          'accounts',
          '收支明细',
          'Accounts',
          [
            line('entry', '项目', 'Entry', { required: true }),
            money('spent', '支出', 'Spent', { required: true, max: 50_000_000 }),
          ],
          { required: true, max: 50 },
        ),
        answerField,
      ],
      tells: [{ what: 'spent', value: 'sum(form.accounts.spent) / 100' }],
    }),
    act('revise', '表决未达人数，重新组织', 'No quorum: try again', ['voting'], [community], {
      to: 'planning',
      form: [reasonField],
      counts: 'return',
    }),
    act('urgent', '危及安全，应急使用维修资金', 'Dangerous: use the fund at once', ['proposed'], [community], {
      to: 'funding',
      when: 'data.danger = true',
      needs: { who: [street] },
      form: [lines('grounds', { zh: '紧急情形与依据', en: 'Why it is urgent' }, { required: true })],
      counts: 'accept',
      tone: 'danger',
    }),
    act('decline', '不予办理', 'Decline', ['proposed', 'planning'], [community], { ...refusing, to: 'declined' }),
    ...blocks.holding({ from: ['funding', 'paying'], who: [community] }, { grants: [street] }),
    blocks.rating({ from: ['closed'], closed: 'rated', again: 'accepting', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('opinions', '征求意见时限', 'Time for opinions', ['proposed'], limit(15, 'working-days')),
    timer('building', '施工时限', 'Time to build', ['building'], limit(45, 'calendar-days')),
    timer(
      'whole',
      '办结时限',
      'Time to close',
      ['proposed', 'planning', 'voting', 'funding', 'paying', 'building', 'accepting', 'publishing'],
      limit(180, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [{ when: 'true', bodyKind: 'property' }],
};
