import { type Action, blocks, type Limit, type Stage } from '#engines/case/model';
import type { Field } from '#fields/field';

/** What all three whistles share: reviewed by the principal, divided by the street, answered on the spot, rated by the community. */

const { act, answerField, choice, ending, lines, photosField, someBodiesField, stage, withTask } = blocks;

export const community = blocks.role('community-staff');
export const principal = blocks.role('community-principal');
export const street = blocks.role('street-dispatcher');
export const leader = blocks.role('street-leader');
export const { system } = blocks;
export { withTask };

export const whistleFields: readonly Field[] = [
  lines('problem', { zh: '问题和已做工作', en: 'What it is, what was tried' }, { required: true, max: 500 }),
  someBodiesField('departments', { zh: '需报到的部门', en: 'Departments that should come' }),
  photosField('photos', { zh: '现场照片', en: 'Photos' }),
];

export const whistleStages: readonly Stage[] = [
  stage('review', '待主要负责人审核', 'To be reviewed', ['待审核', 'To be reviewed'], principal),
  stage('dividing', '街道分哨', 'With the street', ['街道分哨', 'With the street'], street),
  stage('onsite', '部门报到、现场处置', 'On site', ['部门现场处置', 'Departments on site'], community),
  stage('rating', '社区评哨', 'To be rated', ['正在评价部门', 'Being rated'], community),
  ending('closed', '已收哨', 'Closed'),
  ending('not-blown', '未吹哨', 'Not blown'),
];

interface Timing {
  readonly arrive: Limit;
  readonly finish: Limit;
}

/** Gives each department that the community named its part; used by the street and, in an emergency, by the clock. */
const summons = ({ arrive, finish }: Timing): Pick<Action, 'does' | 'effects' | 'counts' | 'tone'> => ({
  does: [
    {
      move: 'give-tasks',
      from: 'departments',
      name: { zh: '到场处置', en: 'Come and act' },
      takeWithin: arrive,
      doneWithin: finish,
    },
  ],
  effects: [{ effect: 'notice.send', template: 'whistle.blown', to: [withTask] }],
  counts: 'dispatch',
  tone: 'primary',
});

export const blowing = (timing: Timing): readonly Action[] => [
  act('approve', '审核同意吹哨', 'Approve', ['review'], [principal], {
    to: 'dividing',
    counts: 'accept',
    tone: 'primary',
  }),
  act('not-needed', '不需吹哨，社区自办', 'Not needed', ['review', 'dividing'], [principal, street], {
    to: 'not-blown',
    form: [answerField],
    answers: 'answer',
    outcome: 'declined',
    counts: 'close',
    tone: 'danger',
  }),
  act('divide', '确认分哨', 'Confirm and call', ['dividing'], [street], { to: 'onsite', ...summons(timing) }),
];

/** Emergency: when the street does not answer in time the whistle starts itself. */
export const startingItself = (timing: Timing): Action =>
  act('start-itself', '超时未分，自动启动', 'Starts itself', ['dividing'], [system], {
    to: 'onsite',
    ...summons(timing),
  });

/** 事不完、人不撤: the whistle cannot be ended while a department has not finished, or been released by the street. */
export const onSite: readonly Action[] = [
  act('arrive', '到场报到', 'Arrive', ['onsite'], [withTask], { does: [{ move: 'take-task' }], tone: 'primary' }),
  act('log', '现场处置记录', 'Log on site', ['onsite'], [withTask, community, street], {
    form: [
      lines('progress', { zh: '处置情况', en: 'What is done' }, { required: true }),
      photosField('photos', { zh: '照片', en: 'Photos' }),
    ],
    counts: 'note',
  }),
  act('finish', '完成本部门处置', 'Our part is done', ['onsite'], [withTask], {
    form: [
      lines('result', { zh: '处置结果', en: 'Result' }, { required: true, max: 500 }),
      photosField('photos', { zh: '照片', en: 'Photos' }),
    ],
    does: [{ move: 'finish-task', result: 'result' }],
    counts: 'handle',
    tone: 'primary',
  }),
  act('release', '街道准予撤离', 'Release a department', ['onsite'], [street], {
    form: [blocks.reasonField],
    does: [{ move: 'refuse-task', reason: 'reason' }],
  }),
  act('more', '增派部门', 'Call another', ['onsite'], [street], {
    form: [someBodiesField('others', { zh: '增派部门', en: 'Departments' })],
    does: [{ move: 'give-tasks', from: 'others', name: { zh: '到场处置', en: 'Come and act' } }],
    effects: [{ effect: 'notice.send', template: 'whistle.blown', to: [withTask] }],
  }),
  act('end', '事毕收哨', 'All is done', ['onsite'], [community, street], {
    to: 'rating',
    when: 'matter.tasks.open = 0',
    form: [
      choice(
        'solved',
        '问题是否解决',
        'Is it solved',
        [
          ['yes', '已解决', 'Yes'],
          ['partly', '部分解决', 'Partly'],
          ['no', '未解决', 'No'],
        ],
        { required: true },
      ),
      answerField,
    ],
    answers: 'answer',
    tells: [{ what: 'solved', value: 'form.solved' }],
    tone: 'primary',
  }),
  act('rate', '评价部门', 'Rate a department', ['rating'], [community], {
    form: [
      {
        id: 'rating',
        type: 'rating',
        name: { zh: '报到和处置评价', en: 'How it came and acted' },
        required: true,
        options: { list: 'grid.satisfaction-levels' },
      },
      lines('words', { zh: '评语', en: 'Words' }, { max: 200 }),
    ],
    does: [{ move: 'rate-task', rating: 'rating' }],
    counts: 'rate',
    tone: 'primary',
  }),
  act('close', '评毕办结', 'Close', ['rating'], [community], {
    to: 'closed',
    when: 'matter.tasks.rated >= matter.tasks.done',
    counts: 'close',
    tone: 'primary',
  }),
];
