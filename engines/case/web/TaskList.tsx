import type { TaskView } from '#engines/case/contract';
import { defineMessages, useFormats, useNow, useText } from '#platform/web/i18n';
import { StatusTag, type Tone } from '#platform/web/kit';
import './case.css';

const messages = defineMessages({
  zh: {
    label: '任务',
    open: '待签收',
    taken: '办理中',
    done: '已完成',
    refused: '已退回',
    dropped: '已取消',
    late: '已超时',
    lead: '牵头',
    mine: '本单位',
    due: '{due} 前完成',
    takeBy: '{due} 前到场或签收',
    rating: '评价 {n} 分',
    progress: '{done} / {all} 项完成',
  },
  en: {
    label: 'Tasks',
    open: 'Not taken yet',
    taken: 'In hand',
    done: 'Done',
    refused: 'Returned',
    dropped: 'Dropped',
    late: 'Late',
    lead: 'lead',
    mine: 'mine',
    due: 'due {due}',
    takeBy: 'there or taken by {due}',
    rating: 'rated {n}',
    progress: '{done} of {all} done',
  },
});

const tones: Readonly<Record<TaskView['state'], Tone>> = {
  open: 'quiet',
  taken: 'primary',
  done: 'done',
  refused: 'soon',
  dropped: 'quiet',
};

/** Parts of a matter that bodies, or matters of their own, see to: who, until when, with what result. */
export const TaskList = ({ tasks }: { tasks: readonly TaskView[] }) => {
  const t = useText(messages);
  const formats = useFormats();
  const now = useNow();
  const done = tasks.filter((task) => task.state === 'done').length;
  return (
    <>
      <p className="lf-hint">{t('progress', { done, all: tasks.length })}</p>
      <ol className="lf-tasks" aria-label={t('label')}>
        {tasks.map((task) => (
          <li key={task.id}>
            <p className="lf-task-head">
              <strong>{task.name}</strong>
              <StatusTag tone={task.late ? 'overdue' : tones[task.state]}>
                {task.late ? t('late') : t(task.state)}
              </StatusTag>
            </p>
            <p className="lf-hint">
              {[
                task.body,
                task.lead ? t('lead') : undefined,
                task.mine ? t('mine') : undefined,
                task.state === 'open' && task.takeBy
                  ? t('takeBy', { due: formats.moment(task.takeBy, now) })
                  : undefined,
                task.endedAt
                  ? formats.moment(task.endedAt, now)
                  : task.dueAt
                    ? t('due', { due: formats.moment(task.dueAt, now) })
                    : undefined,
                task.rating === null ? undefined : t('rating', { n: task.rating }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {task.words ? <p>{task.words}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
};
