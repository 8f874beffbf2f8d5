import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Label } from '#kernel/label';
import { defaultLevels } from '#engines/territory/model';
import { readPacks } from '../../apps/server/packs.ts';
import { readRoot, sourceFiles } from './source-files.ts';

/** Rows of docs/glossary.md by their heading. */
const rows = readRoot('docs/glossary.md')
  .split('\n## ')
  .slice(1)
  .flatMap((part) => {
    const heading = part.slice(0, part.indexOf('\n'));
    return part
      .split('\n')
      .filter((line) => line.startsWith('|') && !/^\|( 中文 |---)/.test(line))
      .map((line) => {
        const [zh = '', identifiers = '', meaning = ''] = line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim());
        return { heading, zh, identifiers: identifiers.split(/,\s*/).map((one) => one.replaceAll('`', '')), meaning };
      });
  });

const twice = (all: readonly string[]): readonly string[] => all.filter((one, index) => all.indexOf(one) !== index);
const nouns = new Set(rows.filter((row) => row.heading === 'Nouns').flatMap((row) => row.identifiers));
const missing = (wanted: readonly string[]): readonly string[] => wanted.filter((one) => !nouns.has(one));

test('a word has one meaning and a thing has one word', () => {
  assert.ok(rows.length > 80);
  for (const { zh, identifiers, meaning } of rows) {
    assert.match(zh, /[\u4e00-\u9fff]/);
    assert.ok(meaning && identifiers.every(Boolean), zh);
  }
  assert.deepEqual(twice(rows.map((row) => row.zh)), []);
  assert.deepEqual(twice(rows.flatMap((row) => row.identifiers.map((one) => `${row.heading}: ${one}`))), []);
});

test('every engine, every table and every section of a pack is a noun of the glossary', async () => {
  const files = sourceFiles('.ts', '.sql');
  const engines = [
    ...new Set(files.filter(({ name }) => name.startsWith('engines/')).map(({ name }) => name.split('/')[1] as string)),
  ];
  const tables = files
    .filter(({ name }) => name.endsWith('.sql'))
    .flatMap(({ text }) =>
      [...text.matchAll(/^create table (?:if not exists )?(\w+)/gm)].map((found) => found[1] as string),
    );
  const sections = (await readPacks()).flatMap((pack) => Object.keys(pack.sections));
  assert.ok(engines.length >= 5 && tables.length > 15 && sections.length >= 5);
  assert.deepEqual(missing(engines), [], 'engines');
  assert.deepEqual(missing(tables), [], 'tables');
  assert.deepEqual(missing([...new Set(sections)]), [], 'sections');
});

test('levels, roles, playbooks, code lists and indicators stand there by the name that people read', async () => {
  const packs = await readPacks();
  const named = (section: string): readonly { id: string; name: Label }[] =>
    packs.flatMap((pack) => (pack.sections[section] ?? []) as readonly { id: string; name: Label }[]);
  const say = ({ id, name }: { id: string; name: Label }): string => `${name.zh} ${id}`;
  const listed = (heading: string): readonly string[] =>
    rows.filter((row) => row.heading === heading).map((row) => `${row.zh} ${row.identifiers[0]}`);
  for (const [heading, wanted] of [
    ['Levels', defaultLevels],
    ['Roles', named('roles')],
    ['Playbooks and code lists', [...named('playbooks'), ...named('codeLists')]],
    ['Indicators', named('indicators')],
  ] as const) {
    assert.deepEqual([...listed(heading)].sort(), wanted.map(say).sort(), heading);
  }
});

test('every identifier of the glossary exists', () => {
  const words = new Set(sourceFiles('.ts', '.tsx', '.sql').flatMap(({ code }) => code.match(/[A-Za-z][\w.-]*/g) ?? []));
  for (const { code } of sourceFiles('.ts', '.tsx')) for (const word of code.match(/\w+/g) ?? []) words.add(word);
  assert.deepEqual(
    rows.flatMap((row) => row.identifiers).filter((one) => !words.has(one)),
    [],
  );
});
