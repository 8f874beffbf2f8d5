import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLog } from '#platform/server/log';
import { compose, type Lifang } from '../../apps/server/compose.ts';
import { prepareDemo } from '../../apps/server/demo/index.ts';
import { buildApps } from '../../tools/build.ts';
import { freshDatabase } from './pg.ts';
import { answersWithoutRow } from './unaudited.ts';

export interface TestServer {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly databaseUrl: string;
  /** As the owner of its tables: for tests that tamper. */
  readonly ownerUrl: string;
  readonly dataFolder: string;
  /** The graph behind the server, for whoever looks at what lies in the database or calls a use case. */
  readonly lifang: Lifang;
  readonly stop: () => Promise<void>;
}

export type DemoServer = TestServer;

export interface TestServerOptions {
  /** Filled with the demo district. */
  readonly demo?: boolean;
  /** The pages are built first, where their sources changed. */
  readonly pages?: boolean;
  /** Rate limits as they are in earnest; by default tests, which all come from one address, meet none. */
  readonly limits?: boolean;
  /** Everything is logged into this file, as by a server that is looked at closely. */
  readonly logFile?: string;
  /** Another process of the same installation: its database and folder, which stay when this one stops. */
  readonly beside?: Pick<TestServer, 'databaseUrl' | 'ownerUrl' | 'dataFolder'>;
}

const logOf = (file: string | undefined) => {
  if (file) return createLog({ to: { file }, level: 'debug' });
  return createLog(process.env['LIFANG_TEST_LOG'] ? { to: 'stdout', level: 'debug' } : { to: 'silent' });
};

/**
 * A whole server on a free port, with a database and a data folder of its own. Every answer is checked
 * against its contract. Stop it when the tests are over.
 */
export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const building = options.pages ? buildApps() : Promise.resolve();
  building.catch(() => undefined);
  const fresh = options.beside ? undefined : await freshDatabase();
  const databaseUrl = options.beside?.databaseUrl ?? fresh?.url ?? '';
  const ownerUrl = options.beside?.ownerUrl ?? fresh?.ownerUrl ?? '';
  const dataFolder = options.beside?.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'lifang-server-')));
  const undo: (() => Promise<unknown>)[] = fresh
    ? [fresh.drop, () => rm(dataFolder, { recursive: true, force: true })]
    : [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
    assert.deepEqual([...answersWithoutRow()], [], 'these changed something without a row of the audit log');
  };
  try {
    const lifang = await compose({
      databaseUrl,
      ownerUrl,
      dataFolder,
      demo: options.demo ?? false,
      log: logOf(options.logFile),
      checkAnswers: true,
      rateFactor: options.limits ? 1 : 1_000_000,
    });
    undo.push(lifang.close);
    if (options.demo) await prepareDemo(lifang, () => undefined);
    const app = await lifang.createApp();
    undo.push(async () => app.close());
    await Promise.all([building, lifang.jobs.work()]);
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    return { url, databaseUrl, ownerUrl, dataFolder, lifang, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** A server with pages and the demo district, as a newcomer meets it. */
export const startDemoServer = (): Promise<DemoServer> => startTestServer({ demo: true, pages: true });
