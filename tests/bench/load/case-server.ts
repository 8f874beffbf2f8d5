import { hash, randomBytes } from 'node:crypto';
import { uuidv7 } from '#kernel/ids';
import { instantOf } from '#kernel/instant';
import { createCaseEngine } from '#engines/case/server';
import { people, roles, testPorts } from '../../../engines/case/server/fixtures/case-district.ts';
import { createAudit } from '#platform/server/audit';
import { createHttp } from '#platform/server/http';
import { createLive } from '#platform/server/live';
import { createLog } from '#platform/server/log';
import type { Parts, Session } from '#platform/server/parts';
import { createKek, createKeyring } from '#platform/server/keys';
import { createSeals } from '#platform/server/seals';
import { createSettings } from '#platform/server/settings';
import { createLine, openSql } from '#platform/server/sql';

const absent = (what: string) => (): never => {
  throw new Error(`this bench has no ${what}`);
};

/** One process of the server with the case engine over a database, listening on a free port. */
export const startCaseServer = async (url: string) => {
  const { sql, pool, close } = openSql(url, { max: 16 });
  const line = createLine(url);
  const log = createLog({ to: 'silent' });
  const live = createLive(line, log);
  await line.open();
  const newId = () => uuidv7(Date.now(), randomBytes(10));
  const audit = await createAudit(async (purpose) => hash('sha256', purpose, 'buffer'));
  const parts: Parts = {
    sql,
    clock: () => instantOf(Date.now()),
    newId,
    files: {
      put: absent('files'),
      find: absent('files'),
      open: absent('files'),
      write: absent('files'),
      remove: absent('files'),
      claim: async () => undefined,
    },
    jobs: { define: () => undefined, start: absent('jobs'), every: () => undefined },
    live,
    audit,
    settings: createSettings(sql, live, audit),
    seals: createSeals(createKeyring({ sql, kek: createKek([{ file: '', given: 'the secret of a bench' }]) })),
    limits: { take: async () => 0, look: async () => 0, forget: async () => undefined },
    log,
    demo: false,
  };
  const engine = createCaseEngine(parts, testPorts);
  await engine.ready();
  const sessions = new Map<string, Session>();
  const app = await createHttp({ log, findSession: (token) => sessions.get(token), rateFactor: 1e6 });
  engine.routes(app);
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const cookieOf = (session: Session): string => {
    const token = randomBytes(24).toString('hex');
    sessions.set(token, session);
    return `lifang=${token}`;
  };
  return {
    engine,
    pool,
    origin,
    newId,
    roles,
    cookieOf,
    cookies: {
      worker: cookieOf(people.worker),
      dispatcher: cookieOf(people.dispatcher),
      inspector: cookieOf(people.inspector),
      repairer: cookieOf(people.repairer),
    },
    close: async (): Promise<void> => {
      await app.close();
      await live.flush();
      await line.close();
      await close();
    },
  };
};

export type CaseServer = Awaited<ReturnType<typeof startCaseServer>>;
