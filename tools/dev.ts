import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { openDatabase } from '../apps/server/database.ts';
import { readEnvironment } from '../apps/server/environment.ts';

/**
 * `npm run dev`: the server starts anew with each change of what it is made of, the pages change as they
 * are written. The database stays up in between. Open the addresses that Vite prints.
 */
const root = path.resolve(import.meta.dirname, '..');
const env = readEnvironment(process.env, root);
const database = await openDatabase(env);
const server = `http://127.0.0.1:${env.port}`;
const vite = path.join(root, 'node_modules/vite/bin/vite.js');

const children = new Set<ChildProcess>();
const start = (words: readonly string[], more: NodeJS.ProcessEnv = {}): void => {
  const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...more }, stdio: 'inherit' });
  children.add(child);
  child.once('exit', () => {
    children.delete(child);
    void stop();
  });
};

let stopping: Promise<void> | undefined;
const stop = (): Promise<void> => {
  stopping ??= (async () => {
    const ends = [...children].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(ends);
    await database.release();
    process.exit(0);
  })();
  return stopping;
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

start(['--watch', '--watch-preserve-output', 'apps/server/main.ts'], {
  DATABASE_URL: database.url,
  LIFANG_DATA: env.dataFolder,
  LIFANG_LOG_LEVEL: process.env['LIFANG_LOG_LEVEL'] ?? 'debug',
});
start([vite, '--config', 'apps/console/vite.config.ts', '--port', '5173', '--clearScreen', 'false'], {
  LIFANG_SERVER: server,
});
start([vite, '--config', 'apps/mobile/vite.config.ts', '--port', '5174', '--clearScreen', 'false'], {
  LIFANG_SERVER: server,
});
