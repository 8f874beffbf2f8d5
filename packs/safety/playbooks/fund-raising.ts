import { blocks, type Playbook } from '#engines/case/model';
import { community, contact, photos, street, worker } from './common.ts';

const { act, answerField, assignee, bodyField, choice, ending, line, lines, limit, number, reasonField, stage, timer } =
  blocks;

/** 非法集资线索 (S190): a clue, or a shop screened; looked at on the spot, handed to the finance office, told the result. */
export const fundRaising: Playbook = {
  id: 'safety.fund-raising',
  version: 2,
  name: { zh: '非法集资线索排查', en: 'Illegal fund-raising' },
  summary: {
    zh: '写字楼、门店排查与群众线索，社区初核，移交金融部门处置并反馈',
    en: 'Offices and shops screened, clues from residents; looked at by the community, handed to the finance office, answered',
  },
  categories: 'safety.fund-raising-signs',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    line('name', '机构或门店名称', 'Firm or shop', { required: true }),
    lines('what', { zh: '可疑情况', en: 'What is suspicious' }, { required: true }),
    choice('found', '发现途径', 'How it came to be known', [
      ['screening', '排查', 'Screening'],
      ['report', '举报', 'Report'],
      ['warning', '监测预警', 'Warning'],
    ]),
    photos,
    contact,
  ],
  title: 'data.name + "：" + category.name',
  start: 'received',
  stages: [
    stage('received', '待初核', 'To be looked at', ['已收到线索', 'Received'], community),
    stage('screened', '待街道研判', 'To be judged', ['正在研判', 'Being judged'], street),
    stage(
      'handed',
      '金融部门处置',
      'With the finance office',
      ['已移交主管部门', 'With the competent office'],
      assignee,
    ),
    ending('handled', '已处置', 'Handled'),
    ending('clear', '未发现异常', 'Nothing found'),
  ],
  actions: [
    act('screen', '初核登记', 'Look at it', ['received'], [community, worker], {
      to: [{ when: 'form.signs = 0', to: 'clear' }, { to: 'screened' }],
      form: [
        number('signs', '发现风险点', 'Signs found', { required: true, max: 20 }),
        number('people', '涉及人数', 'People concerned', { max: 100_000 }),
        lines('finding', { zh: '初核情况', en: 'Finding' }, { required: true }),
        { ...answerField, name: { zh: '反馈', en: 'Answer' } },
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'accept',
      tone: 'primary',
    }),
    act('hand-over', '移交金融部门', 'Hand over', ['screened'], [street], {
      to: 'handed',
      form: [
        bodyField('body', { zh: '主管部门', en: 'Competent office' }),
        lines('opinion', { zh: '研判意见', en: 'Opinion' }, { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('send-back', '退回补充初核', 'Look again', ['screened'], [street], {
      to: 'received',
      form: [reasonField],
      counts: 'return',
    }),
    act('report', '反馈处置结果', 'Tell the result', ['handed'], [assignee], {
      to: [{ when: 'form.measure = "none"', to: 'handled', outcome: 'explained' }, { to: 'handled' }],
      form: [
        choice(
          'measure',
          '处置措施',
          'Measure',
          [
            ['warning', '约谈提示', 'Talk'],
            ['rectify', '责令整改', 'Ordered'],
            ['closed', '取缔关停', 'Closed'],
            ['criminal', '移送公安', 'To the police'],
            ['none', '未构成', 'None'],
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
    ...blocks.supervision({ from: ['handed'], who: [street] }),
  ],
  clocks: [
    timer('screening', '初核时限', 'Time to look at it', ['received'], limit(3, 'working-days')),
    timer('judging', '研判时限', 'Time to judge', ['screened'], limit(3, 'working-days')),
    timer('whole', '办结时限', 'Time to close', ['received', 'screened', 'handed'], limit(30, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
