import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type ErrorEntry, errorCatalogue } from '#kernel/error-catalogue';
import { readCoverage } from '../../tools/coverage.ts';
import { errorsDocument } from '../../tools/docs.ts';
import { isTest, readRoot, root, sourceFiles } from './source-files.ts';

const catalogue: Readonly<Record<string, ErrorEntry>> = errorCatalogue;

test('docs/errors.md says what the catalogue says (node tools/docs.ts writes it)', () => {
  assert.equal(readRoot('docs/errors.md'), errorsDocument(catalogue));
});

test('docs/coverage.md and the seed rows of packs say what examples and tests show (node tools/docs.ts writes them)', async () => {
  const { document, readmes, unknown } = await readCoverage();
  assert.deepEqual(unknown, []);
  assert.equal(readRoot('docs/coverage.md'), document);
  for (const [pack, readme] of readmes) assert.equal(readRoot(`packs/${pack}/README.md`), readme, pack);
});

test('every error speaks both languages: Chinese in Chinese, English in English', () => {
  for (const [code, { message }] of Object.entries(catalogue)) {
    assert.match(message.zh, /[\u4e00-\u9fff]{2}/, code);
    assert.doesNotMatch(message.en, /[\u4e00-\u9fff]/, code);
  }
});

test('every error of the catalogue is used, and none that it does not have', () => {
  const code = sourceFiles('.ts', '.tsx')
    .filter(({ name }) => !name.startsWith('kernel/errors/') && !isTest(name))
    .map((file) => file.code);
  const unused = Object.keys(catalogue).filter((error) => !code.some((text) => text.includes(`'${error}'`)));
  assert.deepEqual(unused, [], 'used nowhere');
  const raised = code.flatMap((text) =>
    [...text.matchAll(/\b(?:refuse|new DomainError)\(\s*'([^']+)'/g)].map((found) => found[1] as string),
  );
  assert.ok(raised.length > 10);
  assert.deepEqual(
    raised.filter((error) => !Object.hasOwn(catalogue, error)),
    [],
    'not in the catalogue',
  );
});

test('documents lead to files that are there', () => {
  const names = [
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    'docs/map.md',
    'docs/deploy.md',
    'docs/deploy.zh-CN.md',
    'docs/glossary.md',
    'docs/decisions/README.md',
  ];
  const broken = names.flatMap((name) =>
    [...readRoot(name).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].flatMap(([, link = '']) => {
      const target = new URL(link, `file:///${name}`).pathname.slice(1);
      try {
        readRoot(target);
        return [];
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EISDIR' ? [] : [`${name} → ${target}`];
      }
    }),
  );
  assert.deepEqual(broken, []);
});

test('the README names demo accounts that exist, and the commands and settings are the real ones', () => {
  const staff = readRoot('apps/server/demo/staff.ts');
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const table = readRoot(name)
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const accounts = table.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map((found) => found[1]),
    );
    const known = [...staff.matchAll(/account: '(\w+)'/g)].map((found) => found[1]);
    assert.deepEqual([...accounts].sort(), known.sort(), name);
    const password = /demoPassword = '([^']+)'/.exec(staff)?.[1];
    assert.ok(password && readRoot(name).includes(`\`${password}\``), name);
  }
  const { scripts } = JSON.parse(readRoot('package.json')) as { scripts: Record<string, string> };
  const documents = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'docs/map.md', 'docs/deploy.md']
    .map(readRoot)
    .join('\n');
  for (const [, script = ''] of documents.matchAll(/npm run (?:-s )?([\w:-]+)/g))
    assert.ok(scripts[script], `npm run ${script}`);
  const settings = new Set(
    [...readRoot('apps/server/environment.ts').matchAll(/env\['(\w+)'\]/g)].map((found) => found[1] as string),
  );
  const table = [...readRoot('CONTRIBUTING.md').matchAll(/^\| (`[A-Z_`, ]+`) \|/gm)].flatMap(
    ([, cell = '']) => cell.match(/[A-Z_]+/g) ?? [],
  );
  assert.deepEqual(table.sort(), [...settings].sort());
});

test('every decision stands in their list', () => {
  const listed = readRoot('docs/decisions/README.md');
  const files = readdirSync(path.join(root, 'docs/decisions'));
  assert.deepEqual(
    files.filter((name) => name !== 'README.md' && !listed.includes(`(${name})`)),
    [],
  );
});
