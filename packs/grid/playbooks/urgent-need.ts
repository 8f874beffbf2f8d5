import { blocks, type Playbook } from '#engines/case/model';
import { contact, words } from './fields.ts';
import { community, leader, principal, reporter, street, system } from './owners.ts';

const { act, answerField, choice, ending, limit, line, privacyOf, simple, stage, timer } = blocks;

/** 急难愁盼清单 (S150): a household, a leader who answers for it, a promised day; the household itself says whether it is done. */
export const urgentNeed: Playbook = {
  id: 'grid.urgent-need',
  version: 1,
  name: { zh: '急难愁盼', en: 'Urgent need' },
  summary: {
    zh: '一户一单，领导包联、限期兑现、群众确认才销号',
    en: 'A household, a leader, a day; closed when the household says so',
  },
  categories: 'grid.urgent-needs',
  reporters: ['resident', 'staff'],
  fields: [
    line('household', '户（门牌、户主）', 'Household', {
      max: 60,
      privacy: privacyOf('上门解决困难', 'To help at home', 'duty'),
    }),
    words('need', '困难和盼望', 'What is needed', { required: true }),
    contact,
  ],
  title: '"【" + category.name + "】" + substring(data.need, 1, 20)',
  start: 'listed',
  stages: [
    stage('listed', '待认领', 'To be taken on', ['已列入清单', 'On the list'], leader),
    stage('working', '兑现中', 'In hand', ['正在解决', 'In hand'], community),
    stage('confirming', '待群众确认', 'To be confirmed', ['已办，等您确认', 'Done, awaiting your word'], reporter),
    ending('done', '已销号', 'Off the list', ['已解决', 'Solved']),
    ending('explained', '已说明', 'Explained'),
  ],
  actions: [
    act('take-charge', '领导包联并承诺', 'A leader answers for it', ['listed'], [leader, street], {
      to: 'working',
      form: [
        line('leader', '包联领导（职务）', 'Leader (post)', { required: true, max: 40 }),
        simple('date', 'promised', '承诺日期', 'Promised day', { required: true }),
        words('plan', '解决办法', 'How', { required: true, max: 300 }),
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('cannot', '暂不能解决，说明出路', 'Cannot be solved', ['listed', 'working'], [leader], {
      to: 'explained',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
    }),
    blocks.progressNote({ from: ['working'], who: [community, principal] }),
    act('deliver', '兑现，请群众确认', 'Done, please confirm', ['working'], [community, principal], {
      to: 'confirming',
      form: [answerField],
      answers: 'answer',
      counts: 'handle',
      tone: 'primary',
    }),
    act('confirm', '群众确认', 'Confirm', ['confirming'], [reporter], {
      to: [{ when: 'form.solved = "no"', to: 'working' }, { to: 'done' }],
      form: [
        choice(
          'solved',
          '解决了吗',
          'Is it solved?',
          [
            ['yes', '解决了', 'Yes'],
            ['partly', '部分解决', 'Partly'],
            ['no', '没解决', 'No'],
          ],
          { required: true },
        ),
        words('comment', '意见', 'Comment', { max: 200 }),
      ],
      tells: [{ what: 'solved', value: 'form.solved' }],
      counts: 'verify',
      tone: 'primary',
    }),
    act('confirm-for', '上门核实代确认', 'Confirmed at the door', ['confirming'], [principal], {
      to: 'done',
      notBy: ['deliver'],
      form: [words('how', '核实情况', 'How it was checked', { required: true, max: 200 })],
      counts: 'verify',
    }),
    act('remind', '逾期未确认，提醒上门', 'Not confirmed: go there', ['confirming'], [system], {
      atMost: 1,
      effects: [{ effect: 'notice.send', template: 'grid.need-unconfirmed', to: [principal] }],
    }),
  ],
  clocks: [
    timer('listed', '认领时限', 'Time to take it on', ['listed'], limit(2, 'working-days')),
    {
      id: 'whole',
      name: { zh: '兑现时限', en: 'Time to keep it' },
      stages: ['listed', 'working'],
      limits: [{ limit: 'category' }],
      main: true,
    },
    timer('confirming', '确认时限', 'Time to confirm', ['confirming'], limit(7, 'calendar-days'), {
      whenOver: 'remind',
    }),
  ],
  routing: [],
};
