import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, explaining, street } from './common.ts';

const { act, answerField, choice, ending, lines, line, limit, number, privacyOf, reasonField, simple, stage, timer } = blocks; // biome-ignore format: names

const why = privacyOf('登记和核对时间银行时长', 'To enter and check hours', 'consent', 'personal', 24);

/**
 * 时间银行 (S280): hours given, used, given over to one’s family, corrected. Rules of the balance: nobody uses what is not there,
 * hours go to the family only, and whoever checks does not grant. What each has comes from the book until the ledger keeps it.
 */
export const timeBank: Playbook = {
  id: 'neighbours.time-bank',
  version: 1,
  name: { zh: '时间银行', en: 'Time bank' },
  summary: {
    zh: '登记服务时长、支取时长换服务、家人之间转让；余额不够不能支取',
    en: 'Hours given, used for help, given over to one’s family; nobody uses more than there is',
  },
  categories: 'neighbours.time-bank-kinds',
  reporters: ['resident', 'staff'],
  fields: [
    number('hours', '时长', 'Hours', { required: true, min: 0.5, max: 200, digits: 1, unit: ['小时', 'h'] }),
    lines('what', { zh: '做了什么，或想换什么', en: 'What was done, or is wished for' }, { required: true }),
    line('matter', '互助事项编号', 'Number of the help', { max: 40 }),
    line('member', '存折持有人', 'Whose hours', { required: true, max: 20, privacy: why }),
    line('relative', '转给哪位家人', 'To which relative', { max: 20, privacy: why }),
    choice('kinship', '关系', 'Kinship', [['spouse', '配偶', 'Spouse'], ['parents', '父母', 'Parents'], ['children', '子女', 'Children'], ['grand', '祖孙', 'Grandparents or grandchildren'], ['siblings', '兄弟姐妹', 'Brothers and sisters'], ['other', '其他', 'Other']]),
    simple('phone', 'phone', '联系电话', 'Phone', { privacy: why }),
  ],
  title: '"时间银行：" + category.name',
  start: 'asked',
  stages: [
    stage('asked', '待核对', 'To be checked', ['已收到，正在核对', 'Received, being checked'], community),
    stage('checked', '待复核', 'To be confirmed', ['正在复核', 'Being confirmed'], street),
    stage('serving', '安排服务', 'Being served', ['正在安排服务', 'Help is being arranged'], community),
    ending('booked', '已入账', 'Entered', ['已入账', 'Entered']),
    ending('served', '已兑换服务', 'Served', ['已兑换服务', 'Served']),
    ending('short', '余额不足', 'Not enough hours', ['余额不足', 'Not enough hours']),
    ending('refused', '不予登记', 'Refused', ['未予登记', 'Refused']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('enter', '核对并登记时长', 'Check and enter', ['asked'], [community], {
      to: 'checked',
      when: 'category.code = "give" or category.code = "correct"',
      form: [choice('proof', '依据', 'Proof', [['matter', '互助事项评价', 'The matter and its rating'], ['sheet', '签到表', 'Sheet'], ['witness', '受助人确认', 'Whoever was helped']], { required: true }), lines('note', { zh: '核对情况', en: 'Finding' }, { required: true })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('use', '核对余额，支取', 'Check the balance, use', ['asked'], [community], {
      to: [{ when: 'form.balance < data.hours', to: 'short' }, { to: 'serving' }],
      when: 'category.code = "use"',
      form: [number('balance', '存折余额', 'Balance', { required: true, max: 100_000, digits: 1, unit: ['小时', 'h'] }), answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'accept',
      tone: 'primary',
      tells: [{ what: 'hours-used', value: 'if form.balance < data.hours then null else data.hours' }, { what: 'short', value: 'if form.balance < data.hours then true else null' }],
      effects: [
        // The help that the hours pay for; the matter waits for it.
        { effect: 'case.open', playbook: 'order.mutual-help', category: '"c01"', values: { way: '"ask"', kind: '"other"', words: 'data.what' }, when: 'form.balance >= data.hours' },
        { effect: 'ledger.post', awaits: 'ledger', about: { zh: '从存折扣减时长', en: 'The hours leave the book' } },
      ],
    }),
    act('transfer', '核对亲属关系和余额，转让', 'Check kinship and balance, transfer', ['asked'], [community], {
      to: [{ when: 'form.balance < data.hours', to: 'short' }, { to: 'checked' }],
      when: 'category.code = "transfer" and data.kinship != null and data.kinship != "other"',
      form: [number('balance', '存折余额', 'Balance', { required: true, max: 100_000, digits: 1, unit: ['小时', 'h'] }), choice('proof', '关系证明', 'Proof of kinship', [['book', '户口簿', 'Household register'], ['certificate', '结婚证、出生证', 'Certificate'], ['known', '社区核实', 'Known to the community']], { required: true }), answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'accept',
      tone: 'primary',
    }),
    act('book', '复核入账', 'Confirm and book', ['checked'], [street], {
      ...closing,
      to: 'booked',
      notBy: ['enter', 'transfer'],
      tells: [
        { what: 'hours-given', value: 'if category.code = "give" then data.hours else null' },
        { what: 'hours-transferred', value: 'if category.code = "transfer" then data.hours else null' },
      ],
      effects: [{ effect: 'ledger.post', awaits: 'ledger', about: { zh: '时长记入存折', en: 'The hours are entered in the book' } }],
    }),
    act('back', '核对不实，退回', 'Not so: back', ['checked'], [street], { to: 'asked', form: [reasonField], counts: 'return' }),
    act('served', '服务已提供', 'Served', ['serving'], [community], { ...closing, to: 'served', when: 'matter.tasks.open = 0' }),
    act('not-served', '无人能帮，退还时长', 'Nobody could: the hours go back', ['serving'], [community], { ...explaining, to: 'refused', dropsTasks: true, tells: [{ what: 'hours-back', value: 'data.hours' }] }),
    act('refuse', '不予登记', 'Refuse', ['asked'], [community], { ...explaining, to: 'refused', outcome: 'declined', tone: 'danger' }),
    blocks.withdrawing({ from: ['asked'], to: 'withdrawn' }),
  ],
  clocks: [timer('checking', '核对时限', 'Time to check', ['asked', 'checked'], limit(5, 'working-days'), { main: true }), timer('serving', '兑换时限', 'Time to serve', ['serving'], limit(15, 'calendar-days'))],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
