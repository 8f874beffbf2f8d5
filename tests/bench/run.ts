import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate, openSql, startEmbeddedPostgres } from '#platform/server/sql';
import type { Bench } from './bench.ts';

/**
 * `npm run bench [-- GROUP …] [--quick] [--json]`: prints each row beside the same work in bare SQL or
 * by a bare loop in the same run. `DATABASE_URL` names another server to measure on.
 */
const { values: flags, positionals: groups } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const here = import.meta.dirname;
const files = (await readdir(here)).filter(
  (file) => file.endsWith('.ts') && !['run.ts', 'bench.ts'].includes(file) && !file.endsWith('.test.ts'),
);
const benches: Bench[] = [];
for (const file of files.sort()) {
  const module = (await import(path.join(here, file))) as { benches?: readonly Bench[] };
  benches.push(...(module.benches ?? []));
}
const wanted = benches.filter(
  (bench) => groups.length === 0 || groups.some((group) => bench.name === group || bench.name.startsWith(`${group}.`)),
);
if (wanted.length === 0) {
  say(`no such group; there are: ${[...new Set(benches.map((bench) => bench.name.split('.')[0]))].join(', ')}`);
  process.exit(2);
}

const folder = await mkdtemp(path.join(tmpdir(), 'lifang-bench-'));
await chmod(folder, 0o755);
const given = process.env['DATABASE_URL'];
const server = given
  ? { url: given, stop: async () => undefined }
  : await startEmbeddedPostgres(path.join(folder, 'pg'));
const made: string[] = [];

const onServer = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(text).finally(() => client.end());
};

const createDatabase = async (): Promise<string> => {
  const name = `lifang_bench_${randomBytes(4).toString('hex')}`;
  await onServer(`create database ${name}`);
  made.push(name);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const opened = openSql(url.href, { max: 2 });
  await migrate(opened.sql).finally(opened.close);
  return url.href;
};

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  readonly n: number;
  readonly note: string;
}

const rows: Row[] = [];
let failed = false;
try {
  for (const bench of wanted) {
    say(`measuring ${bench.name} …`);
    try {
      const result = await bench.run({ quick: flags.quick, postgresUrl: server.url, createDatabase, say });
      rows.push({
        name: bench.name,
        value: result.value,
        unit: bench.unit,
        baseline: result.baseline,
        ratio: result.value / result.baseline,
        n: result.n,
        note: result.note ?? '',
      });
    } catch (error) {
      failed = true;
      say(`${bench.name} failed: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
} finally {
  for (const name of made) await onServer(`drop database if exists ${name} with (force)`).catch(() => undefined);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

if (flags.json) {
  process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
} else {
  const printed = (value: number): string =>
    value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 3 : value < 100 ? 1 : 0 });
  const table = rows.map((row) => [
    row.name,
    `${printed(row.value)} ${row.unit}`,
    `${printed(row.baseline)} ${row.unit}`,
    `${row.ratio.toFixed(2)} ×`,
    printed(row.n),
    row.note,
  ]);
  const head = ['work', 'Lifang', 'bare', 'ratio', 'n', 'measured'];
  const widths = head.map((title, column) => Math.max(title.length, ...table.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...table])
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
}
process.exit(failed ? 1 : 0);
