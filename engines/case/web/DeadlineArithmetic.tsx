import type { ClockView } from '#engines/case/contract';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import './case.css';

const messages = defineMessages({
  zh: { how: '这个期限怎么算的', due: '{when} 到期', stopped: '{when} 停止计时', running: '计时中', ended: '已停止' },
  en: {
    how: 'How this deadline is counted',
    due: 'Due {when}',
    stopped: 'Stopped {when}',
    running: 'Running',
    ended: 'Stopped',
  },
});

/** Each clock of a matter with its arithmetic, line by line, so that anyone can check it. */
export const DeadlineArithmetic = ({ clocks }: { clocks: readonly ClockView[] }) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  return (
    <ul className="lf-clocks">
      {clocks.map((clock) => {
        const end = clock.stoppedAt ?? now;
        const late = clock.dueAt !== null && end > clock.dueAt;
        return (
          <li key={clock.id}>
            <div className="lf-clock-head">
              <strong>{pick(clock.name)}</strong>
              <StatusTag
                tone={
                  late ? 'overdue' : clock.stoppedAt ? 'done' : clock.warnAt && end > clock.warnAt ? 'soon' : 'primary'
                }
                icon="clock"
              >
                {clock.stoppedAt ? t('ended') : clock.dueAt ? formats.remaining(clock.dueAt, now).text : t('running')}
              </StatusTag>
            </div>
            <p className="lf-step-when">
              {clock.dueAt
                ? t('due', { when: formats.moment(clock.dueAt, now) })
                : clock.note
                  ? pick(clock.note)
                  : null}
              {clock.stoppedAt ? `；${t('stopped', { when: formats.moment(clock.stoppedAt, now) })}` : ''}
            </p>
            {clock.arithmetic.length > 0 ? (
              <details open={clock.main && !clock.stoppedAt}>
                <summary>{t('how')}</summary>
                <ol className="lf-arithmetic">
                  {clock.arithmetic.map((line) => (
                    <li key={line.zh}>{pick(line)}</li>
                  ))}
                </ol>
              </details>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
};
