import { blocks, type Playbook } from '#engines/case/model';
import { street } from './common.ts';

const { act, answerField, choice, ending, line, lines, limit, number, simple, stage, table, timer } = blocks;

const targets = table(
  'targets',
  '检查对象',
  'Who is to be checked',
  [
    choice('kind', '场所类型', 'Type', 'safety.place-types', { required: true }),
    line('name', '单位（场所）名称', 'Name', { required: true, max: 60 }),
  ],
  { required: true, max: 200 },
);

const opensSelfChecks = {
  effect: 'case.open',
  playbook: 'safety.self-check',
  each: 'targets',
  category: 'row.kind',
  values: { name: 'row.name', theme: 'data.title' },
} as const;

/** 安全专项行动 (S178): a drive over named enterprises and shops; each checks itself, is verified, or is handed on. */
export const drive: Playbook = {
  id: 'safety.drive',
  version: 1,
  name: { zh: '安全专项整治行动', en: 'Safety drive' },
  summary: {
    zh: '消防、安全生产等专项行动：逐户自查、逐户核验，不配合的移交执法，完成后总结',
    en: 'Fire, work safety and the like: each target checks itself and is verified; whoever does not cooperate is handed on',
  },
  categories: 'safety.drive-themes',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '行动名称', 'Name of the drive', { required: true }),
    lines('basis', { zh: '依据', en: 'Basis' }),
    simple('date', 'from', '开始日期', 'From', { required: true }),
    simple('date', 'until', '结束日期', 'Until', { required: true }),
  ],
  title: 'data.title',
  start: 'planning',
  stages: [
    stage('planning', '制定方案', 'Planning', ['正在制定方案', 'Being planned'], street),
    stage('running', '组织实施', 'Running', ['正在开展', 'Running'], street),
    ending('closed', '已总结', 'Summed up'),
    ending('cancelled', '已取消', 'Called off'),
  ],
  actions: [
    act('start', '启动，下发自查', 'Start, hand out self-checks', ['planning'], [street], {
      to: 'running',
      form: [targets, lines('demand', { zh: '工作要求', en: 'What is wanted' }, { required: true })],
      effects: [opensSelfChecks],
      counts: 'dispatch',
      tells: [{ what: 'targets', value: 'count(form.targets)' }],
      tone: 'primary',
    }),
    act('add-targets', '增补检查对象', 'Add targets', ['running'], [street], {
      form: [targets],
      effects: [opensSelfChecks],
      tells: [{ what: 'targets', value: 'count(form.targets)' }],
    }),
    act('brief', '通报进展', 'Report progress', ['running'], [street], {
      form: [
        number('done', '已完成户数', 'Done', { required: true }),
        lines('progress', { zh: '进展与问题', en: 'Progress' }, { required: true }),
      ],
      counts: 'note',
    }),
    act('sum-up', '总结', 'Sum up', ['running'], [street], {
      to: 'closed',
      form: [
        number('uncooperative', '不配合并移交执法户数', 'Handed to enforcement', { required: true }),
        { ...answerField, name: { zh: '总结', en: 'Summary' } },
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [{ what: 'uncooperative', value: 'form.uncooperative' }],
      tone: 'primary',
    }),
    act('cancel', '取消行动', 'Call off', ['planning', 'running'], [street], {
      to: 'cancelled',
      form: [{ ...answerField, name: { zh: '取消原因', en: 'Why' } }],
      answers: 'answer',
      outcome: 'withdrawn',
      counts: 'close',
      dropsTasks: true,
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('planning', '启动时限', 'Time to start', ['planning'], limit(5, 'working-days')),
    timer('whole', '行动时限', 'Time of the drive', ['planning', 'running'], limit(90, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
