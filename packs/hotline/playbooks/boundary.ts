import { blocks, type Playbook } from '#engines/case/model';
import { supervisor, system, withTask } from './owners.ts';

const { act, answerField, bodyField, ending, limit, line, lines, simple, someBodiesField, stage, table, timer } =
  blocks;

/** 现场核实划责: those in dispute come to the place, each says its view, the supervisor rules; it is handled first and argued after. */
export const boundary: Playbook = {
  id: 'hotline.boundary',
  version: 1,
  name: { zh: '现场核实划责', en: 'Dividing duties on site' },
  summary: {
    zh: '争议各方到场陈述，当场裁定牵头和分工，先办后议',
    en: 'Those in dispute come, say their view, and one is ruled to lead',
  },
  categories: 'hotline.boundary-kinds',
  reporters: ['system', 'staff'],
  fields: [lines('words', { zh: '争议内容', en: 'What is disputed' }, { required: true })],
  title: 'category.name + "划责：" + substring(data.words, 1, 20)',
  start: 'calling',
  stages: [
    stage('calling', '待召集', 'To be called', ['正在召集', 'Being called'], supervisor),
    stage('onsite', '现场核实', 'On site', ['现场核实中', 'On site'], supervisor),
    ending('ruled', '已裁定', 'Ruled'),
  ],
  actions: [
    act('summon', '召集到场', 'Call them', ['calling'], [supervisor], {
      to: 'onsite',
      form: [
        someBodiesField('bodies', { zh: '到场单位', en: 'Bodies' }),
        simple('moment', 'when', '到场时间', 'When', { required: true }),
      ],
      does: [
        {
          move: 'give-tasks',
          from: 'bodies',
          name: { zh: '到场陈述', en: 'Come and speak' },
          takeWithin: limit(1, 'working-days'),
        },
      ],
      effects: [{ effect: 'notice.send', template: 'hotline.summoned', to: [withTask] }],
      tone: 'primary',
    }),
    act('arrive', '到场', 'Arrive', ['onsite'], [withTask], { does: [{ move: 'take-task' }] }),
    act('state', '陈述意见和依据', 'Say your view', ['onsite'], [withTask], {
      form: [
        simple('yes-no', 'ours', '是否属本单位职责', 'Is it yours', { required: true }),
        lines('view', { zh: '意见和清单依据', en: 'View and basis' }, { required: true }),
      ],
      does: [{ move: 'finish-task', result: 'view' }],
      tone: 'primary',
    }),
    act('rule', '现场裁定', 'Rule', ['onsite'], [supervisor], {
      to: 'ruled',
      form: [
        bodyField('lead', { zh: '牵头单位', en: 'Lead' }),
        table('division', '分工', 'Division', [
          line('what', '事项', 'What', { required: true, max: 60 }),
          simple('body', 'who', '单位', 'Body', { required: true }),
        ]),
        simple('yes-no', 'amend', '是否提请调整派单目录', 'Should the catalogue change', { required: true }),
        answerField,
      ],
      assigns: 'lead',
      answers: 'answer',
      // Whoever did not come has no say, and that is on record.
      dropsTasks: true,
      effects: [
        {
          effect: 'case.open',
          playbook: 'hotline.catalogue',
          category: '"add"',
          values: { entry: 'substring(data.words, 1, 60)', reason: 'form.answer' },
          when: 'form.amend = true',
          apart: true,
        },
      ],
      tells: [{ what: 'absent', value: 'matter.tasks.open' }],
      counts: 'close',
      tone: 'primary',
    }),
    act('remind', '逾期未到场，提醒', 'Not there: remind', ['onsite'], [system], {
      atMost: 1,
      effects: [{ effect: 'notice.send', template: 'hotline.summoned', to: [withTask] }],
    }),
  ],
  clocks: [
    timer('onsite', '到场核实时限', 'Time on site', ['onsite'], limit(1, 'working-days'), { whenOver: 'remind' }),
    timer('whole', '裁定时限', 'Time to rule', ['calling', 'onsite'], limit(2, 'working-days'), { main: true }),
  ],
  routing: [],
};
