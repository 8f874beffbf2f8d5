import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export type Tone = 'primary' | 'done' | 'soon' | 'overdue' | 'quiet';

const icons: Readonly<Record<Tone, IconName>> = {
  primary: 'arrowRight',
  done: 'checkCircle',
  soon: 'clock',
  overdue: 'alert',
  quiet: 'dot',
};

/** Colour always comes with a word and an icon. */
export const StatusTag = ({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) => (
  <span className={`lf-tag lf-tag-${tone}`}>
    <Icon name={icon ?? icons[tone]} size="1.05em" />
    <span>{children}</span>
  </span>
);

/** A small count on a thing; `label` says what is counted. */
export const Badge = ({
  count,
  label,
  tone = 'overdue',
}: {
  count: number;
  label: string;
  tone?: 'overdue' | 'primary';
}) =>
  count > 0 ? (
    <span className={`lf-badge lf-badge-${tone}`}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="lf-unseen">{label}</span>
    </span>
  ) : null;

export interface TimelineStep {
  readonly key: string;
  readonly title: ReactNode;
  readonly when?: ReactNode;
  readonly children?: ReactNode;
  readonly tone?: Tone;
  readonly icon?: IconName;
}

/** Progress like a parcel: the newest on top and lit, the way behind it below. */
export const Timeline = ({ steps, label }: { steps: readonly TimelineStep[]; label: string }) => (
  <ol className="lf-timeline" aria-label={label}>
    {steps.map((step, index) => (
      <li key={step.key} className={index === 0 ? `lf-step lf-step-now lf-step-${step.tone ?? 'primary'}` : 'lf-step'}>
        <span className="lf-step-dot">
          {index === 0 ? <Icon name={step.icon ?? icons[step.tone ?? 'primary']} size="1rem" /> : null}
        </span>
        <div className="lf-step-words">
          <p className="lf-step-title">{step.title}</p>
          {step.when ? <p className="lf-step-when">{step.when}</p> : null}
          {step.children}
        </div>
      </li>
    ))}
  </ol>
);
