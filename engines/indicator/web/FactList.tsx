import type { ReactNode } from 'react';
import type { Instant } from '#kernel/instant';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { words } from './words.ts';

export interface FactRow {
  readonly subject: string;
  readonly kind: string;
  readonly at: Instant | null;
  readonly cohortAt: Instant;
  readonly path: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly number?: string;
  readonly place?: string;
}

interface FactListProps {
  readonly rows: readonly FactRow[];
  /** A link to the subject, with these words. */
  readonly link: (subject: string, words: string) => ReactNode;
}

/** The facts behind a figure, each leading to the matter it speaks of. */
export const FactList = ({ rows, link }: FactListProps) => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  if (rows.length === 0) return <p className="figure-quiet">{t('noFacts')}</p>;
  return (
    <ul className="figure-facts">
      {rows.map((row, index) => (
        // One subject may have several facts of one kind and moment: the order is the server's.
        <li key={`${row.subject}-${row.kind}-${index}`}>
          {link(row.subject, row.title ?? t('openSubject'))}
          <p className="figure-quiet">
            {[row.number, row.place, row.at ? formats.moment(row.at, now) : t('timeless')].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
};
