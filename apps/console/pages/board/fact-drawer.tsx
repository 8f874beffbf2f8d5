import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer, Segmented } from 'antd';
import type { IndicatorView } from '#engines/indicator/contract';
import { FactList, FigureDefinition, type FigurePart, type Period } from '#engines/indicator/web';
import { plusDays } from '#kernel/instant';
import { defineMessages, useFormats, usePick, useText } from '#platform/web/i18n';
import { Skeleton } from '#platform/web/kit';
import { figures as client } from '../../app/clients.ts';
import { Failure } from '../../parts/states.tsx';

const words = defineMessages({
  zh: {
    numerator: '分子',
    denominator: '分母',
    counted: '计入',
    excluded: '未计入',
    part: '看哪一部分',
    more: '再显示一些',
    total: '共 {count} 条',
    period: '{from} 至 {to}',
  },
  en: {
    numerator: 'Numerator',
    denominator: 'Denominator',
    counted: 'Counted',
    excluded: 'Left out',
    part: 'Which part',
    more: 'Show more',
    total: '{count} in all',
    period: '{from} to {to}',
  },
});

interface FactDrawerProps {
  readonly indicator: IndicatorView;
  readonly at: string;
  readonly period: Period;
  readonly part: FigurePart;
  readonly onPart: (part: FigurePart) => void;
  /** Another figure, that this one is made of. */
  readonly onFigure: (indicator: string) => void;
  readonly onClose: () => void;
}

/** A figure opened: its definition, its parts, and the facts of each, down to the matter. */
export const FactDrawer = ({ indicator, at, period, part, onPart, onFigure, onClose }: FactDrawerProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const counted = indicator.kind !== 'weighted';
  const range = { at, from: period.from, to: period.to };
  const whole = useQuery({
    queryKey: ['figure', 'one', indicator.id, range],
    queryFn: () => client.getFigures({ query: { ids: indicator.id, ...range } }),
  });
  const facts = useInfiniteQuery({
    queryKey: ['figure', 'facts', indicator.id, range, part],
    queryFn: ({ pageParam }) =>
      client.openFigure({
        params: { id: indicator.id },
        query: { ...range, part, size: 50, ...(pageParam ? { after: pageParam } : {}) },
      }),
    // A weighted figure has no facts of its own: its parts open instead.
    enabled: counted,
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const figure = whole.data?.figures.find((one) => one.indicator === indicator.id);
  const total = facts.data?.pages[0]?.total;
  const ratio = figure?.denominator !== null && figure?.denominator !== undefined;
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={figure ? `${figure.name} · ${pick(indicator.name)} ${pick(figure.text)}` : pick(indicator.name)}
    >
      <div className="stack">
        <p className="quiet">
          {t('period', { from: formats.day(period.from), to: formats.day(plusDays(period.to, -1)) })}
        </p>
        <FigureDefinition indicator={indicator} figure={figure} onOpen={onPart} onPart={onFigure} />
        {counted ? (
          <div className="row">
            <Segmented
              aria-label={t('part')}
              value={part}
              onChange={onPart}
              options={[
                { value: 'numerator', label: ratio ? t('numerator') : t('counted') },
                ...(ratio ? [{ value: 'denominator' as const, label: t('denominator') }] : []),
                { value: 'excluded', label: t('excluded') },
              ]}
            />
            {total === undefined ? null : (
              <span className="quiet" role="status">
                {t('total', { count: formats.number(total) })}
              </span>
            )}
          </div>
        ) : null}
        {counted && facts.isPending ? <Skeleton rows={6} card={false} /> : null}
        {facts.isError ? <Failure error={facts.error} retry={() => void facts.refetch()} /> : null}
        {facts.data ? (
          <FactList
            rows={facts.data.pages.flatMap((page) => page.rows)}
            link={(id, text) => (
              <Link to="/cases/$id" params={{ id }}>
                {text}
              </Link>
            )}
          />
        ) : null}
        {facts.hasNextPage ? (
          <Button loading={facts.isFetchingNextPage} onClick={() => void facts.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </div>
    </Drawer>
  );
};
