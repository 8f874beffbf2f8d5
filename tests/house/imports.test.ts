import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, resolveRoom, specifiersIn } from './import-scanner.ts';
import { mayRoomImport, mayRoomUse, roomOf } from './rooms.ts';
import { isTest, sourceFiles } from './source-files.ts';

// This file holds imports in texts, to try the scanner.
const scanned = sourceFiles('.ts', '.tsx')
  .filter(({ name }) => name !== 'tests/house/imports.test.ts')
  .map((file) => ({
    ...file,
    room: roomOf(file.name),
    imports: importsOf(file),
  }));
const builds = (name: string): boolean => name.endsWith('vite.config.ts');

/**
 * A test stands in the room of what it tests; beyond that it may use what tests share, packs as samples, and
 * packages. A browser test starts whatever server it needs.
 */
const isTestHelp = (from: string, to: string): boolean =>
  from.endsWith('.e2e.ts') || (isTest(from) && (/^(tests|packs)\//.test(to) || to === 'fields/testing.ts'));

test('rooms import only the rooms that they may', () => {
  const violations = scanned.flatMap(({ name, room, imports }) =>
    imports.flatMap((one) => {
      if (!('file' in one) || isTestHelp(name, one.file) || builds(name)) return [];
      return mayRoomImport(room, roomOf(one.file)) ? [] : [`${name} imports ${one.file}`];
    }),
  );
  assert.deepEqual(violations, []);
});

test('rooms that run on the phone import no Node, and the pure ones only the packages that they are allowed', () => {
  const violations = scanned.flatMap(({ name, room, imports }) =>
    isTest(name) || builds(name)
      ? []
      : imports.flatMap((one) =>
          'module' in one && !mayRoomUse(room, one.module) ? [`${name} imports ${one.module}`] : [],
        ),
  );
  assert.deepEqual(violations, []);
});

const engineOf = (name: string): string | undefined => /^engines\/([^/]+)\//.exec(name)?.[1];

test('another room is reached by its name, not by a ladder of dots', () => {
  const violations = scanned.flatMap(({ name, text, room }) =>
    specifiersIn(text)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => new URL(specifier, `file:///${name}`).pathname.slice(1))
      // The web parts of a field stand in the folder of its type; apps and tools have no name of their own.
      .filter((target) => {
        const other = roomOf(target);
        if (other === room || isTest(name)) return false;
        // Inside one engine a file that the room's index leaves out for its weight has no other name.
        if (engineOf(name) !== undefined && engineOf(name) === engineOf(target)) return false;
        return !(room.startsWith('fields') && other.startsWith('fields')) && !/^(app:|tools|tests)/.test(`${other}`);
      })
      .map((target) => `${name} imports ${target}`),
  );
  assert.deepEqual(violations, []);
});

test('every import of the project leads to a file that is there', () => {
  const names = new Set(sourceFiles('.ts', '.tsx', '.css', '.mjs').map((file) => file.name));
  const broken = scanned.flatMap(({ name, imports }) =>
    imports.flatMap((one) =>
      'file' in one && /\.(tsx?|css|mjs)$/.test(one.file) && !names.has(one.file)
        ? [`${name} imports ${one.file}`]
        : [],
    ),
  );
  assert.deepEqual(broken, []);
});

test('the scanner sees every way to import, and nothing else', () => {
  const text = [
    "import a, { type B } from './a.ts';",
    'import type { C } from "#kernel/label";',
    "import './side.css';",
    "export * from './d.ts';",
    'export {\n  e,\n} from "./e.ts";',
    "const f = await import('./f.ts');",
    "// import g from './g.ts';",
    "/* export * from './h.ts' */",
    "const may = ['case.export', 'x.y', 'export', './no.ts']; const words = 'import x from y'; const again = `from './i.ts'`;",
    "export const j = { from: './j.ts' };",
    'const k = /[\'"]/; import l from "./l.ts";',
  ].join('\n');
  assert.deepEqual(specifiersIn(text), [
    './a.ts',
    '#kernel/label',
    './side.css',
    './d.ts',
    './e.ts',
    './f.ts',
    './l.ts',
  ]);
});

test('the table says what the house says', () => {
  assert.equal(resolveRoom('#engines/case/model'), 'engines/case/model/index.ts');
  assert.equal(resolveRoom('#kernel/ids'), 'kernel/ids.ts');
  assert.deepEqual(
    ['fields/point/point.ts', 'fields/point/PointInput.tsx', 'engines/case/web/x.tsx', 'packs/grid/pack.ts'].map(
      roomOf,
    ),
    ['fields', 'fields-web', 'web:case', 'pack:grid'],
  );
  for (const [from, to, may] of [
    ['kernel', 'fields', false],
    ['fields', 'platform-web', false],
    ['fields-web', 'platform-web', true],
    ['model:case', 'model:territory', true],
    ['model:territory', 'model:case', false],
    ['contract:case', 'contract:organisation', false],
    ['contract:case', 'platform-contract', true],
    ['server:case', 'server:territory', false],
    ['server:case', 'platform-web', false],
    ['web:case', 'platform-server', false],
    ['web:case', 'contract:case', true],
    ['pack:grid', 'model:indicator', true],
    ['pack:grid', 'pack:order', false],
    ['pack:grid', 'server:case', false],
    ['platform-server', 'server:case', false],
    ['app:server', 'server:case', true],
    ['app:console', 'app:mobile', false],
    ['server:case', 'app:server', false],
  ] as const) {
    assert.equal(mayRoomImport(from, to), may, `${from} → ${to}`);
  }
  assert.deepEqual(
    [
      mayRoomUse('kernel', 'feelin'),
      mayRoomUse('kernel', 'typebox'),
      mayRoomUse('web:case', 'node:fs'),
      mayRoomUse('server:case', 'node:fs'),
    ],
    [true, false, false, true],
  );
});
