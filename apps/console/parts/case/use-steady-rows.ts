import { useCallback, useState } from 'react';

interface Steady<Row> {
  readonly key: string;
  readonly order: readonly string[];
  readonly memory: ReadonlyMap<string, Row>;
}

export interface SteadyRows<Row> {
  readonly rows: readonly Row[];
  /** Rows that are drawn still but belong here no more. */
  readonly gone: ReadonlySet<string>;
  /** How many rows came in since the list was drawn. */
  readonly fresh: number;
  /** Draws the list anew, as it is now. */
  readonly renew: () => void;
}

/**
 * Keeps a live list from jumping under the cursor: order and membership stay as drawn, contents follow
 * the news, and newcomers wait until they are asked for. Another `key` (other filters) draws anew.
 */
export const useSteadyRows = <Row extends { readonly id: string }>(
  latest: readonly Row[] | undefined,
  key: string,
): SteadyRows<Row> => {
  const [drawn, setDrawn] = useState<Steady<Row>>();
  const current = new Map((latest ?? []).map((row) => [row.id, row]));
  let shown = drawn;
  if (latest && (!shown || shown.key !== key || (shown.order.length === 0 && latest.length > 0))) {
    shown = { key, order: latest.map((row) => row.id), memory: current };
    setDrawn(shown);
  }
  const renew = useCallback(() => setDrawn(undefined), []);
  const order = shown?.order ?? [];
  const known = new Set(order);
  return {
    rows: order.flatMap((id) => current.get(id) ?? shown?.memory.get(id) ?? []),
    gone: new Set(latest ? order.filter((id) => !current.has(id)) : []),
    fresh: (latest ?? []).filter((row) => !known.has(row.id)).length,
    renew,
  };
};
