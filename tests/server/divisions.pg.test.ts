import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql as raw } from 'kysely';
import { chinaDate } from '#kernel/instant';
import { type CaseEvent, evolve, fold, noCase } from '#engines/case/model';
import { createRelocate as relocateCases } from '../../engines/case/server/relocate.ts';
import { ports as figurePorts } from '../../engines/indicator/server/fixtures/small-figures.ts';
import type { FactIndicator } from '#engines/indicator/model';
import { createIndicatorEngine } from '#engines/indicator/server';
import { createRelocate as relocateOrganisation } from '../../engines/organisation/server/structure/relocate.ts';
import { codeToPath, inScope, pathToCode } from '#engines/territory/model';
import { newId, sessionAt, startTerritory } from '../../engines/territory/server/fixtures/small-district.ts';
import { testParts } from '#tests/support/parts.ts';
import { pastCase } from '#tests/support/past-case.ts';
import { testDatabase } from '#tests/support/pg.ts';

const database = await testDatabase();
const parts = await testParts(database);
const cases = relocateCases(parts.live);
const organisation = relocateOrganisation(parts, { tellChanged: () => undefined });
const figures = createIndicatorEngine(parts, {
  ...figurePorts,
  placesOf: cases.placesOf,
  findNode: async (code) => {
    const node = await territory.engine.findNodeEver(code);
    return node && { path: node.path, code: node.code, name: node.name, ended: node.ended !== undefined };
  },
  childrenAtLevel: (path, level) => territory.engine.childrenAtLevel(path, level),
  childrenBetween: (path, level, from, to) => territory.engine.childrenBetween(path, level, from, to),
});
const territory = await startTerritory(parts, {
  followers: [organisation.follower, cases.follower, figures.relocate],
});
const today = chinaDate(parts.clock());

/** A node as the test knows it: by its name, which nobody else has and which goes with it whatever its code becomes. */
interface Known {
  name: string;
  parent: Known | null;
  level: 'district' | 'street' | 'community' | 'grid';
  children: Known[];
}
interface World {
  readonly district: string;
  readonly root: Known;
  readonly matters: Map<string, Known>;
  readonly posts: Map<string, Known>;
  readonly by: Awaited<ReturnType<typeof startTerritory>>['as'] extends (session: never) => infer Ask ? Ask : never;
}

const all = (node: Known): Known[] => [node, ...node.children.flatMap(all)];
const lies = (node: Known | null, above: Known): boolean =>
  node !== null && (node === above || lies(node.parent, above));

let made = 0;
const planted = async (shape: readonly (readonly number[])[]): Promise<World> => {
  made += 1;
  const district = `9902${String(made).padStart(2, '0')}`;
  const top = codeToPath(district);
  const root: Known = { name: `区${district}`, parent: null, level: 'district', children: [] };
  const nodes = [
    { path: '99.', name: '演示省', level: 'province' },
    { path: '99.02.', name: '演示市', level: 'city' },
    { path: top, name: root.name, level: 'district' },
  ];
  shape.forEach((communities, s) => {
    const street: Known = { name: `街${district}-${s}`, parent: root, level: 'street', children: [] };
    root.children.push(street);
    const streetPath = `${top}${String(s + 1).padStart(3, '0')}.`;
    nodes.push({ path: streetPath, name: street.name, level: 'street' });
    communities.forEach((grids, c) => {
      const community: Known = { name: `居${district}-${s}-${c}`, parent: street, level: 'community', children: [] };
      street.children.push(community);
      const communityPath = `${streetPath}${String(c + 1).padStart(3, '0')}.`;
      nodes.push({ path: communityPath, name: community.name, level: 'community' });
      for (let g = 0; g < grids; g += 1) {
        const grid: Known = { name: `格${district}-${s}-${c}-${g}`, parent: community, level: 'grid', children: [] };
        community.children.push(grid);
        nodes.push({ path: `${communityPath}g${String(g + 1).padStart(2, '0')}.`, name: grid.name, level: 'grid' });
      }
    });
  });
  await territory.engine.plantTerritory(nodes);
  return { district, root, matters: new Map(), posts: new Map(), by: territory.as(sessionAt(top)) };
};

const pathsByName = async (district: string): Promise<Map<string, string>> => {
  const { rows } = await raw<{ name: string; path: string }>`select name, path from territory
    where district = ${district} and valid_to is null`.execute(parts.sql);
  return new Map(rows.map((row) => [row.name, row.path]));
};

