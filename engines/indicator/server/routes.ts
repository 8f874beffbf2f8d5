import { DomainError } from '#kernel/domain-error';
import type { Locale } from '#kernel/label';
import type { Handlers } from '#platform/server/http';
import { inScope } from '#engines/territory/model';
import type { FigureView, indicatorRoutes } from '#engines/indicator/contract';
import { type Indicator, isFew, textOf } from '#engines/indicator/model';
import { type Figures, notPlacedBelow, type PlacedFigure } from './figures.ts';
import type { createOpenFigure } from './open-figure.ts';
import type { FigurePlace, IndicatorPorts } from './ports.ts';
import type { Tally } from './tally-facts.ts';

const figureView = (figure: PlacedFigure, locale: Locale): FigureView => {
  const { indicator, path, code, name, numerator, denominator, value, excluded, own } = figure;
  return {
    indicator: indicator.id,
    path,
    code,
    name: own ? notPlacedBelow[locale] : name,
    numerator,
    denominator,
    value,
    excluded,
    text: textOf(indicator, figure),
    few: isFew(indicator, figure),
    own,
  };
};

const tallyView = (indicator: Indicator, tally: Tally) => {
  const { value, numerator, denominator } = tally;
  return { indicator: indicator.id, value, numerator, denominator, text: textOf(indicator, tally) };
};

export const indicatorHandlers = (
  ports: IndicatorPorts,
  getIndicator: (id: string) => Indicator,
  figures: Figures,
  openFigure: ReturnType<typeof createOpenFigure>,
): Handlers<typeof indicatorRoutes> => {
  /** A figure may be asked only at a node inside one's scopes; others answer as if they did not exist. */
  const getPlace = async (code: string, scopes: readonly string[]): Promise<FigurePlace> => {
    const place = await ports.findNode(code);
    if (!place) throw new DomainError('territory.unknown', { code }, { field: 'at' });
    if (!scopes.some((scope) => inScope(place.path, scope)))
      throw new DomainError('request.not-found', {}, { field: 'at' });
    return place;
  };

  return {
    listIndicators: () =>
      ports.indicators.map(({ id, name, definition, kind, unit, better, period, excluded = [] }) => ({
        id,
        name,
        definition,
        kind,
        unit,
        better,
        period,
        excluded: excluded.map((exclusion) => exclusion.reason),
      })),

    getFigures: async ({ session, query, locale }) => {
      const ids = query.ids.split(',').filter(Boolean);
      const indicators = [...new Set(ids)].map(getIndicator);
      const at = await getPlace(query.at, ports.scopesToRead(session));
      const { asOf, whole, rows, trend, groups } = await figures({ ...query, indicators, at });
      const wholeView = whole.map((figure) => figureView(figure, locale));
      return {
        asOf,
        whole: wholeView,
        figures: query.by === undefined ? wholeView : rows.map((figure) => figureView(figure, locale)),
        trend: trend.map(({ indicator, start, tally }) => ({ start, ...tallyView(indicator, tally) })),
        groups: groups.map(({ indicator, key, name, tally }) => ({ key, name, ...tallyView(indicator, tally) })),
      };
    },

    openFigure: async ({ session, params, query }) => {
      const indicator = getIndicator(params.id);
      const at = await getPlace(query.at, ports.scopesToRead(session));
      if (!ports.scopesToOpen(session).some((scope) => inScope(at.path, scope)))
        throw new DomainError('permission.denied');
      const { total, rows, next } = await openFigure({ ...query, indicator, at });
      const [places, subjects] = await Promise.all([
        ports.namesOf([...new Set(rows.map((row) => row.path))]),
        ports.namesOfSubjects(
          session,
          rows.map(({ district, subject }) => ({ district, id: subject })),
        ),
      ]);
      return {
        total,
        rows: rows.map(({ district: _, ...row }) => ({
          ...row,
          dims: { ...row.dims },
          place: places.get(row.path) ?? '',
          ...subjects.get(row.subject),
        })),
        next,
      };
    },
  };
};
