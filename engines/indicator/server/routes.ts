import { DomainError } from '#kernel/domain-error';
import type { Locale } from '#kernel/label';
import { reaches } from '#kernel/sensitivity';
import type { Handlers } from '#platform/server/http';
import type { Session, SessionPost } from '#platform/server/parts';
import { inScope } from '#engines/territory/model';
import type { FigureView, indicatorRoutes } from '#engines/indicator/contract';
import { type Indicator, isFew, isWeighted, textOf } from '#engines/indicator/model';
import { type Figures, notPlacedBelow, type PlacedFigure } from './figures.ts';
import type { createOpenFigure } from './open-figure.ts';
import type { FigurePlace, IndicatorPorts } from './ports.ts';
import type { Division } from './span.ts';
import type { AnyTally, PartsOfFigure } from './weighted-tallies.ts';

const figureView = (figure: PlacedFigure, locale: Locale): FigureView => {
  const { indicator, path, code, name, numerator, denominator, value, excluded, own, parts } = figure;
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
    ...(parts && {
      parts: parts.map(({ indicator: part, weight, figure: made, missing }) => ({
        indicator: part.id,
        name: part.name,
        weight,
        text: textOf(part, made),
        missing,
      })),
    }),
  };
};

const tallyView = (indicator: Indicator, tally: AnyTally) => {
  const { value, numerator, denominator } = tally;
  return { indicator: indicator.id, value, numerator, denominator, text: textOf(indicator, tally) };
};

/** Posts of a session that may know of a figure. */
const clearedPosts = (session: Session, { sensitivity = 'internal', audience }: Indicator): readonly SessionPost[] =>
  session.posts.filter(
    (post) =>
      post.permissions.has('figure.read') &&
      reaches(post.clearance, sensitivity) &&
      (audience === undefined || audience.includes(post.role)),
  );

export const indicatorHandlers = (
  ports: IndicatorPorts,
  getIndicator: (id: string) => Indicator,
  partsOf: PartsOfFigure,
  figures: Figures,
  openFigure: ReturnType<typeof createOpenFigure>,
): Handlers<typeof indicatorRoutes> => {
  /** A figure may be asked only at a node inside one's scopes; others answer as if they did not exist. */
  const getPlace = async (
    code: string,
    scopes: readonly string[],
    division: Division = 'now',
  ): Promise<FigurePlace> => {
    const place = await ports.findNode(code);
    if (!place) throw new DomainError('territory.unknown', { code }, { field: 'at' });
    if (!scopes.some((scope) => inScope(place.path, scope)))
      throw new DomainError('request.not-found', {}, { field: 'at' });
    // Under the division in force an ended place has nothing; a nought would be read as a figure.
    if (place.ended && division === 'now')
      throw new DomainError('figure.place-ended', { name: place.name }, { field: 'at' });
    return place;
  };

  /** As if it did not exist, for whoever may not know of it. */
  const getKnown = (session: Session, id: string): Indicator => {
    const indicator = getIndicator(id);
    if (clearedPosts(session, indicator).length === 0) throw new DomainError('indicator.unknown', { id });
    return indicator;
  };

  /** The session with those posts that may know all of these figures. */
  const clearedFor = (session: Session, indicators: readonly Indicator[]): Session => ({
    ...session,
    posts: session.posts.filter((post) => indicators.every((one) => clearedPosts(session, one).includes(post))),
  });

  return {
    listIndicators: ({ session }) =>
      ports.indicators
        .filter((one) => clearedPosts(session, one).length > 0)
        .map((one) => ({
          id: one.id,
          name: one.name,
          definition: one.definition,
          kind: one.kind,
          unit: one.unit,
          better: one.better,
          period: isWeighted(one) ? (partsOf(one)[0]?.indicator.period ?? 'at') : one.period,
          excluded: (isWeighted(one) ? [] : (one.excluded ?? [])).map((exclusion) => exclusion.reason),
          headline: one.headline === true,
          pack: ports.packOf(one.id),
        })),

    getFigures: async ({ session, query, locale }) => {
      const ids = query.ids.split(',').filter(Boolean);
      const indicators = [...new Set(ids)].map((id) => getKnown(session, id));
      const at = await getPlace(query.at, ports.scopesToRead(clearedFor(session, indicators)), query.division);
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
      const indicator = getKnown(session, params.id);
      if (isWeighted(indicator)) throw new DomainError('figure.opens-to-parts', { name: indicator.name });
      const cleared = clearedFor(session, [indicator]);
      const at = await getPlace(query.at, ports.scopesToRead(cleared), query.division);
      const within = ports.scopesToOpen(cleared);
      if (!within.some((scope) => inScope(at.path, scope))) throw new DomainError('permission.denied');
      const { total, elsewhere, rows, next } = await openFigure({ ...query, indicator, at, within });
      const [places, subjects] = await Promise.all([
        ports.namesOf([...new Set(rows.map((row) => row.path))]),
        ports.namesOfSubjects(
          session,
          rows.map(({ district, subject }) => ({ district, id: subject })),
        ),
      ]);
      return {
        total,
        elsewhere,
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
