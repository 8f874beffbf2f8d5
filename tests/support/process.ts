import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything it has printed. */
  readonly said: () => string;
  /** Sends a signal and waits for the end. @returns the exit code, null when the signal ended it */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** For the end of a test file: what a failed test left running is stopped as a person would stop it. */
export const endAllServers = async (): Promise<void> => {
  await Promise.all(
    [...running].map((child) => {
      child.kill('SIGTERM');
      return once(child, 'exit');
    }),
  );
};

/** Starts `apps/server/main.ts` as a process of its own, on a free port. @throws Error with what it said when it does not get ready */
export const spawnServer = async (env: Readonly<Record<string, string>>): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [path.join(root, 'apps/server/main.ts')], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', LIFANG_LOG: 'file', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const url = /Lifang is ready: (\S+)/.exec(said)?.[1];
      // What follows the first line comes at once; whoever looks at it wants all of it.
      if (url) setTimeout(() => resolve(url), 100);
    });
  });
  const url = await Promise.race([
    ready,
    ended.then((code) => {
      throw new Error(`the server ended with ${code}: ${said}`);
    }),
    wait(90_000, undefined, { ref: false }).then(() => {
      throw new Error(`the server did not get ready: ${said}`);
    }),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};
