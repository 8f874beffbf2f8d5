import { blocks, type Playbook } from '#engines/case/model';
import { leader, street, system, withTask } from './sounding.ts';

const { act, answerField, choice, ending, limit, line, lines, someBodiesField, stage, timer } = blocks;

/** 部门会商 (S529): each department gives its opinion by a day; who gives none is shown, and the street concludes. */
export const consult: Playbook = {
  id: 'whistle.consult',
  version: 1,
  name: { zh: '部门会商', en: 'Consultation of departments' },
  summary: {
    zh: '规划、建设、验收、移交各环节限时征求部门意见，未回复亮出来',
    en: 'Opinions by a day at each stage; whoever gives none is shown',
  },
  categories: 'whistle.consult-stages',
  reporters: ['staff'],
  fields: [
    line('project', '项目', 'Project', { required: true, max: 60 }),
    lines('question', { zh: '会商事项', en: 'What is asked' }, { required: true, max: 500 }),
    someBodiesField('departments', { zh: '会商部门', en: 'Departments' }),
  ],
  title: 'data.project + category.name + "会商"',
  start: 'calling',
  stages: [
    stage('calling', '待发起', 'To be called', ['待发起', 'To be called'], street),
    stage('asking', '征求意见', 'Being asked', ['征求意见中', 'Being asked'], street),
    ending('agreed', '会商一致', 'Agreed'),
    ending('stopped', '不予通过', 'Not passed'),
  ],
  actions: [
    act('call', '发起会商', 'Call', ['calling'], [street], {
      to: 'asking',
      does: [
        {
          move: 'give-tasks',
          from: 'departments',
          name: { zh: '会商意见', en: 'Opinion' },
          doneWithin: limit(5, 'working-days'),
        },
      ],
      effects: [{ effect: 'notice.send', template: 'whistle.consulted', to: [withTask] }],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('opine', '出具意见', 'Give an opinion', ['asking'], [withTask], {
      form: [
        choice(
          'view',
          '意见',
          'View',
          [
            ['agree', '同意', 'Agree'],
            ['conditions', '附条件同意', 'With conditions'],
            ['object', '不同意', 'Object'],
          ],
          { required: true },
        ),
        lines('words', { zh: '意见和依据', en: 'Words and basis' }, { required: true, max: 500 }),
      ],
      does: [{ move: 'finish-task', result: 'words' }],
      tells: [{ what: 'view', value: 'form.view' }],
      counts: 'handle',
      tone: 'primary',
    }),
    act('silent', '逾期未回复', 'No reply in time', ['asking'], [system], {
      atMost: 1,
      tells: [{ what: 'silent', value: 'matter.tasks.open' }],
      effects: [{ effect: 'notice.send', template: 'whistle.consulted', to: [withTask, leader] }],
    }),
    act('conclude', '会商结论', 'Conclude', ['asking'], [street], {
      to: 'agreed',
      when: 'matter.tasks.open = 0',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    act(
      'conclude-without',
      '未回复部门由领导裁定后结论',
      'Conclude without those who gave none',
      ['asking'],
      [street],
      {
        to: 'agreed',
        needs: { who: [leader] },
        when: 'matter.tasks.open > 0',
        form: [answerField],
        answers: 'answer',
        dropsTasks: true,
        counts: 'close',
      },
    ),
    act('stop', '不予通过', 'Do not pass', ['asking'], [street], {
      to: 'stopped',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      dropsTasks: true,
      counts: 'close',
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('opinions', '回复时限', 'Time to reply', ['asking'], limit(5, 'working-days'), { whenOver: 'silent' }),
    timer('whole', '会商时限', 'Time to conclude', ['calling', 'asking'], limit(10, 'working-days'), { main: true }),
  ],
  routing: [],
};
