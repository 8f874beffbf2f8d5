import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#tests/support/pg.ts';
import { testParts } from '#tests/support/parts.ts';
import { createOrganisationEngine } from '#engines/organisation/server';
import { people, plan, ports } from '../fixtures/small-district.ts';

const database = await testDatabase();
const parts = await testParts(database, { demo: true });
const engine = createOrganisationEngine(parts, ports);
await engine.plantOrganisation(plan);

test('a lent post is like the widest one, ranges over the other place, and is lent once', async () => {
  const lent = { person: people.chief, scope: '44.03.11.', title: '光明区' };
  assert.equal(await engine.lendPost(lent), true);
  assert.equal(await engine.lendPost(lent), false);
  const posts = await engine.postsOf('440310', people.chief);
  assert.deepEqual(posts.map((post) => post.scope).sort(), ['44.03.10.', '44.03.11.']);
  assert.equal(new Set(posts.map((post) => post.role)).size, 1);
});

test('nobody without a post is lent one', async () => {
  const stranger = '0196fdf7-2a80-7000-8000-0000000000ff';
  assert.equal(await engine.lendPost({ person: stranger, scope: '44.03.11.', title: '光明区' }), false);
});
