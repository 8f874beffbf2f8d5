import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { actorOf } from './readers.ts';
import {
  bodies,
  type Caller,
  district,
  newId,
  people,
  sessionOf,
  startCases,
  roles,
} from './fixtures/case-district.ts';
import type { CaseHistory } from './use-cases.ts';

const known = new Map(roles.map((role) => [role.id, role]));
const database = await testDatabase();
const parts = await testParts(database);
const { as, engine } = await startCases(parts);

/** Paths with the traps of neighbours: `g1` beside `g10`, a street beside its own community. */
const paths = [
  '99.01.01.',
  '99.01.01.001.',
  '99.01.01.001.001.',
  '99.01.01.001.001.g1.',
  '99.01.01.001.001.g10.',
  '99.01.01.001.001.g10.b1.',
  '99.01.01.001.002.',
  '99.01.01.002.',
  '99.01.01.002.001.g1.',
] as const;
const hands = [bodies.works, bodies.roads] as const;
const dispatcher = actorOf(sessionOf('派单', { role: 'dispatcher', scope: '99.01.01.' }));
const worker = actorOf(sessionOf('网格', { role: 'worker', scope: '99.01.01.' }));

interface Row {
  readonly id: string;
  readonly path: string;
  /** Bodies that have or had the work, in order. */
  readonly given: readonly string[];
}
let moment = Date.parse('2026-03-02T01:00:00.000Z');
const rows: Row[] = [];
const plant = async (): Promise<void> => {
  const histories: CaseHistory[] = paths.flatMap((path) =>
    [[], [bodies.works], [bodies.roads], [bodies.works, bodies.roads]].map((given): CaseHistory => {
      moment += 61_000;
      const now = new Date(moment).toISOString();
      const id = newId();
      rows.push({ id, path, given });
      const send = given.slice(0, 1).map((body) => ({ action: 'send', form: { body }, actor: dispatcher, now }));
      const pass = given.slice(1).map((body) => ({
        action: 'pass',
        form: { body, why: '不属我单位' },
        actor: actorOf(sessionOf('承办', { role: 'handler', scope: '99.', body: given[0] ?? '' })),
        now,
      }));
      return {
        report: {
          district,
          id,
          playbook: 'test.repair',
          category: '0101',
          place: { path, point: null, text: '' },
          values: {},
          channel: 'qr',
          reporter: { kind: 'anonymous', person: null, enteredBy: null },
          actor: { kind: 'reporter', person: null },
          now,
        },
        steps: given.length === 0 ? [] : [{ action: 'accept', form: {}, actor: worker, now }, ...send, ...pass],
      };
    }),
  );
  const { written, refused } = await engine.writeHistories(histories);
  assert.deepEqual(refused, []);
  assert.equal(written, rows.length);
};
await plant();

const post = fc.record({
  role: fc.constantFrom('worker', 'dispatcher', 'inspector', 'handler', 'manager', 'clerk-of-accounts'),
  scope: fc.constantFrom(...paths),
  body: fc.constantFrom(bodies.street, ...hands),
});
type Held = { role: string; scope: string; body: string };

/** What the reading rule says, in plain words over all rows: a body that passed its task on reads it no more. */
const readable = (posts: readonly Held[], row: Row): boolean =>
  posts.some(({ role, scope, body }) => {
    const found = known.get(role);
    if (!found?.permissions.includes('case.read')) return false;
    return (found.reads !== 'tasks' && row.path.startsWith(scope)) || row.given.at(-1) === body;
  });

