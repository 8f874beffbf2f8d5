import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findJsonFault } from '#kernel/json-fault';
import { checkPacks, problemText } from '#kernel/pack-loader';
import { readPacks } from '../../apps/server/packs.ts';
import { sectionCheckers } from '../../apps/server/section-checkers.ts';
import { isTest, sourceFiles } from './source-files.ts';

const packs = await readPacks();
const definitions = packs.flatMap((pack) =>
  Object.entries(pack.sections).flatMap(([section, all]) =>
    (all ?? []).map((definition) => ({ pack, section, definition })),
  ),
);

test('every definition of every pack survives JSON unchanged', () => {
  assert.ok(definitions.length > 10);
  for (const { pack, section, definition } of definitions) {
    const place = `${pack.id} ${section} ${definition.id}`;
    assert.equal(findJsonFault(definition), null, place);
    assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition, place);
  }
});

test('every pack passes the checks of the engines that read it', () => {
  assert.deepEqual(checkPacks(packs, sectionCheckers()).map(problemText), []);
});

test('shared code names no pack and nothing that a pack declares', () => {
  // Words of one part, such as the body kind `street`, are everybody's; ids of two parts are a pack's own.
  // With messages it is the other way round: an engine names the occasion, a pack says it in words (the next test).
  const ids = definitions
    .filter(({ section }) => section !== 'noticeTemplates')
    .map(({ definition }) => definition.id)
    .filter((id) => /[.-]/.test(id));
  const prefixes = packs.map((pack) => `${pack.id}.`);
  const found = sourceFiles('.ts', '.tsx')
    .filter(({ name }) => /^(kernel|fields|engines|platform)\//.test(name) && !isTest(name))
    .flatMap(({ name, code }) =>
      [...code.matchAll(/(['"`])([^'"`\n]*)\1/g)].flatMap(([, , text = '']) =>
        ids.includes(text) ||
        prefixes.some((prefix) => text.startsWith(prefix) && text.length > prefix.length) ||
        text.startsWith('#packs/')
          ? [`${name}: '${text}'`]
          : [],
      ),
    );
  assert.deepEqual(found, []);
});

test('every occasion of a message that the code names has its words in a pack', () => {
  const told = new Set(
    definitions.filter(({ section }) => section === 'noticeTemplates').map(({ definition }) => definition.id),
  );
  const named = sourceFiles('.ts')
    .filter(({ name }) => /^(engines|apps)\//.test(name) && !isTest(name) && !name.includes('/fixtures/'))
    .flatMap(({ name, code }) =>
      [...code.matchAll(/\btemplate: '([a-z][\w.-]+)'/g)].map(([, id = '']) => ({ name, id })),
    );
  assert.ok(named.length >= 2);
  assert.deepEqual(
    named.filter(({ id }) => !told.has(id)),
    [],
  );
});