const fill = async (world: World, where: readonly number[]): Promise<void> => {
  const { district, root } = world;
  const paths = await pathsByName(district);
  const nodes = all(root);
  const body = newId();
  await raw`insert into body (district, id, name, kind, territory) values (${district}, ${body}, '办事处', 'street', ${codeToPath(district)})`.execute(
    parts.sql,
  );
  for (const node of nodes) {
    const id = newId();
    world.posts.set(id, node);
    await raw`insert into post (district, id, body, title, role, scope)
      values (${district}, ${id}, ${body}, ${node.name}, 'community-staff', ${paths.get(node.name)})`.execute(
      parts.sql,
    );
  }
  for (const number of where) {
    const node = nodes[number % nodes.length] as Known;
    const id = newId();
    world.matters.set(id, node);
    await report(district, id, paths.get(node.name) ?? '');
  }
};

const report = async (
  district: string,
  id: string,
  path: string,
  point: { lng: number; lat: number } | null = null,
): Promise<void> => {
  const event = pastCase(id, path, point);
  const state = evolve(noCase, event);
  await raw`insert into case_file (district, id, number, playbook, playbook_version, stage, status, path, place, lng, lat,
      category, title, channel, reporter_kind, reported_at, version, state)
    values (${district}, ${id}, ${event.number}, 'test.past', 1, 'done', 'closed', ${path}, '', ${point?.lng ?? null}, ${point?.lat ?? null},
      '1', '事项', 'file', 'imported', ${event.at}, 1, ${JSON.stringify(state)})`.execute(parts.sql);
  await raw`insert into case_event (district, case_id, seq, id, type, at, data)
    values (${district}, ${id}, 1, ${newId()}, 'CaseImported', ${event.at}, ${JSON.stringify(event)})`.execute(
    parts.sql,
  );
  await raw`insert into fact (district, id, kind, at, cohort_at, path, subject)
    values (${district}, ${newId()}, 'case.reported', ${event.at}, ${event.at}, ${path}, ${id})`.execute(parts.sql);
};

/** Carries a change out as a person does: draft, then apply. */
const carryOut = async (world: Pick<World, 'by'>, change: object): Promise<void> => {
  const drafted = await world.by('POST', '/api/territory-changes', { id: newId(), change, on: today, basis: '试验' });
  assert.equal(drafted.status, 200, JSON.stringify(drafted.body));
  const done = await world.by('POST', `/api/territory-changes/${drafted.body.id}/apply`, {
    expectedVersion: drafted.body.version,
  });
  assert.equal(done.status, 200, JSON.stringify([change, done.body]));
};

const transfer = (world: World, from: Known, to: Known, people: Known = to): void => {
  for (const [id, node] of world.matters) if (node === from) world.matters.set(id, to);
  for (const [id, node] of world.posts) if (node === from) world.posts.set(id, people);
};
const leave = (node: Known): void => {
  if (node.parent) node.parent.children = node.parent.children.filter((one) => one !== node);
};
const settle = (node: Known, parent: Known): void => {
  leave(node);
  node.parent = parent;
  parent.children.push(node);
};

