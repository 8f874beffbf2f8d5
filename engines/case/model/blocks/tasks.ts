import type { Action, Limit, Owner } from '../playbook.ts';
import { assignee, type Change, lines, photosField, reasonField, someBodiesField, withTask } from './words.ts';

/** 协办: the lead gives tasks to other bodies; each takes, finishes or returns its own. */
export const jointHandling = (
  { from, who = [assignee] }: { readonly from: readonly string[]; readonly who?: readonly Owner[] },
  { takeWithin, doneWithin }: { readonly takeWithin?: Limit; readonly doneWithin?: Limit } = {},
): readonly Action[] => [
  {
    id: 'invite',
    name: { zh: '请求协办', en: 'Ask others to join' },
    from,
    who,
    form: [
      someBodiesField('bodies', { zh: '协办单位', en: 'Bodies' }),
      lines('demand', { zh: '协办事项', en: 'What they are to do' }, { required: true }),
    ],
    does: [
      {
        move: 'give-tasks',
        from: 'bodies',
        name: { zh: '协办', en: 'Join in' },
        ...(takeWithin && { takeWithin }),
        ...(doneWithin && { doneWithin }),
      },
    ],
  },
  ...taskSteps({ from }),
];

/** What a body does with its own task. */
export const taskSteps = (
  { from }: { readonly from: readonly string[] },
  change: { readonly take?: Change; readonly finish?: Change; readonly refuse?: Change } = {},
): readonly Action[] => [
  {
    id: 'take-task',
    name: { zh: '签收任务', en: 'Take the task' },
    from,
    who: [withTask],
    does: [{ move: 'take-task' }],
    ...change.take,
  },
  {
    id: 'finish-task',
    name: { zh: '完成任务', en: 'Finish the task' },
    from,
    who: [withTask],
    form: [
      lines('result', { zh: '完成情况', en: 'What was done' }, { required: true, max: 500 }),
      photosField('photos', { zh: '照片', en: 'Photos' }),
    ],
    does: [{ move: 'finish-task', result: 'result' }],
    tone: 'primary',
    ...change.finish,
  },
  {
    id: 'refuse-task',
    name: { zh: '退回任务', en: 'Return the task' },
    from,
    who: [withTask],
    form: [reasonField],
    does: [{ move: 'refuse-task', reason: 'reason' }],
    ...change.refuse,
  },
];

/** Milestones and other tasks of the owner's own, from a table of what, who and until when. */
export const planTable = (id = 'plan'): NonNullable<Action['form']>[number] => ({
  id,
  type: 'rows',
  name: { zh: '任务分解', en: 'Tasks' },
  required: true,
  options: {
    columns: [
      { id: 'what', type: 'text', name: { zh: '任务', en: 'Task' }, required: true, options: { max: 60 } },
      { id: 'who', type: 'body', name: { zh: '责任单位', en: 'Body' } },
      { id: 'by', type: 'date', name: { zh: '完成日期', en: 'Until' } },
    ],
    max: 30,
  },
});

/** Gives the tasks of a `planTable`. */
export const givePlan = (id = 'plan') =>
  ({ move: 'give-tasks', from: id, columns: { name: 'what', body: 'who', due: 'by' } }) as const;

/** The owner marks any task of the plan as done. */
export const milestoneSteps = ({
  from,
  who,
}: {
  readonly from: readonly string[];
  readonly who: readonly Owner[];
}): readonly Action[] => [
  {
    id: 'finish-milestone',
    name: { zh: '完成一项', en: 'One is done' },
    from,
    who,
    form: [
      lines('result', { zh: '完成情况', en: 'What was done' }, { required: true }),
      photosField('photos', { zh: '照片', en: 'Photos' }),
    ],
    does: [{ move: 'finish-task', result: 'result' }],
    tone: 'primary',
  },
  {
    id: 'drop-milestone',
    name: { zh: '取消一项', en: 'One is not done' },
    from,
    who,
    form: [reasonField],
    does: [{ move: 'refuse-task', reason: 'reason' }],
  },
];
