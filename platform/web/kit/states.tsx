import { type ReactNode, useEffect, useRef, useState } from 'react';
import { asProblem } from '../api/api-problem.ts';
import { defineMessages, useLocale, useText } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

const messages = defineMessages({
  zh: { retry: '重试', loading: '正在加载', wrong: '请先改正下面的内容', trace: '编号 {trace}' },
  en: { retry: 'Try again', loading: 'Loading', wrong: 'Please correct the following', trace: 'Number {trace}' },
});

export const Empty = ({
  title,
  children,
  icon = 'list',
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  icon?: IconName;
  action?: ReactNode;
}) => (
  <div className="lf-empty">
    <Icon name={icon} size="2.5rem" strokeWidth={1.25} />
    <p className="lf-empty-title">{title}</p>
    {children ? <p className="lf-empty-note">{children}</p> : null}
    {action}
  </div>
);

/** Grey shapes of what is coming. Shown at once, so that nothing jumps; readers hear one word. */
export const Skeleton = ({ rows = 3, card = true }: { rows?: number; card?: boolean }) => {
  const t = useText(messages);
  return (
    <div className={card ? 'lf-card lf-skeleton' : 'lf-skeleton'} role="status">
      <span className="lf-unseen">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="lf-skeleton-row" aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
};

/** What happened, what to do, and a way to try again. */
export const ProblemNote = ({
  error,
  onRetry,
  children,
}: {
  error: unknown;
  onRetry?: () => void;
  children?: ReactNode;
}) => {
  const t = useText(messages);
  const locale = useLocale();
  const problem = asProblem(error);
  return (
    <div className="lf-problem" role="alert">
      <Icon name={problem.kind === 'offline' ? 'cloudOff' : 'alert'} size="1.5rem" />
      <div className="lf-problem-words">
        <p>{problem.sentence[locale]}</p>
        {problem.trace && problem.kind === 'failed' ? (
          <p className="lf-hint">{t('trace', { trace: problem.trace })}</p>
        ) : null}
        {children}
        {onRetry ? (
          <Button icon="refresh" onClick={onRetry}>
            {t('retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};

export interface FormError {
  /** Id of the control at fault; empty for what belongs to none. */
  readonly id: string;
  readonly text: string;
}

/** On top of a form: the same words as at the fields, each leading there; the focus comes here when it appears. */
export const ErrorSummary = ({ errors, attempt }: { errors: readonly FormError[]; attempt: number }) => {
  const t = useText(messages);
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    if (attempt === seen || errors.length === 0) return;
    setSeen(attempt);
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: 'start' });
  }, [attempt, seen, errors.length]);
  if (errors.length === 0) return null;
  return (
    <div className="lf-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Icon name="alert" />
        <span>{t('wrong')}</span>
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id + error.text}>
            {error.id ? (
              <a
                href={`#${error.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  const target = document.getElementById(error.id);
                  target?.scrollIntoView({ block: 'center' });
                  target?.focus();
                }}
              >
                {error.text}
              </a>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** A line of notice inside a page: offline, unsent, demo. */
export const Notice = ({
  tone = 'primary',
  icon = 'info',
  children,
}: {
  tone?: 'primary' | 'soon' | 'overdue' | 'done';
  icon?: IconName;
  children: ReactNode;
}) => (
  <div className={`lf-notice lf-notice-${tone}`} role="status">
    <Icon name={icon} />
    <div>{children}</div>
  </div>
);
