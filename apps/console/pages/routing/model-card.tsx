import type { ReactNode } from 'react';
import type { RoutingModelCard } from '#engines/case/contract';
import { chinaDate } from '#kernel/instant';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { units, words } from './routing-words.ts';

type HoldOut = NonNullable<RoutingModelCard['holdOut']>;

const AccuracyTable = ({ holdOut }: { holdOut: HoldOut }) => {
  const t = useText(words);
  const formats = useFormats();
  const rows = (['top1', 'top3'] as const).map((which) => ({
    which,
    model: holdOut.model[which],
    lookup: holdOut.lookup[which],
  }));
  type Row = (typeof rows)[number];
  const difference = ({ model, lookup }: Row): string => {
    const points = Math.round((model - lookup) * 1000) / 10;
    const sign = points === 0 ? '' : points < 0 ? '−' : '+';
    return t('points', { points: sign + formats.number(Math.abs(points), 1) });
  };
  return (
    <DataTable
      caption={t('accuracy')}
      rows={rows}
      keyOf={(row) => row.which}
      nameOf={(row) => t(row.which)}
      columns={[
        { id: 'measure', title: t('measure'), head: true, cell: (row) => t(row.which) },
        { id: 'model', title: t('model'), align: 'end', cell: (row) => <strong>{formats.percent(row.model)}</strong> },
        { id: 'lookup', title: t('lookup'), align: 'end', cell: (row) => formats.percent(row.lookup) },
        { id: 'difference', title: t('difference'), align: 'end', nowrap: true, cell: difference },
      ]}
      card={(row) => (
        <>
          <strong>{t(row.which)}</strong>
          <p className="card-meta">
            <span>
              {t('model')} {formats.percent(row.model)}
            </span>
            <span>
              {t('lookup')} {formats.percent(row.lookup)}
            </span>
            <span>{difference(row)}</span>
          </p>
        </>
      )}
    />
  );
};

const Said = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The model in use: beside the plain table, what its words mean, what it knows. */
export const ModelCard = ({ card }: { card: RoutingModelCard }) => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const { holdOut, taken } = card;
  const matters = (count: number): string => formats.count(count, units.matters);
  const graded = (grade: HoldOut['likely']): string =>
    grade
      ? t('graded', {
          shown: formats.number(grade.shown),
          right: formats.number(grade.right),
          share: formats.percent(grade.right / grade.shown, 0),
        })
      : t('never');
  return (
    <Panel title={t('inUse')}>
      {holdOut ? (
        <>
          <AccuracyTable holdOut={holdOut} />
          <p className="quiet small routing-note">
            {t('accuracyNote', {
              from: formats.moment(holdOut.from),
              trained: matters(holdOut.trained),
              tested: matters(holdOut.tested),
            })}
          </p>
        </>
      ) : null}
      <dl className="routing-said">
        {holdOut ? (
          <>
            <Said name={t('likely')}>{graded(holdOut.likely)}</Said>
            <Said name={t('possible')}>{graded(holdOut.possible)}</Said>
          </>
        ) : null}
        <Said name={t('learntFrom')}>
          {t('learntText', {
            matters: matters(card.matters),
            bodies: formats.count(card.bodies, units.bodies),
            from: card.firstAt ? chinaDate(card.firstAt) : '',
            to: card.lastAt ? chinaDate(card.lastAt) : '',
          })}
        </Said>
        <Said name={t('trainedAt')}>
          {t('trainedText', { when: formats.moment(card.trainedAt, now), seconds: formats.number(card.seconds, 1) })}
        </Said>
        <Said name={t('taken')}>
          {taken.shown > 0
            ? t('takenText', {
                shown: formats.number(taken.shown),
                first: formats.number(taken.first),
                any: formats.number(taken.anyOfThree),
              })
            : t('takenNone')}
        </Said>
      </dl>
    </Panel>
  );
};
