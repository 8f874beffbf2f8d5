/**
 * A row of the table that `npm run bench` prints. The same work is done twice in the same run: by
 * Lifang (`value`) and by bare SQL or a bare loop (`baseline`). Machines differ, ratios hold.
 */
export interface Bench {
  /** `case.action`, `territory.search` … the part before the dot is the group asked for on the command line. */
  readonly name: string;
  /** `/s`, `%` (more is better) or `ms` (less is better; p95 unless the name says otherwise). */
  readonly unit: '/s' | '%' | 'ms' | 'MB';
  readonly run: (options: BenchOptions) => Promise<BenchResult>;
}

export interface BenchOptions {
  /** Smaller data and fewer repeats: all rows together stay under two minutes. */
  readonly quick: boolean;
  /** A server with fsync on; make databases of your own on it (`createDatabase`). */
  readonly postgresUrl: string;
  /** A migrated, empty database on that server; dropped when the run ends. */
  readonly createDatabase: () => Promise<string>;
  /** One line on the error output, for whoever waits. */
  readonly say: (line: string) => void;
}

export interface BenchResult {
  readonly value: number;
  readonly baseline: number;
  /** How many items the measured work went through. */
  readonly n: number;
  /** What was measured and how, in half a sentence: processes, clients, size of data. */
  readonly note?: string;
}

/** The value below which `part` (0..1) of the measurements lie. */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

/** Runs `work` once for each of `count` turns by `clients` at a time; gives turns a second. */
export const perSecond = async (
  count: number,
  clients: number,
  work: (turn: number) => Promise<void>,
): Promise<number> => {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) await work(next++);
    }),
  );
  return count / ((performance.now() - started) / 1000);
};

/** Milliseconds of each of `count` runs, one after another. */
export const timings = async (count: number, work: (turn: number) => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    const started = performance.now();
    await work(turn);
    times.push(performance.now() - started);
  }
  return times;
};