let names = 0;
/** One random change that is possible in this world, in the model and in earnest. */
const change = async (world: World, kind: number, a: number, b: number): Promise<void> => {
  const nodes = all(world.root);
  const paths = await pathsByName(world.district);
  const codeOf = (node: Known): string => pathToCode(paths.get(node.name) ?? '');
  const of = (level: Known['level']): Known[] => nodes.filter((node) => node.level === level);
  const [streets, communities] = [of('street'), of('community')];
  const pick = (list: Known[], number: number): Known | undefined => list[number % Math.max(1, list.length)];
  const [one, other] = [pick(communities, a), pick(communities, b)];
  names += 1;
  if (!one) return;
  if (kind === 0) {
    const to = pick(streets, b);
    if (!to || to === one.parent) return;
    await carryOut(world, { kind: 'move', code: codeOf(one), parent: codeOf(to) });
    settle(one, to);
  } else if (kind === 1) {
    if (!other || other === one) return;
    await carryOut(world, { kind: 'merge', codes: [codeOf(one), codeOf(other)], into: { code: codeOf(other) } });
    for (const child of one.children) settle(child, other);
    transfer(world, one, other);
    leave(one);
  } else if (kind === 2) {
    if (!other || other === one || !one.parent) return;
    const name = `并${world.district}-${names}`;
    const step = String(200 + names).slice(-3);
    await carryOut(world, {
      kind: 'merge',
      codes: [codeOf(one), codeOf(other)],
      into: { parent: codeOf(one.parent), step, name },
    });
    const merged: Known = { name, parent: one.parent, level: 'community', children: [] };
    one.parent.children.push(merged);
    for (const node of [one, other]) {
      for (const child of node.children) settle(child, merged);
      transfer(world, node, merged);
      leave(node);
    }
  } else if (kind === 3 || kind === 4) {
    const { parent } = one;
    if (!parent) return;
    const keeps = kind === 3;
    const half = Math.ceil(one.children.length / 2);
    const [first, second] = [one.children.slice(0, half), one.children.slice(half)];
    const part: Known = { name: `分${world.district}-${names}`, parent, level: 'community', children: [] };
    const kept: Known = keeps
      ? one
      : { name: `留${world.district}-${names}`, parent, level: 'community', children: [] };
    const base = 500 + 2 * names;
    await carryOut(world, {
      kind: 'split',
      code: codeOf(one),
      carriesOn: b % 2,
      parts: [
        {
          name: kept.name,
          children: first.map(codeOf),
          ...(keeps ? {} : { step: String(base).slice(-3) }),
        },
        { name: part.name, step: String(base + 1).slice(-3), children: second.map(codeOf) },
      ],
    });
    transfer(world, one, parent, b % 2 === 0 ? kept : part);
    parent.children.push(part);
    for (const child of second) settle(child, part);
    if (!keeps) {
      parent.children.push(kept);
      for (const child of first) settle(child, kept);
      leave(one);
    }
  } else {
    const grid = pick(of('grid'), a);
    const to = pick(communities, b);
    if (!grid?.parent || !to) return;
    if (to === grid.parent) {
      await carryOut(world, { kind: 'end', code: codeOf(grid) });
      transfer(world, grid, grid.parent);
      leave(grid);
    } else {
      await carryOut(world, { kind: 'move', code: codeOf(grid), parent: codeOf(to) });
      settle(grid, to);
    }
  }
};

const ask = (at: string, division: 'now' | 'then', by?: string) =>
  figures.askFigures({
    ids: ['test.reported'],
    at,
    from: '2025-01-01',
    to: '2027-01-01',
    division,
    ...(by ? { by } : {}),
  });
const rowsOf = async (at: string, division: 'now' | 'then', by: string): Promise<Record<string, number>> => {
  const { rows, whole } = await ask(at, division, by);
  assert.equal(
    rows.reduce((sum, row) => sum + row.numerator, 0),
    whole[0]?.numerator,
    'rows add up to the whole',
  );
  return Object.fromEntries(
    rows.filter((row) => row.numerator > 0).map((row) => [row.own ? 'own' : row.name, row.numerator]),
  );
};

test('security 19, S008: after any splits, merges and moves every reader sees exactly what lies in his range now', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.array(fc.nat(50), { minLength: 3, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(5), fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 6 }),
      async (shape, where, changes) => {
        const world = await planted(shape);
        await fill(world, where);
        const before = await rowsOf(world.district, 'then', 'grid');
        const total = world.matters.size;
        for (const [kind, a, b] of changes) await change(world, kind, a, b);

        const paths = await pathsByName(world.district);
        const [files, posts] = await Promise.all([
          raw<{
            id: string;
            path: string;
            state: unknown;
            version: number;
          }>`select id, path, state, version from case_file
            where district = ${world.district}`.execute(parts.sql),
          raw<{ id: string; scope: string }>`select id, scope from post where district = ${world.district}`.execute(
            parts.sql,
          ),
        ]);
        for (const { id, path } of files.rows) assert.equal(path, paths.get(world.matters.get(id)?.name ?? ''));
        for (const { id, scope } of posts.rows) assert.equal(scope, paths.get(world.posts.get(id)?.name ?? ''));
        for (const { id: post, scope } of posts.rows) {
          const node = world.posts.get(post) as Known;
          const seen = files.rows.filter((one) => inScope(one.path, scope)).map((one) => one.id);
          const expected = [...world.matters].filter(([, at]) => lies(at, node)).map(([id]) => id);
          assert.deepEqual(seen.sort(), expected.sort());
        }
        for (const { id, path, state, version } of files.rows) {
          const { rows } = await raw<{ data: CaseEvent; seq: number }>`select data, seq from case_event
            where district = ${world.district} and case_id = ${id} order by seq`.execute(parts.sql);
          const folded = fold(rows.map((row) => row.data));
          assert.deepEqual(folded, state);
          assert.ok(folded.status !== 'none' && folded.place.path === path);
          assert.equal(rows.at(-1)?.seq, version);
        }
        // Figures: the whole is the same under both divisions; what was recorded stays what it was.
        for (const division of ['now', 'then'] as const)
          assert.equal((await ask(world.district, division)).whole[0]?.numerator, total);
        assert.deepEqual(await rowsOf(world.district, 'then', 'grid'), before);
        const now = await rowsOf(world.district, 'now', 'community');
        const expected: Record<string, number> = {};
        for (const at of world.matters.values()) {
          const community = all(world.root).find((node) => node.level === 'community' && lies(at, node));
          expected[community?.name ?? 'own'] = (expected[community?.name ?? 'own'] ?? 0) + 1;
        }
        assert.deepEqual(now, expected);
        const { rows: counted } = await raw<{ path: string; child_count: number; children: number }>`
          select t.path, t.child_count, (select count(*)::int from territory c where c.parent = t.path and c.valid_to is null) as children
          from territory t where t.district = ${world.district} and t.valid_to is null`.execute(parts.sql);
        for (const one of counted) assert.equal(one.child_count, one.children, one.path);
      },
    ),
    { numRuns: 20 },
  );
});

