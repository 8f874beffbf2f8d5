import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldTypes } from '#fields';
import { roomOf } from './rooms.ts';
import { isTest, sourceFiles } from './source-files.ts';

test('a file holds one idea: no source file has more than 400 lines', () => {
  const long = sourceFiles('.ts', '.tsx', '.mjs', '.css', '.sql')
    .map(({ name, text }) => ({ name, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 400)
    .map(({ name, lines }) => `${name}: ${lines}`);
  assert.deepEqual(long, []);
});

test('pages name no foreign host: everything comes from the server they came from', () => {
  const isFront = (name: string): boolean =>
    /^(fields-web|web:.*|platform-web|app:(console|mobile))$/.test(roomOf(name));
  // Names of XML vocabularies are no addresses; 天地图 is asked for only where a district enters its own key.
  const harmless = /^(www\.w3\.org|t\{s\}\.tianditu\.gov\.cn|127\.0\.0\.1|localhost)$/;
  const found = sourceFiles('.ts', '.tsx', '.css', '.html')
    .filter(({ name }) => isFront(name) && !isTest(name) && !name.endsWith('vite.config.ts'))
    .flatMap(({ name, code }) =>
      [...code.matchAll(/(?:https?:)?\/\/([\w{}-]+(?:\.[\w{}-]+)+)/g)]
        .filter(([, host = '']) => !harmless.test(host))
        .map(([address]) => `${name}: ${address}`),
    );
  assert.deepEqual(found, []);
});

test('pages put no text in as markup and evaluate none', () => {
  const found = sourceFiles('.ts', '.tsx')
    .filter(({ name }) => !isTest(name) && !/^(tools|tests)\//.test(name))
    .filter(({ code }) => /dangerouslySetInnerHTML|\.innerHTML\s*=|\beval\(|new Function\(/.test(code))
    .map(({ name }) => name);
  assert.deepEqual(found, []);
});

test('nobody switches off the type checker, a test, or leaves work for later', () => {
  // Written in parts, so that this file is not found by its own search.
  const marks = new RegExp(
    [
      '@ts-(ignore|expect-error|nocheck)',
      '\\bas any\\b',
      `\\b(TO${'DO'}|FIX${'ME'})\\b`,
      '\\b(test|it|describe)\\.(skip|only|todo)\\(',
    ].join('|'),
  );
  const found = sourceFiles('.ts', '.tsx', '.mjs')
    // A file of types asserts what the checker refuses.
    .filter(({ name }) => name !== 'tests/house/files.test.ts' && !name.endsWith('.types.ts'))
    .flatMap(({ name, text }) =>
      text.split('\n').flatMap((line, index) => (marks.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : [])),
    );
  assert.deepEqual(found, []);
});

test('every field type stands in its own folder, with its test', () => {
  const names = sourceFiles('.ts').map(({ name }) => name);
  for (const id of fieldTypes.keys()) {
    assert.ok(names.includes(`fields/${id}/${id}.ts`), `fields/${id}/${id}.ts is missing`);
    const tested = names.some((name) => name.startsWith(`fields/${id}/`) && isTest(name));
    assert.ok(tested, `${id} has no test`);
  }
});

test('every room says how to declare things in it', () => {
  const readmes = new Set(sourceFiles('.md').map(({ name }) => name));
  const rooms = new Set(
    sourceFiles('.ts').map(({ name }) => {
      const [top, second] = name.split('/');
      return /^(engines|packs)$/.test(top ?? '')
        ? `${top}/${second}`
        : top === 'platform' || top === 'apps'
          ? `${top}/${second}`
          : (top as string);
    }),
  );
  const missing = [...rooms].filter(
    (room) => !/^(tools|tests|platform\/contract)$/.test(room) && !readmes.has(`${room}/README.md`),
  );
  assert.deepEqual(missing, []);
});
