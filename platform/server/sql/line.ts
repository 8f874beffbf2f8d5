import pg from 'pg';

/**
 * One connection kept open for what needs a connection of its own: LISTEN and NOTIFY, and locks that
 * end with the process. It comes back by itself when the database was away.
 */
export interface Line {
  /** Runs on each new connection, in the order of registration; `again` is true after a loss. */
  readonly onOpen: (work: (client: pg.Client, again: boolean) => Promise<void>) => void;
  readonly onNotify: (hear: (channel: string, payload: string) => void) => void;
  /** Runs on the connection; fails while it is lost. */
  readonly query: (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const firstPause = 200;
const longestPause = 5_000;

export const createLine = (url: string, name = 'lifang line'): Line => {
  const starters: ((client: pg.Client, again: boolean) => Promise<void>)[] = [];
  const hearers: ((channel: string, payload: string) => void)[] = [];
  let client: pg.Client | undefined;
  /** A connection answers one question at a time; the next waits for it here. */
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  let pause = firstPause;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (again: boolean): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: name, keepAlive: true });
    let lost = false;
    const lose = (): void => {
      if (lost) return;
      lost = true;
      if (client === next) client = undefined;
      next.end().catch(() => undefined);
      retry();
    };
    next.on('notification', ({ channel, payload }) => {
      for (const hear of hearers) hear(channel, payload ?? '');
    });
    next.on('error', lose);
    next.on('end', lose);
    try {
      await next.connect();
      if (closed) return void (await next.end());
      client = next;
      const begin = async (): Promise<void> => {
        for (const start of starters) await start(next, again);
      };
      const started = turn.then(begin);
      turn = started.catch(() => undefined);
      await started;
      pause = firstPause;
    } catch (error) {
      if (!again) {
        lost = true;
        await next.end().catch(() => undefined);
        throw error;
      }
      lose();
    }
  };

  const retry = (): void => {
    if (closed) return;
    timer = setTimeout(() => void connect(true), pause);
    pause = Math.min(pause * 2, longestPause);
  };

  return {
    onOpen: (work) => void starters.push(work),
    onNotify: (hear) => void hearers.push(hear),
    query: (text, values = []) => {
      const asked = turn.then(async () => {
        if (!client) throw new Error('the connection to the database is lost; it is being opened again');
        return (await client.query(text, [...values])).rows as readonly Record<string, unknown>[];
      });
      turn = asked.catch(() => undefined);
      return asked;
    },
    open: () => connect(false),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
};
