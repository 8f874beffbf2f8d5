import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/server/sql';
import { buildApps } from './build.ts';

/**
 * `npm test` runs all lanes; `npm test -- pg` one of them; `npm test -- engines/case pg` what lies there;
 * `npm test -- path/to/file.test.ts` one file. The suffix of a file picks its lane.
 */
const root = path.resolve(import.meta.dirname, '..');

interface Lane {
  readonly name: string;
  readonly holds: (file: string) => boolean;
  readonly concurrency: number;
  /** Seconds that one test may take. */
  readonly patience: number;
  readonly needs: { readonly database?: true; readonly pages?: true };
}

const cores = availableParallelism();
const lanes: readonly Lane[] = [
  {
    name: 'pure',
    holds: (file) => file.endsWith('.test.ts') && !file.endsWith('.pg.test.ts'),
    concurrency: cores + 1,
    patience: 120,
    needs: {},
  },
  {
    name: 'pg',
    holds: (file) => file.endsWith('.pg.test.ts'),
    concurrency: cores,
    patience: 180,
    needs: { database: true },
  },
  {
    name: 'e2e',
    holds: (file) => file.endsWith('.e2e.ts'),
    concurrency: Math.max(1, cores - 1),
    patience: 300,
    needs: { database: true, pages: true },
  },
];

const skipped = new Set(['node_modules', 'dist', 'dist.new', 'data', '.git', '.cache']);

const findTests = async (folder = root): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : findTests(full);
      return /\.(test|e2e)\.ts$/.test(entry.name) ? [path.relative(root, full)] : [];
    }),
  );
  return found.flat().sort();
};

const run = (
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly tail: readonly string[] }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let rest = '';
    const tail: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      // The runner's own summary: `ℹ tests 12`, `ℹ pass 12` …
      for (const line of lines)
        if (/^(\x1b\[\d+m)*ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(line)) tail.push(line);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), tail: tail.slice(-8) }));
  });

/** One throw-away server for all files; what killed runs left behind goes first. */
const startDatabase = async (): Promise<EmbeddedPostgres> => {
  const folder = path.join(root, '.cache/test-pg');
  const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres(folder, { fsync: false });
  const server = await start().catch(async () => {
    // Without fsync a machine that went down leaves it broken, and nothing in it is worth keeping.
    await rm(folder, { recursive: true, force: true });
    return start();
  });
  if (!server.adopted) {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'lifang\\_%'`,
    );
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
    await client.end();
  }
  return server;
};

const say = (text: string): void => void process.stdout.write(`\n${text}\n`);

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const names = new Set(lanes.map((lane) => lane.name).concat('check'));
const wantedLanes = new Set(wanted.filter((word) => names.has(word)));
const places = wanted.filter((word) => !names.has(word)).map((word) => path.relative(root, path.resolve(word)));
const all = wanted.length === 0;

const files = (await findTests()).filter(
  (file) =>
    places.length === 0 || places.some((place) => file === place || file.startsWith(`${place.replace(/\/$/, '')}/`)),
);
if (places.length > 0 && files.length === 0) {
  process.stderr.write(`There is no test in ${places.join(', ')}.\n`);
  process.exit(2);
}

const summary: string[] = [];
let failed = false;
const note = (lane: string, code: number, seconds: number, tail: readonly string[]): void => {
  if (code !== 0) failed = true;
  summary.push(`${code === 0 ? '✔' : '✖'} ${lane} (${seconds.toFixed(0)} s)`, ...tail);
};

const checkTool = path.join(root, 'tools/check.ts');
if ((all || wantedLanes.has('check')) && existsSync(checkTool)) {
  say('check: types, lint, house rules');
  const begun = performance.now();
  const { code, tail } = await run(process.execPath, [checkTool], process.env);
  note('check', code, (performance.now() - begun) / 1000, tail);
}

let database: EmbeddedPostgres | undefined;
try {
  for (const lane of lanes) {
    if (wantedLanes.size > 0 && !wantedLanes.has(lane.name)) continue;
    const mine = files.filter((file) => lane.holds(file) && !(all && file.startsWith('tests/house/')));
    if (mine.length === 0) continue;
    say(`${lane.name}: ${mine.length} files`);
    const begun = performance.now();
    const needed = await Promise.allSettled([
      lane.needs.pages ? buildApps() : undefined,
      lane.needs.database ? (async () => (database ??= await startDatabase()))() : undefined,
    ]);
    const missing = needed.find((one) => one.status === 'rejected');
    if (missing) {
      process.stderr.write(`${missing.reason instanceof Error ? missing.reason.message : String(missing.reason)}\n`);
      note(lane.name, 1, (performance.now() - begun) / 1000, []);
      continue;
    }
    const words = [
      '--test',
      `--test-concurrency=${lane.concurrency}`,
      `--test-timeout=${lane.patience * 1000}`,
      '--test-reporter=spec',
      ...flags,
      ...mine,
    ];
    const env = { ...process.env, NODE_ENV: 'test', ...(database ? { LIFANG_TEST_PG: database.url } : {}) };
    const { code, tail } = await run(process.execPath, words, env);
    note(lane.name, code, (performance.now() - begun) / 1000, tail);
  }
} finally {
  // One that was running already is somebody else's to stop.
  if (database && !database.adopted) await database.release();
}
say(summary.join('\n'));
process.exitCode = failed ? 1 : 0;
