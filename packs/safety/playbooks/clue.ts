import { blocks, type Playbook } from '#engines/case/model';
import { community, contact, photos, police } from './common.ts';

const { act, answerField, choice, ending, line, lines, limit, stage, timer } = blocks;

/** 保密线索 (S185, S194): told without a name, seen by the police and the community's staff alone, told the result. */
export const clue: Playbook = {
  id: 'safety.clue',
  version: 1,
  name: { zh: '治安保密线索', en: 'Confidential clue' },
  summary: {
    zh: '赌博、传销等违法线索匿名提供，只由民警办理，查处后可凭查询码看反馈',
    en: 'Gambling, pyramid selling and the like, told without a name, handled by the police alone, with feedback by code',
  },
  categories: 'safety.clue-kinds',
  reporters: ['resident', 'staff', 'system'],
  sensitivity: 'sensitive',
  fields: [
    lines('what', { zh: '线索情况', en: 'What was seen' }, { required: true, max: 500 }),
    line('when', '发现时间、规律', 'When, how often'),
    photos,
    contact,
  ],
  title: '"线索：" + category.name',
  start: 'received',
  stages: [
    stage('received', '待研判', 'To be judged', ['已收到，严格保密', 'Received, kept confidential'], police),
    stage(
      'investigating',
      '核查中',
      'Being looked into',
      ['公安机关正在核查', 'The police are looking into it'],
      police,
    ),
    ending('closed', '已查处反馈', 'Acted on', ['已查处，感谢您的线索', 'Acted on. Thank you']),
    ending('unfounded', '查否', 'Not found true', ['经核查未发现违法情况', 'Nothing unlawful was found']),
  ],
  actions: [
    act('take', '受理核查', 'Look into it', ['received'], [police], {
      to: 'investigating',
      form: [
        choice(
          'urgency',
          '紧急程度',
          'Urgency',
          [
            ['now', '立即出警', 'At once'],
            ['soon', '限期核查', 'Soon'],
          ],
          { required: true },
        ),
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('support', '社区补充信息', 'Add what the community knows', ['received', 'investigating'], [community], {
      form: [lines('note', { zh: '补充信息', en: 'What is known' }, { required: true })],
      counts: 'note',
    }),
    act('act-on', '查处反馈', 'Acted on', ['investigating'], [police], {
      to: 'closed',
      form: [
        choice(
          'measure',
          '处理方式',
          'Measure',
          [
            ['criminal', '刑事立案', 'Criminal case'],
            ['penalty', '行政处罚', 'Penalty'],
            ['warning', '劝散、批评教育', 'Warning'],
          ],
          { required: true },
        ),
        answerField,
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [{ what: 'measure', value: 'form.measure' }],
      tone: 'primary',
    }),
    act('unfounded', '查否反馈', 'Not found true', ['received', 'investigating'], [police], {
      to: 'unfounded',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('judging', '研判时限', 'Time to judge', ['received'], limit(24, 'clock-hours')),
    timer('whole', '反馈时限', 'Time to tell the result', ['received', 'investigating'], limit(15, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [{ when: 'true', bodyKind: 'public-security' }],
};
