import { blocks, type Playbook } from '#engines/case/model';
import { photos, words } from './fields.ts';
import { community, principal, reporter, worker } from './owners.ts';

const { act, answerField, ending, extension, stage } = blocks;

/** 交办事项 (S115): from a superior to the grid worker of the place, with a limit by urgency, feedback and approval. */
export const assignment: Playbook = {
  id: 'grid.assignment',
  version: 1,
  name: { zh: '交办事项', en: 'Assignment' },
  summary: {
    zh: '上级交办到格，按缓急限时，办结须经交办人认可',
    en: 'Given to a grid, limited by urgency, approved by whoever gave it',
  },
  categories: 'grid.assignment-grades',
  reporters: ['staff'],
  fields: [words('task', '交办内容', 'What is to be done', { required: true }), photos('photos', '附图', 'Pictures')],
  title: '"交办（" + category.name + "）：" + substring(data.task, 1, 20)',
  start: 'given',
  stages: [
    stage('given', '待签收', 'To be taken', ['已交办', 'Given'], worker),
    stage('doing', '办理中', 'In hand', ['正在办理', 'In hand'], worker),
    stage('approving', '待认可', 'To be approved', ['已反馈，等您认可', 'Done, to be approved'], reporter),
    ending('closed', '已完成', 'Done'),
    ending('withdrawn', '已收回', 'Taken back'),
  ],
  actions: [
    act('take', '签收', 'Take', ['given'], [worker], { to: 'doing', counts: 'accept', tone: 'primary' }),
    blocks.progressNote({ from: ['doing'], who: [worker] }),
    extension({ from: ['given', 'doing'], who: [worker] }, { grants: [community, principal], most: 10, atMost: 1 }),
    act('feedback', '反馈完成情况', 'Give feedback', ['doing'], [worker], {
      to: 'approving',
      form: [answerField, photos('photos', '照片', 'Photos')],
      answers: 'answer',
      counts: 'handle',
      tone: 'primary',
    }),
    act('approve', '认可', 'Approve', ['approving'], [reporter, community], {
      to: 'closed',
      notBy: ['feedback'],
      counts: 'verify',
      tone: 'primary',
    }),
    act('return', '退回重办', 'Send back', ['approving'], [reporter, community], {
      to: 'doing',
      notBy: ['feedback'],
      form: [blocks.reasonField],
      counts: 'return',
      tone: 'danger',
    }),
    blocks.withdrawing({ from: ['given', 'doing'], to: 'withdrawn' }),
  ],
  clocks: [
    {
      id: 'whole',
      name: { zh: '完成时限', en: 'Time to do it' },
      stages: ['given', 'doing'],
      limits: [{ limit: 'category' }],
      main: true,
    },
  ],
  routing: [],
};