const everyPage = async (caller: Caller, query: string): Promise<string[]> => {
  const found: string[] = [];
  let after = '';
  let total = -1;
  do {
    const { status, body } = await caller('GET', `/api/cases?size=7&${query}${after}`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.ok(total === -1 || total === body.total);
    total = body.total;
    found.push(...body.rows.map((row: { id: string }) => row.id));
    after = body.next ? `&after=${body.next}` : '';
  } while (after);
  assert.equal(new Set(found).size, found.length, 'a row stands twice');
  assert.equal(total, found.length, 'the total is not the number of rows');
  return found.sort();
};

test('security 19: lists, counts, single matters and pages show exactly what the reading rule allows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 3 }), async (posts) => {
      const caller = as(sessionOf('某人', ...posts));
      const allowed = posts.some((held) => known.get(held.role)?.permissions.includes('case.read'));
      if (!allowed) {
        assert.equal((await caller('GET', '/api/cases')).status, 403);
        return;
      }
      const expected = rows.filter((row) => readable(posts, row));
      const ids = expected.map((row) => row.id).sort();
      assert.deepEqual(await everyPage(caller, ''), ids);
      assert.deepEqual(await everyPage(caller, 'sort=due'), ids);
      const below = rows.filter((row) => row.path.startsWith('99.01.01.001.001.') && readable(posts, row));
      assert.deepEqual(await everyPage(caller, 'at=990101001001'), below.map((row) => row.id).sort());
      for (const row of rows.filter((_, index) => index % 5 === 0)) {
        const { status } = await caller('GET', `/api/cases/${row.id}`);
        assert.equal(status, readable(posts, row) ? 200 : 404, row.path);
      }
    }),
    { numRuns: 40 },
  );
});

test('the inbox holds what waits for my posts, and its counts agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 3 }), async (posts) => {
      const working = posts.filter((held) => known.get(held.role)?.permissions.includes('case.act'));
      if (working.length === 0) return;
      const caller = as(sessionOf('某人', ...posts));
      const waits = rows.filter(({ path, given }) =>
        working.some(({ role, scope, body }) =>
          given.length === 0 ? role === 'worker' && path.startsWith(scope) : given.at(-1) === body,
        ),
      );
      assert.deepEqual(await everyPage(caller, 'view=inbox'), waits.map((row) => row.id).sort());
      const { body } = await caller('GET', '/api/inbox/count');
      assert.equal(body.waiting, waits.length);
      assert.equal(body.overdue + body.soon <= body.waiting, true);
    }),
    { numRuns: 40 },
  );
});

test('open work of posts is counted in one question', async () => {
  const asked = [
    { id: newId(), role: 'worker', body: bodies.street, forBody: true, scope: '99.01.01.001.001.g1.', district },
    { id: newId(), role: 'handler', body: bodies.roads, forBody: true, scope: '99.01.01.', district },
  ];
  const counts = await engine.countOpenCases(asked);
  assert.deepEqual(
    asked.map((one) => counts.get(one.id)),
    [1, paths.length * 2],
  );
});

test('another district sees nothing, whatever it asks for', async () => {
  const stranger = as(people.otherDistrict);
  assert.deepEqual((await stranger('GET', '/api/cases')).body.rows, []);
  assert.deepEqual((await stranger('GET', '/api/cases?at=990101')).body.rows, []);
  assert.equal((await stranger('GET', `/api/cases/${rows[0]?.id}`)).status, 404);
  const act = await stranger('POST', `/api/cases/${rows[0]?.id}/actions`, { id: newId(), action: 'accept', form: {} });
  assert.equal(act.status, 404);
});

test('filters go together, and a broken page mark is refused', async () => {
  const manager = as(people.manager);
  const search = async (query: string): Promise<number> => (await manager('GET', `/api/cases?${query}`)).body.total;
  assert.equal(await search('status=closed'), 0);
  assert.equal(await search('status=open&category=01'), rows.length);
  assert.equal(await search('category=0102'), 0);
  assert.equal(await search('stage=received'), paths.length);
  assert.equal(await search(`body=${bodies.works}`), paths.length);
  assert.equal(await search('from=2026-03-02&to=2026-03-03'), rows.length);
  assert.equal(await search('to=2026-03-02'), 0);
  assert.equal(await search(`words=${encodeURIComponent('电梯')}`), rows.length);
  assert.equal(await search(`words=${encodeURIComponent('100%_')}`), 0);
  assert.equal(await search('light=red'), rows.length);
  assert.equal(await search('light=green'), 0);
  for (const after of ['nonsense', Buffer.from('["due",null,"x",1]').toString('base64url')]) {
    assert.equal((await manager('GET', `/api/cases?after=${after}`)).status, 400);
  }
});
