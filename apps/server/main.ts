import path from 'node:path';
import process from 'node:process';
import { PackRefused } from '#kernel/pack-loader';
import { createLog } from '#platform/server/log';
import { findProtection } from '#platform/server/sql';
import { type HeldLock, isHeld, tryLock } from '#platform/server/locks';
import { compose } from './compose.ts';
import { openDatabase } from './database.ts';
import { BadEnvironment, type Environment, readEnvironment } from './environment.ts';
import { prepareDemo } from './demo/index.ts';
import { whoToSignInAs } from './who-to-sign-in-as.ts';

/** A reason not to start that a person can mend; told without a stack. */
export class CannotStart extends Error {}

export interface RunningServer {
  readonly url: string;
  /** Stops listening, ends what is under way, closes and releases the database. */
  readonly stop: () => Promise<void>;
}

const addressText = (host: string, port: number): string => {
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
};

const takeDataFolder = async (env: Environment): Promise<HeldLock> => {
  const outcome = await tryLock(path.join(env.dataFolder, 'server.lock'), 'starting').catch(
    (error: NodeJS.ErrnoException) => {
      throw new CannotStart(
        `The data folder ${env.dataFolder} cannot be written (${error.code ?? error.message}). Choose another with LIFANG_DATA, or mend its rights.`,
      );
    },
  );
  if (isHeld(outcome)) return outcome;
  const where = outcome.note.startsWith('http') ? ` at ${outcome.note}` : '';
  throw new CannotStart(
    `Lifang is already running on this data folder${where} (process ${outcome.pid}). Open it there, or stop it first (kill ${outcome.pid}), or choose another folder with LIFANG_DATA.`,
  );
};

const listenError = (error: NodeJS.ErrnoException, env: Environment): Error => {
  if (error.code === 'EADDRINUSE') {
    return new CannotStart(
      `The port ${env.port} is in use by another program. Stop it, or choose another port: PORT=8081 npm start`,
    );
  }
  if (error.code === 'EACCES')
    return new CannotStart(`The port ${env.port} may not be opened by this user. Choose one above 1023 with PORT.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CannotStart(`HOST is “${env.host}”, but this machine has no such address.`);
  }
  return error;
};

/**
 * Starts a whole server as the environment says.
 * @param options.before what has to be done before it calls itself ready, such as building the pages
 * @param options.say where sentences for the person at the terminal go
 */
export const startServer = async (
  env: Environment,
  options: { readonly before?: Promise<unknown>; readonly say: (text: string) => void },
): Promise<RunningServer> => {
  const lock = await takeDataFolder(env);
  const undo: (() => Promise<unknown>)[] = [lock.release];
  const stop = async (): Promise<void> => {
    for (const step of undo.reverse().splice(0)) await step().catch(() => undefined);
  };
  try {
    const log = createLog({
      to: env.log === 'file' ? { file: path.join(env.dataFolder, 'logs/server.log') } : env.log,
      level: env.logLevel,
    });
    const database = await openDatabase(env);
    undo.push(database.release);
    database.watch((what) => log.warn({ what }, 'the embedded database was killed'));
    if (database.remark) options.say(database.remark);
    const lifang = await compose({ ...env, databaseUrl: database.url, ownerUrl: database.ownerUrl, log });
    undo.push(lifang.close);
    if (!(await findProtection(lifang.pool)).byRole)
      options.say(
        'The role of DATABASE_URL owns the tables, so the audit log is protected by its trigger and its chain alone. Name the owner with LIFANG_OWNER_URL: docs/deploy.md',
      );
    const demo = lifang.parts.demo ? await prepareDemo(lifang, options.say, { restLater: true }) : undefined;
    if (demo) undo.push(demo.stop);
    const app = await lifang.createApp();
    undo.push(async () => app.close());
    await Promise.all([options.before, lifang.jobs.work()]);
    await app.listen({ host: env.host, port: env.port }).catch((error: NodeJS.ErrnoException) => {
      throw listenError(error, env);
    });
    demo?.goOn();
    const bound = app.server.address();
    const url = addressText(env.host, typeof bound === 'object' && bound ? bound.port : env.port);
    await lock.setNote(url);
    options.say(`Lifang is ready: ${url}`);
    for (const line of await whoToSignInAs(lifang, url)) options.say(line);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Runs until Ctrl-C or SIGTERM; a second Ctrl-C does not wait. */
export const runServer = async (before?: Promise<unknown>): Promise<void> => {
  // A failed build is told when the server is otherwise ready, not as a crash in between.
  before?.catch(() => undefined);
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  let stopping: Promise<void> | undefined;
  let running: RunningServer | undefined;
  let asked = false;
  const stop = (): void => {
    if (asked && stopping) process.exit(130);
    asked = true;
    if (!running) return;
    say('Lifang is stopping …');
    stopping = running.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    running = await startServer(readEnvironment(process.env, process.cwd()), { say, ...(before ? { before } : {}) });
    if (asked) stop();
  } catch (error) {
    if (error instanceof CannotStart || error instanceof BadEnvironment || error instanceof PackRefused)
      process.stderr.write(`${error.message}\n`);
    else
      process.stderr.write(
        `Lifang could not start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    process.exit(1);
  }
};

if (import.meta.main) await runServer();