test('a matter at a split node goes to the part that holds its point; without a point it counts above, never guessed', async () => {
  const world = await planted([[0, 0]]);
  const top = codeToPath(world.district);
  const square = (west: number) => ({
    type: 'Polygon',
    coordinates: [[[west, 22], [west + 0.01, 22], [west + 0.01, 22.01], [west, 22.01], [west, 22]]],
  }); // biome-ignore format: corners
  const [inWest, inEast, nowhere] = [newId(), newId(), newId()];
  await report(world.district, inWest, `${top}001.001.`, { lng: 114.005, lat: 22.005 });
  await report(world.district, inEast, `${top}001.001.`, { lng: 114.015, lat: 22.005 });
  await report(world.district, nowhere, `${top}001.001.`);
  await carryOut(world, {
    kind: 'split',
    code: `${world.district}001001`,
    carriesOn: 0,
    parts: [
      { name: '西居', children: [], boundary: { datum: 'WGS-84', geometry: square(114) } },
      { name: '东居', step: '007', children: [], boundary: { datum: 'WGS-84', geometry: square(114.01) } },
    ],
  });
  const { rows } = await raw<{ id: string; path: string }>`
    select id, path from case_file where district = ${world.district}`.execute(parts.sql);
  const at = new Map(rows.map((row) => [row.id, row.path]));
  assert.deepEqual(
    [at.get(inWest), at.get(inEast), at.get(nowhere)],
    [`${top}001.001.`, `${top}001.007.`, `${top}001.`],
  );
  assert.deepEqual(await rowsOf(`${world.district}001`, 'now', 'community'), { 西居: 1, 东居: 1, own: 1 });
  const opened = await figures.openFigure({
    indicator: figures.getIndicator('test.reported') as FactIndicator,
    at: { path: `${top}001.`, code: `${world.district}001`, name: '街' },
    from: '2025-01-01',
    to: '2027-01-01',
    part: 'numerator',
    outside: 'community',
  });
  assert.deepEqual(
    opened.rows.map((row) => row.subject),
    [nowhere],
  );
  const then = await ask(`${world.district}001001`, 'then');
  assert.equal(then.whole[0]?.numerator, 3);
});

test('what is being written while a change is carried out follows shortly after', async () => {
  const world = await planted([[1], [1]]);
  const top = codeToPath(world.district);
  await report(world.district, newId(), `${top}001.001.g01.`);
  const writer = await parts.sql.connection().execute(async (connection) => {
    await raw`begin`.execute(connection);
    const late = newId();
    await raw`insert into case_file (district, id, number, playbook, playbook_version, stage, status, path, place, category, title,
        channel, reporter_kind, reported_at, version, state)
      select district, ${late}::uuid, ${late.slice(-10)}, playbook, playbook_version, stage, status, path, place, category, title,
        channel, reporter_kind, reported_at, version, jsonb_set(state, '{id}', to_jsonb(${late}::text))
      from case_file where district = ${world.district} limit 1`.execute(connection);
    await carryOut(world, { kind: 'move', code: `${world.district}001001`, parent: `${world.district}002` });
    await raw`commit`.execute(connection);
    return late;
  });
  const placeOf = async (): Promise<string | undefined> =>
    (await raw<{ path: string }>`select path from case_file where id = ${writer}`.execute(parts.sql)).rows[0]?.path;
  for (let turn = 0; turn < 80 && (await placeOf()) !== `${top}002.002.g01.`; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(await placeOf(), `${top}002.002.g01.`);
});
