import type { Label } from '#kernel/label';

export interface RankedRow {
  readonly key: string;
  readonly name: string;
  readonly value: number | null;
  readonly text: Label | undefined;
  /** Too few to compare: shown, but without a rank. */
  readonly few?: boolean;
}

export interface Place extends RankedRow {
  /** 1 for the first; equal values share a rank; null without a value or with too few. */
  readonly rank: number | null;
}

/** Orders rows best first; equal values share a rank, and those that cannot be compared come last without one. */
export const rank = (rows: readonly RankedRow[], better: string | undefined): readonly Place[] => {
  const sign = better === 'lower' ? 1 : -1;
  const comparable = rows
    .filter((row) => row.value !== null && !row.few)
    .sort((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)) || (a.key < b.key ? -1 : 1));
  const rest = rows.filter((row) => row.value === null || row.few);
  return [
    ...comparable.map((row) => ({ ...row, rank: 1 + comparable.findIndex((one) => one.value === row.value) })),
    ...rest.map((row) => ({ ...row, rank: null })),
  ];
};
