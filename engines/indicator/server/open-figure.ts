import { type RawBuilder, sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { FactIndicator, FigurePart } from '#engines/indicator/model';
import { conditionOf, conditionSql, kindsOf } from './fact-condition.ts';
import { childrenOf } from './figures.ts';
import type { FigurePlace, IndicatorPorts } from './ports.ts';
import { type Division, inAny, inSpan, isAtKey, type Span, timeColumn } from './span.ts';

export interface OpenQuestion {
  readonly indicator: FactIndicator;
  readonly at: FigurePlace;
  readonly from: DateText;
  readonly to: DateText;
  readonly part: FigurePart;
  /** Only what no node of this level below holds: the row “not placed below”. */
  readonly outside?: string | undefined;
  /** Only one group of a breakdown; an empty key is the group “not stated”. */
  readonly dimension?: string | undefined;
  readonly key?: string | undefined;
  readonly division?: Division | undefined;
  /** Only facts that now lie here are shown one by one; the others are counted. */
  readonly within?: readonly string[] | undefined;
  readonly after?: string | undefined;
  readonly size?: number | undefined;
}

export interface OpenedFact {
  readonly district: string;
  readonly subject: Id;
  readonly kind: string;
  readonly at: Instant | null;
  readonly cohortAt: Instant;
  readonly path: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly value: number | null;
}

export interface OpenedFigure {
  readonly total: number;
  /** Of the total: those that now lie in somebody else’s range, and are not shown. */
  readonly elsewhere: number;
  readonly rows: readonly OpenedFact[];
  readonly next: string | null;
}

/** Time to the microsecond and id of the last row seen. */
interface Cursor {
  readonly time: string;
  readonly id: Id;
}

const writeCursor = ({ time, id }: Cursor): string => Buffer.from(`${time}|${id}`).toString('base64url');
const readCursor = (text: string): Cursor => {
  const [, time, id] =
    /^(\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)\|([0-9a-f-]{36})$/.exec(
      Buffer.from(text, 'base64url').toString(),
    ) ?? [];
  if (time === undefined || id === undefined)
    throw new DomainError('field.invalid', { name: 'after', detail: text }, { field: 'after' });
  return { time, id };
};

/** The facts behind a figure, newest first, a page at a time. Made from the same conditions as the figure itself. */
export const createOpenFigure =
  (parts: Pick<Parts, 'sql'>, ports: Pick<IndicatorPorts, 'childrenAtLevel' | 'childrenBetween'>) =>
  async (question: OpenQuestion): Promise<OpenedFigure> => {
    const { indicator, at, from, to, part, outside, dimension, key = '', after, size = 20 } = question;
    const { division = 'now', within } = question;
    if (from >= to) throw new DomainError('figure.period-empty', {}, { field: 'to' });
    const condition = conditionOf(indicator, part);
    if (!condition) return { total: 0, elsewhere: 0, rows: [], next: null };
    const span: Span = { path: at.path, from, to, time: indicator.period, division };
    const conditions: RawBuilder<unknown>[] = [inSpan(span, kindsOf([condition])), conditionSql(condition)];
    if (outside !== undefined) {
      const children = await childrenOf(ports, { at, from, to, by: outside, division });
      conditions.push(isAtKey({ by: 'place', places: children.map((child) => child.path) }, span, null));
    }
    if (dimension !== undefined) conditions.push(isAtKey({ by: 'dimension', dimension }, span, key));
    const all = raw.join(conditions, raw` and `);
    const mine = within === undefined ? raw`true` : inAny(within);
    const time = timeColumn(span);
    const cursor = after === undefined ? undefined : readCursor(after);
    const beyond = cursor
      ? raw`and (${time}, id) < (${cursor.time}::timestamp at time zone 'UTC', ${cursor.id}::uuid)`
      : raw``;
    const [counted, found] = await Promise.all([
      raw<{ total: number; shown: number }>`select count(*) as total, count(*) filter (where ${mine}) as shown
        from fact where ${all}`.execute(parts.sql),
      raw<OpenedFact & { id: Id; exact: string }>`
        select district, id, subject, kind, at, cohort_at as "cohortAt",
          ${raw.ref(division === 'now' ? 'now_path' : 'path')} as path, dims, value,
          (${time} at time zone 'UTC')::text as exact
        from fact where ${all} and ${mine} ${beyond} order by ${time} desc, id desc limit ${size + 1}
      `.execute(parts.sql),
    ]);
    const { total = 0, shown = 0 } = counted.rows[0] ?? {};
    const page = found.rows.slice(0, size);
    const last = page.at(-1);
    return {
      total,
      elsewhere: total - shown,
      rows: page.map(({ id: _, exact: __, ...fact }) => fact),
      next: found.rows.length > size && last ? writeCursor({ time: last.exact, id: last.id }) : null,
    };
  };
