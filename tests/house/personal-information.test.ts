import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sealedColumns } from '../../apps/server/sealed-columns.ts';
import { currentCatalogue } from '../../apps/server/commands/privacy.ts';
import { heldByTheHouse } from '../../apps/server/privacy/held-by-the-house.ts';
import { readRoot } from './source-files.ts';

test('security 43: docs/personal-information.md says what the packs and the house declare (lifang privacy catalogue --write)', async () => {
  assert.equal(readRoot('docs/personal-information.md'), await currentCatalogue());
});

test('security 43: every sealed column that holds people’s data stands in the catalogue', async () => {
  const text = await currentCatalogue();
  const notAboutPeople = ['setting', 'oidc_flow'];
  for (const { table } of sealedColumns.filter((one) => !notAboutPeople.includes(one.table)))
    assert.match(text, new RegExp(`\`[^\`]*${table}\\b`), table);
  for (const { what, sealed, where } of heldByTheHouse.filter((one) => one.sealed))
    assert.ok(sealed && where.length > 0, what.zh);
});
