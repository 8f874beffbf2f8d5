import type { RoutingModelCard } from '#engines/case/contract';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { words } from './routing-words.ts';

/** The latest trainings, also those that came to nothing. */
export const TrainingLog = ({ cards, inUse }: { cards: readonly RoutingModelCard[]; inUse: string | undefined }) => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const state = (card: RoutingModelCard) => {
    if (card.state === 'few') return <StatusTag tone="quiet">{t('few')}</StatusTag>;
    if (card.state === 'worse') return <StatusTag tone="soon">{t('worseState')}</StatusTag>;
    return (
      <StatusTag tone={card.id === inUse ? 'done' : 'quiet'}>{t(card.id === inUse ? 'good' : 'former')}</StatusTag>
    );
  };
  const when = (card: RoutingModelCard): string => formats.moment(card.trainedAt, now);
  const share = (part: number | undefined): string => (part === undefined ? '—' : formats.percent(part));
  const columns: readonly Column<RoutingModelCard>[] = [
    { id: 'when', title: t('trainedAt'), head: true, nowrap: true, cell: when },
    { id: 'state', title: t('state'), cell: state },
    { id: 'matters', title: t('matters'), align: 'end', cell: (card) => formats.number(card.matters) },
    { id: 'top1', title: t('top1Short'), align: 'end', cell: (card) => share(card.holdOut?.model.top1) },
    { id: 'lookup', title: t('lookupShort'), align: 'end', cell: (card) => share(card.holdOut?.lookup.top1) },
  ];
  return (
    <Panel title={t('log')}>
      <DataTable
        caption={t('log')}
        rows={cards}
        columns={columns}
        keyOf={(card) => card.id}
        nameOf={when}
        dense
        card={(card) => (
          <>
            <p>
              <strong>{when(card)}</strong> {state(card)}
            </p>
            <p className="card-meta">
              <span>
                {t('matters')} {formats.number(card.matters)}
              </span>
              <span>
                {t('top1Short')} {share(card.holdOut?.model.top1)}
              </span>
              <span>
                {t('lookupShort')} {share(card.holdOut?.lookup.top1)}
              </span>
            </p>
          </>
        )}
      />
    </Panel>
  );
};
