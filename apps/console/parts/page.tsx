import { type ReactNode, useEffect } from 'react';
import { useText } from '#platform/web/i18n';
import { useMay } from '../app/session.ts';
import { words } from '../app/words.ts';
import { Denied } from './states.tsx';

interface PageProps {
  readonly title: string;
  /** Beside the title: a count, a state. */
  readonly aside?: ReactNode;
  readonly lead?: ReactNode;
  /** At the right; at most one of them primary. */
  readonly actions?: ReactNode;
  readonly needs?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Title, what it is about, actions, content: the frame of all five templates. */
export const Page = ({ title, aside, lead, actions, needs, wide, children }: PageProps) => {
  const t = useText(words);
  const allowed = useMay();
  useEffect(() => {
    document.title = `${title} · ${t('name')}`;
  }, [title, t]);
  return (
    <div className="page" data-wide={wide || undefined}>
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {aside}
        </div>
        {actions && (!needs || allowed(needs)) ? <div className="page-actions">{actions}</div> : null}
        {lead ? <div className="page-lead">{lead}</div> : null}
      </header>
      {needs && !allowed(needs) ? <Denied /> : children}
    </div>
  );
};

/** A surface with a title, the unit of board and matter pages. */
export const Panel = ({
  title,
  aside,
  children,
  className,
  id,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
}) => (
  <section className={className ? `panel ${className}` : 'panel'} id={id}>
    {title ? (
      <header className="panel-head">
        <h2>{title}</h2>
        {aside}
      </header>
    ) : null}
    {children}
  </section>
);
