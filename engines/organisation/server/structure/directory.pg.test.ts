import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, id, people, plan, ports, posts } from '../fixtures/small-district.ts';
import { createOrganisationEngine } from '#engines/organisation/server';

const database = await testDatabase();
const parts = await testParts(database);
const engine = createOrganisationEngine(parts, ports);
const elsewhere = createOrganisationEngine(await testParts(database), ports);
await engine.plantOrganisation(plan);

test('the body of a kind is found nearest above a place', async () => {
  const find = async (kind: string, path: string) => (await engine.findBody('440310', kind, path))?.name;
  assert.equal(await find('office', '44.03.10.001.001.g07.'), '龙田办事处');
  assert.equal(await find('office', '44.03.10.002.'), '坑梓办事处');
  assert.equal(await find('office', '44.03.10.003.001.'), '区治理中心');
  assert.equal(await find('police', '44.03.10.001.001.g07.'), '坪山公安分局');
  assert.equal(await find('office', '44.03.11.001.'), undefined);
  assert.equal(await find('fire', '44.03.10.001.'), undefined);
});

test('bodies to choose: those above the place, nearest first; with words others of the district too', async () => {
  const choose = async (path: string, words?: string) =>
    (await engine.bodiesToChoose('440310', path, words)).map((body) => body.name);
  assert.deepEqual(await choose('44.03.10.001.001.'), ['龙田办事处', '区治理中心', '坪山公安分局']);
  assert.deepEqual(await choose('44.03.10.001.001.', '办事处'), ['龙田办事处', '坑梓办事处']);
  assert.deepEqual(await choose('44.03.10.', '龙田'), ['龙田办事处']);
});

test('bodies are ensured by kind and name: a repeat makes nothing, two at once make each once', async () => {
  const wanted = [
    { name: '龙田街道综合执法队', kind: 'acting-unit', territory: '44.03.10.001.' },
    { name: '环境保护和水务局', kind: 'acting-unit', territory: '44.03.10.' },
    { name: '龙田街道综合执法队', kind: 'acting-unit', territory: '44.03.10.001.' },
    { name: '坪山公安分局', kind: 'police', territory: '44.03.10.001.' },
  ];
  await elsewhere.findBody('440310', 'acting-unit', '44.03.10.');
  const [one, two] = await Promise.all([engine.ensureBodies('440310', wanted), engine.ensureBodies('440310', wanted)]);
  assert.equal(one.made + two.made, 2);
  assert.deepEqual(one.ids, two.ids);
  assert.equal(one.ids[0], one.ids[2]);
  assert.equal(one.ids[3], bodies.police);
  assert.deepEqual(await engine.ensureBodies('440310', wanted), { ids: one.ids, made: 0 });
  assert.equal((await engine.findBody('440310', 'acting-unit', '44.03.10.001.001.'))?.id, one.ids[0]);
  for (let turn = 0; turn < 40 && !(await elsewhere.findBody('440310', 'acting-unit', '44.03.10.')); turn++)
    await wait(25);
  assert.equal((await elsewhere.findBody('440310', 'acting-unit', '44.03.10.'))?.id, one.ids[1]);
});

test('bodies ensured within a transaction go with it', async () => {
  const wanted = [{ name: '一时之队', kind: 'acting-unit', territory: '44.03.10.' }];
  await assert.rejects(
    parts.sql.transaction().execute(async (trx) => {
      assert.equal((await engine.ensureBodies('440310', wanted, trx)).made, 1);
      throw new Error('changed my mind');
    }),
    /changed my mind/,
  );
  assert.equal((await engine.ensureBodies('440310', wanted)).made, 1);
});

test('names of persons and bodies, and the posts a person holds', async () => {
  assert.deepEqual(
    [...(await engine.namesOfPersons('440310', [people.chief, id(9), people.clerk, people.chief]))],
    [
      [people.chief, 'Chief'],
      [people.clerk, 'Clerk'],
    ],
  );
  assert.deepEqual(
    [...(await engine.namesOfBodies('440310', [bodies.kengzi, id(9)]))],
    [[bodies.kengzi, '坑梓办事处']],
  );
  assert.deepEqual(await engine.postsOf('440310', people.worker), [
    {
      id: posts.worker,
      role: 'worker',
      title: '网格员',
      body: bodies.longtian,
      scope: '44.03.10.001.001.',
      keptIn: '440310',
      district: '440310',
    },
  ]);
});

test('planting again changes nothing', async () => {
  const count = async () =>
    Promise.all(
      ['body', 'body_superior', 'post', 'person', 'holder', 'account'].map(
        async (table) =>
          (
            await database.sql
              .selectFrom(table)
              .select((make) => make.fn.countAll().as('n'))
              .execute()
          )[0]?.['n'],
      ),
    );
  const before = await count();
  await engine.plantOrganisation(plan);
  assert.deepEqual(await count(), before);
});
