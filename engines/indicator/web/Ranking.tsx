import { usePick, useText } from '#platform/web/i18n';
import { type RankedRow, rank } from './rank.ts';
import { words } from './words.ts';

interface RankingProps {
  readonly label: string;
  readonly rows: readonly RankedRow[];
  /** `lower` puts the smallest first. */
  readonly better?: string;
  /** Breakdowns have an order but no winners. */
  readonly ranks?: boolean;
  readonly selected?: string | undefined;
  readonly onOpen?: (key: string) => void;
}

/** Bars with words and numbers, in order: a list that reads without colour and opens row by row. */
export const Ranking = ({ label, rows, better, ranks = true, selected, onOpen }: RankingProps) => {
  const t = useText(words);
  const pick = usePick();
  const placed = rank(rows, better);
  const top = Math.max(...rows.map((row) => Math.abs(row.value ?? 0)), 0);
  if (rows.length === 0) return <p className="figure-quiet">{t('noRows')}</p>;
  return (
    <ol className="figure-ranking" aria-label={label}>
      {placed.map((row) => {
        const share = top > 0 && row.value ? Math.max(1, (Math.abs(row.value) / top) * 100) : 0;
        const inside = (
          <>
            {ranks ? (
              <span className="figure-rank">
                <span aria-hidden="true">{row.rank ?? '–'}</span>
                <span className="lf-unseen">{row.rank ? t('rank', { rank: row.rank }) : t('few')}</span>
              </span>
            ) : null}
            <span className="figure-rank-name">{row.name}</span>
            <span className="figure-rank-text">
              {row.value === null ? t('none') : row.text ? pick(row.text) : row.value}
              {row.few ? <small>{t('few')}</small> : null}
            </span>
            <span className="figure-bar" aria-hidden="true">
              <i style={{ width: `${share}%` }} />
            </span>
          </>
        );
        return (
          <li key={row.key} data-selected={selected === row.key || undefined} data-plain={ranks ? undefined : true}>
            {onOpen ? (
              <button type="button" onClick={() => onOpen(row.key)}>
                {inside}
              </button>
            ) : (
              <div>{inside}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
};
