import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql as raw } from 'kysely';
import { chinaDate, instantOf } from '#kernel/instant';
import { uuidv7 } from '#kernel/ids';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { type SignedIn, signIn } from '#tests/support/sign-in.ts';

let one: TestServer;
let two: TestServer;
before(async () => {
  one = await startTestServer({ demo: true });
  two = await startTestServer({ demo: true, beside: one });
});
after(async () => {
  await two.stop();
  await one.stop();
});

interface Me {
  readonly posts: readonly { readonly scope: { readonly code: string } }[];
}
const scopeOf = async (who: SignedIn): Promise<string> =>
  ((await (await who.get('/api/me')).json()) as Me).posts[0]?.scope.code ?? '';
const totalOf = async (who: SignedIn): Promise<number> =>
  ((await (await who.get('/api/cases?size=1')).json()) as { total: number }).total;
const json = async <Body>(answer: Promise<Response>): Promise<Body> => {
  const got = await answer;
  assert.equal(got.status, 200, await got.clone().text());
  return (await got.json()) as Body;
};

test('security 19: after a community moved, sessions of another process have the new scope within a second', async () => {
  const [worker, dispatcher, manager] = [
    await signIn(two.url, 'shequ'),
    await signIn(two.url, 'paidan'),
    await signIn(one.url, 'quzhang'),
  ];
  const old = await scopeOf(worker);
  assert.equal(old, '990101001001');
  const [mine, streets, all] = [await totalOf(worker), await totalOf(dispatcher), await totalOf(manager)];
  assert.ok(mine > 0 && streets > mine);

  const change = { kind: 'move', code: old, parent: '990101002' };
  const on = chinaDate(instantOf(Date.now()));
  const drafted = await json<{ id: string; version: number }>(
    manager.post('/api/territory-changes', {
      id: uuidv7(Date.now(), randomBytes(10)),
      change,
      on,
      basis: '青府函〔2026〕12 号',
    }),
  );
  const applied = await json<{ state: string; moved: { what: string; count: number }[] }>(
    manager.post(`/api/territory-changes/${drafted.id}/apply`, { expectedVersion: drafted.version }),
  );
  assert.equal(applied.state, 'applied');
  assert.ok(applied.moved.some(({ what, count }) => what === 'case.open' && count > 0));

  const started = performance.now();
  while ((await scopeOf(worker)) === old && performance.now() - started < 3000) await wait(20);
  assert.ok(performance.now() - started < 1000, `it took ${Math.round(performance.now() - started)} ms`);
  assert.match(await scopeOf(worker), /^990101002[0-9]{3}$/);
  assert.equal(await totalOf(worker), mine, 'the community sees its matters as before');
  const scope = await scopeOf(worker);
  // What a body was given to do, and what one reported oneself, one goes on reading, wherever the place lies.
  const kept = await json<{ total: number; rows: { id: string }[] }>(dispatcher.get(`/api/cases?at=${scope}&size=50`));
  const own = await raw<{ id: string }>`
    select g.case_id as id from case_grant g
    where (g.ended_at is null or g.ended_at > now()) and g.body in (
      select p.body from account a join holding h on h.person = a.person join post p on p.id = h.post
      where a.name = 'paidan')
    union
    select f.id from case_file f join account a on a.person = f.reporter_person
    where a.name = 'paidan'`.execute(one.lifang.parts.sql);
  const theirs = new Set(own.rows.map((row) => row.id));
  assert.deepEqual(
    kept.rows.filter((row) => !theirs.has(row.id)),
    [],
  );
  assert.equal(await totalOf(dispatcher), streets - mine + kept.total, 'the old street sees the others no more');
  assert.equal(await totalOf(manager), all, 'the district sees all as before');
  const matters = await json<{ rows: { place: { code: string } }[] }>(worker.get('/api/cases?size=50'));
  assert.ok(matters.rows.every((row) => row.place.code.startsWith(scope)));
  // Whoever kept an old address, a plate or a bookmark, still arrives.
  const found = await json<{ successors: string[] }>(worker.get(`/api/territory/${old}`));
  assert.deepEqual(found.successors, [scope]);
});
