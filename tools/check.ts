/**
 * `npm run check`: what can be known without running the product. A line for each check; what a failed
 * one says stands below its line. Exit 1 on any failure.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);
const houseTests = readdirSync(path.join(root, 'tests/house'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/house/${name}`);

interface Check {
  readonly name: string;
  readonly command: readonly [program: string, ...words: string[]];
}

const checks: readonly Check[] = [
  { name: 'types of the pure rooms', command: [bin('tsc'), '-p', 'tsconfig.pure.json'] },
  { name: 'types of the server', command: [bin('tsc'), '-p', 'tsconfig.node.json'] },
  { name: 'types of the pages', command: [bin('tsc'), '-p', 'tsconfig.dom.json'] },
  { name: 'types of the browser tests', command: [bin('tsc'), '-p', 'tsconfig.browser-tests.json'] },
  { name: 'lint', command: [bin('oxlint'), '--format=unix'] },
  { name: 'format', command: [bin('biome'), 'format', '--colors=off', '.'] },
  { name: 'dead code', command: [bin('knip'), '--no-progress'] },
  {
    name: 'house rules',
    command: [process.execPath, '--test', '--test-reporter=spec', ...houseTests],
  },
];

interface Outcome {
  readonly check: Check;
  readonly code: number;
  readonly said: string;
  readonly seconds: number;
}

const run = (check: Check): Promise<Outcome> =>
  new Promise((resolve) => {
    const began = performance.now();
    const [program, ...words] = check.command;
    const child = spawn(program, words, { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } });
    let said = '';
    const hear = (part: Buffer): void => {
      said += part.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const end = (code: number): void => resolve({ check, code, said, seconds: (performance.now() - began) / 1000 });
    child.on('error', (error) => {
      said += error.message;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });

/** Runs two at a time and prints in the order of the list. */
const outcomes = checks.map(() => Promise.withResolvers<Outcome>());
let next = 0;
const work = async (): Promise<void> => {
  for (let index = next++; index < checks.length; index = next++) {
    outcomes[index]?.resolve(await run(checks[index] as Check));
  }
};
const working = Promise.all([work(), work()]);

for (const { promise } of outcomes) {
  const { check, code, said, seconds } = await promise;
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name.padEnd(24)} ${seconds.toFixed(1).padStart(5)} s`);
  if (code === 0) continue;
  process.exitCode = 1;
  console.log(said.trimEnd().replace(/^/gm, '    '));
}
await working;
