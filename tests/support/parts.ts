import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { uuidv7 } from '#kernel/ids';
import { type Instant, instantOf, millisOf } from '#kernel/instant';
import { createAudit } from '#platform/server/audit';
import { createLimits } from '#platform/server/limits';
import { createLive } from '#platform/server/live';
import { createKek, createKeyring } from '#platform/server/keys';
import { createLog } from '#platform/server/log';
import type { Parts } from '#platform/server/parts';
import { createSeals } from '#platform/server/seals';
import { createSettings } from '#platform/server/settings';
import { createLine } from '#platform/server/sql';
import { sealedColumns } from '../../apps/server/sealed-columns.ts';
import type { TestDatabase } from './pg.ts';

/** A clock that stands still until it is moved. */
export interface TestClock {
  readonly now: () => Instant;
  readonly set: (now: Instant) => void;
  /** @param millis to go forward */
  readonly pass: (millis: number) => void;
}

export const testClock = (start: Instant): TestClock => {
  let now = start;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
    pass: (millis) => {
      now = instantOf(millisOf(now) + millis);
    },
  };
};

const missing = (what: string) => (): never => {
  throw new Error(`this test has no ${what}`);
};

/**
 * Parts as one server process has them, over a test database: two calls are two processes, which hear of
 * each other by LISTEN/NOTIFY alone. Files and jobs have tests of their own and are absent here.
 */
export const testParts = async (
  database: TestDatabase,
  options: { readonly clock?: TestClock; readonly demo?: boolean; readonly deaf?: boolean } = {},
): Promise<Parts> => {
  const log = createLog({ to: 'silent' });
  const line = createLine(database.url);
  const live = createLive(line, log);
  await line.open();
  after(async () => {
    await live.flush();
    await line.close();
  });
  const newId = () => uuidv7(Date.now(), randomBytes(10));
  const kek = createKek([{ file: '', given: 'the secret of all tests, thirty-two characters' }]);
  const keyring = createKeyring({ sql: database.sql, kek, live });
  const audit = await createAudit(keyring.keyFor);
  return {
    sql: database.sql,
    clock: options.clock?.now ?? (() => instantOf(Date.now())),
    newId,
    files: {
      put: missing('files'),
      find: missing('files'),
      open: missing('files'),
      write: missing('files'),
      remove: missing('files'),
      // Whatever a test names was sent.
      claim: async () => undefined,
    },
    jobs: { define: () => undefined, start: missing('jobs'), every: () => undefined },
    // A deaf process stands for one whose news got lost on the way.
    live: options.deaf ? { tell: live.tell, listen: () => () => undefined } : live,
    audit,
    settings: createSettings(database.sql, live, audit),
    seals: createSeals(keyring, sealedColumns),
    limits: createLimits(database.sql, options.clock?.now ?? (() => instantOf(Date.now()))),
    log,
    demo: options.demo ?? false,
  };
};
