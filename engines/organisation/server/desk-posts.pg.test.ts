import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { createOrganisationEngine } from '#engines/organisation/server';
import { bodies, id, people, plan, ports, posts } from './fixtures/small-district.ts';

const database = await testDatabase();
// Monday 2 March 2026, 10:00 in China.
const clock = testClock('2026-03-02T02:00:00.000Z');
const parts = await testParts(database, { clock });
const engine = createOrganisationEngine(parts, ports);
await engine.plantOrganisation(plan);
const district = '440310';
const grid = '44.03.10.001.001.g07.';

test('posts in whose hands something lies: of roles whose range holds the place, and of bodies', async () => {
  const of = async (roles: readonly string[], asked: readonly string[] = []) =>
    [...(await engine.postsFor(district, { path: grid, roles, bodies: asked }))].sort();
  assert.deepEqual(await of(['worker']), [posts.worker]);
  assert.deepEqual(await of(['worker', 'chief']), [posts.chief, posts.worker].sort());
  // Of a body that has others, those who work their range alone do not get what the body is given; else they do.
  assert.deepEqual(await of([], [bodies.longtian]), [posts.clerk, posts.keeper].sort());
  const own = await engine.postsOfBody(district, bodies.longtian, { path: grid, category: '0901' });
  assert.ok(own.length > 0 && own.every((one) => one.post !== posts.worker));
  assert.deepEqual(await of([], [bodies.kengzi]), [posts.other]);
  assert.deepEqual(await of([]), []);
  await raw`update post set abolished_on = '2026-02-01' where id = ${posts.other}`.execute(database.sql);
  assert.deepEqual(await of([], [bodies.kengzi]), []);
});

test('S089, S682: the posts of a body say who answers for the line, who is away and who is on duty', async () => {
  await raw`insert into line_post (district, line, path, slot, post, changed_at) values
    (${district}, 'safety', '44.03.10.001.', 'A', ${posts.clerk}, now()),
    (${district}, 'safety', '44.03.10.001.', 'B', ${posts.keeper}, now())`.execute(database.sql);
  const ask = async (category: string) => {
    const found = await engine.postsOfBody(district, bodies.longtian, { path: grid, category });
    const told = found.map((one) => [one.post, one.slot, one.away, one.onDuty] as const);
    return new Map(told.map(([post, ...rest]) => [post, rest]));
  };
  assert.deepEqual((await ask('0401')).get(posts.clerk), ['A', false, false]);
  assert.deepEqual((await ask('0401')).get(posts.keeper), ['B', false, false]);
  assert.deepEqual((await ask('0901')).get(posts.clerk), [null, false, false]);
  await raw`insert into absence (district, id, person, from_day, to_day, kind, made_by, made_at)
    values (${district}, ${id(401)}, ${people.clerk}, '2026-03-01', '2026-03-05', 'leave', ${people.chief}, now())`.execute(
    database.sql,
  );
  await raw`insert into shift (district, id, path, name, kind, starts_at, ends_at, person)
    values (${district}, ${id(402)}, '44.03.10.001.', '值班', 'ordinary', '2026-03-02T00:00:00Z', '2026-03-02T12:00:00Z',
      ${people.keeper})`.execute(database.sql);
  assert.deepEqual((await ask('0401')).get(posts.clerk), ['A', true, false]);
  assert.deepEqual((await ask('0401')).get(posts.keeper), ['B', false, true]);
  const anywhere = await engine.postsOfBody(district, null, { path: grid, category: '0401' });
  assert.deepEqual(anywhere.map((one) => one.slot).sort(), ['A', 'B']);
  assert.deepEqual(await engine.postsOfBody(district, null, { path: grid, category: '0901' }), []);
  assert.deepEqual(await engine.personsOnDuty(district, grid, 'keeper', clock.now()), [people.keeper]);
  assert.deepEqual(await engine.personsOnDuty(district, grid, 'clerk', clock.now()), []);
  clock.set('2026-03-02T13:00:00.000Z');
  assert.deepEqual(await engine.personsOnDuty(district, grid, 'keeper', clock.now()), []);
});
