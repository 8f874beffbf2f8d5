import type { FastifyInstance } from 'fastify';
import { DomainError } from '#kernel/domain-error';
import { bindRoutes } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';
import { indicatorRoutes } from '#engines/indicator/contract';
import { declaredParts, type Indicator, isWeighted } from '#engines/indicator/model';
import { createFigures, type FigureAnswer, type FigureQuestion } from './figures.ts';
import { createOpenFigure } from './open-figure.ts';
import type { IndicatorPorts } from './ports.ts';
import { createRelocate } from './relocate.ts';
import { indicatorHandlers } from './routes.ts';
import { createTallyFacts } from './tally-facts.ts';
import type { PartsOfFigure } from './weighted-tallies.ts';

export {
  type FigureAnswer,
  type FigureQuestion,
  notPlacedBelow,
  type PlacedFigure,
  type TrendUnit,
} from './figures.ts';
export type { OpenedFigure, OpenQuestion } from './open-figure.ts';
export type { FigurePlace, IndicatorPorts } from './ports.ts';
export type { Division } from './span.ts';
export type { Tallies, Tally, TallyFacts } from './tally-facts.ts';

/** A question with ids and a code, as people ask it; without a session, so for the server's own use alone. */
export type AskedFigures = Omit<FigureQuestion, 'indicators' | 'at'> & {
  readonly ids: readonly string[];
  readonly at: string;
};

/** Figures from facts: at any node and period, whole, by level, as a trend, by dimension; each opens to its facts. */
export const createIndicatorEngine = (parts: Pick<Parts, 'sql' | 'clock'>, ports: IndicatorPorts) => {
  const byId = new Map(ports.indicators.map((indicator) => [indicator.id, indicator]));
  const getIndicator = (id: string): Indicator => {
    const found = byId.get(id);
    if (!found) throw new DomainError('indicator.unknown', { id });
    return found;
  };
  const partsOf: PartsOfFigure = (indicator) =>
    isWeighted(indicator)
      ? declaredParts(indicator, ports.codeList).flatMap(({ indicator: id, weight }) => {
          const part = getIndicator(id);
          return isWeighted(part) ? [] : [{ indicator: part, weight }];
        })
      : [];
  const figures = createFigures(parts, ports, createTallyFacts(parts.sql), partsOf);
  const openFigure = createOpenFigure(parts, ports);
  const handlers = indicatorHandlers(ports, getIndicator, partsOf, figures, openFigure);

  return {
    routes: (app: FastifyInstance): void => bindRoutes(app, indicatorRoutes, handlers),
    getIndicator,
    /** For the command line, reports and jobs: no scope is checked. */
    askFigures: async ({ ids, at, ...question }: AskedFigures): Promise<FigureAnswer> => {
      const place = await ports.findNode(at);
      if (!place) throw new DomainError('territory.unknown', { code: at });
      return figures({ ...question, indicators: ids.map(getIndicator), at: place });
    },
    openFigure,
    /** Facts follow changes of the tree, in their transaction. */
    relocate: createRelocate(ports.placesOf),
  };
};

export type IndicatorEngine = ReturnType<typeof createIndicatorEngine>;
