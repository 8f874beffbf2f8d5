import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, id, password, people, places, plan, posts, startOrganisation } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const server = await startOrganisation(await testParts(database, { clock }));
await server.engine.plantOrganisation(plan);
const cookies = {
  chief: await server.signIn('chief'),
  keeper: await server.signIn('keeper'),
  clerk: await server.signIn('clerk'),
  worker: await server.signIn('worker'),
};
type Who = keyof typeof cookies;

let next = 1000;
const fresh = () => id(next++);
const ask = (who: Who | undefined, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) =>
  server.ask(method, url, who === undefined ? undefined : cookies[who], body);
const codeOf = async (asked: Promise<{ status: number; body: { code: string } }>): Promise<string> => {
  const { status, body } = await asked;
  return status < 300 ? 'done' : body.code;
};
const countAudit = async (action: string): Promise<number> =>
  (await database.sql.selectFrom('audit_row').select('id').where('action', '=', action).execute()).length;

const person = (account: string) => ({ id: fresh(), name: '新人', account, password: 'Seven-paper-cranes' });
const proposal = (one: string, from = '2026-03-02') => ({ id: fresh(), person: one, from });
/** Proposed by somebody, granted by the security administrator. */
const appoint = async (who: Who, post: string, one: string) =>
  codeOf(server.appoint(cookies[who], { post, person: one, from: '2026-03-02' }));

test('who may ask at all', async () => {
  const reading = ['/api/bodies', '/api/posts', '/api/people', '/api/roles', '/api/body-kinds'];
  for (const url of reading) {
    const codes = await Promise.all(
      ([undefined, 'worker', 'clerk', 'keeper', 'chief'] as const).map((who) => codeOf(ask(who, 'GET', url))),
    );
    assert.deepEqual(codes, ['session.missing', 'permission.denied', 'done', 'done', 'done'], url);
  }
  const writing: readonly (readonly ['POST' | 'PATCH' | 'DELETE', string, object?])[] = [
    ['POST', '/api/bodies', { id: fresh(), name: '甲', kind: 'office', territory: '440310001' }],
    ['POST', '/api/posts', { id: fresh(), title: '甲', role: 'worker', body: bodies.longtian, scope: '440310001' }],
    ['POST', `/api/posts/${posts.worker}/appointments`, proposal(people.clerk)],
    ['DELETE', `/api/posts/${posts.worker}/holders/${people.worker}`],
    ['POST', '/api/people', person('never')],
    ['PATCH', `/api/people/${people.worker}`, { name: '别名' }],
    ['POST', `/api/people/${people.worker}/disable`, { reason: '离职' }],
    ['POST', `/api/people/${people.worker}/enable`, { reason: '返岗' }],
    ['POST', `/api/people/${people.worker}/activation`],
  ];
  for (const [method, url, body] of writing) {
    assert.equal(await codeOf(ask(undefined, method, url, body)), 'session.missing', url);
    for (const who of ['worker', 'clerk'] as const)
      assert.equal(await codeOf(ask(who, method, url, body)), 'permission.denied', `${who} ${url}`);
  }
});

test('a body, a post, a person, an appointment: each audited, each harmless when repeated', async () => {
  const body = { id: fresh(), name: '龙田派出所', kind: 'police', territory: '440310001', superior: bodies.police };
  const made = await ask('keeper', 'POST', '/api/bodies', body);
  assert.deepEqual(made.body, {
    id: body.id,
    name: '龙田派出所',
    kind: 'police',
    superior: bodies.police,
    superiors: [{ id: bodies.police, name: '坪山公安分局', line: 'territorial' }],
    territory: '440310001',
    place: '龙田街道',
    posts: 0,
    formerNames: [],
    abolishedOn: null,
    carriedOnBy: null,
    ahead: null,
  });
  assert.deepEqual((await ask('keeper', 'POST', '/api/bodies', body)).body, made.body);
  assert.equal(await codeOf(ask('keeper', 'POST', '/api/bodies', { ...body, name: '别的' })), 'request.id-reused');
  assert.equal(
    await codeOf(ask('keeper', 'POST', '/api/bodies', { ...body, id: fresh() })),
    'organisation.body-exists',
  );
  assert.equal(await countAudit('organisation.add-body'), 1);

  const post = { id: fresh(), title: '所长', role: 'worker', body: body.id, scope: '440310001' };
  const added = await ask('keeper', 'POST', '/api/posts', post);
  assert.deepEqual(
    [added.body.body, added.body.scope, added.body.openCases],
    [{ id: body.id, name: '龙田派出所' }, { code: '440310001', name: '龙田街道' }, 3],
  );
  assert.equal((await ask('keeper', 'POST', '/api/posts', post)).status, 200);

  const given = { ...person('Lin.Yi'), phone: '13912345678' };
  const hired = await ask('keeper', 'POST', '/api/people', given);
  assert.deepEqual(hired.body, {
    id: given.id,
    name: '新人',
    account: 'lin.yi',
    phone: '139****5678',
    state: 'waiting',
    disabledAt: null,
    proposed: 0,
    activates: true,
    posts: [],
  });
  assert.equal((await ask('keeper', 'POST', '/api/people', given)).status, 200);
  assert.equal(await codeOf(ask('keeper', 'POST', '/api/people', person('LIN.YI'))), 'organisation.account-taken');
  assert.equal(
    await codeOf(ask('keeper', 'POST', '/api/people', { ...person('weak'), password: 'lifang2026' })),
    'password.guessable',
  );
  const receipts = JSON.stringify(await database.sql.selectFrom('command_receipt').selectAll().execute());
  assert.ok(!receipts.includes(given.password) && !receipts.includes(given.phone));

  assert.equal(await appoint('keeper', post.id, given.id), 'done');
  const holders = async () =>
    (await ask('keeper', 'GET', '/api/posts')).body.find((one: { id: string }) => one.id === post.id).holders;
  const [held] = await holders();
  assert.deepEqual([held.person, held.name, held.from, held.to], [given.id, '新人', '2026-03-02', null]);
  assert.equal(await appoint('keeper', post.id, given.id), 'organisation.already-holds');
  assert.equal((await ask('keeper', 'DELETE', `/api/posts/${post.id}/holders/${given.id}`)).body.state, 'ended');
  assert.deepEqual(await holders(), []);
  assert.equal(await codeOf(ask('keeper', 'DELETE', `/api/posts/${post.id}/holders/${given.id}`)), 'request.not-found');
  assert.equal(await appoint('keeper', post.id, given.id), 'done', 'whoever left today may come back today');
  assert.deepEqual(
    await Promise.all(
      ['organisation.add-post', 'organisation.add-person', 'grant.propose', 'grant.grant', 'grant.end'].map(countAudit),
    ),
    [1, 1, 2, 2, 1],
  );
});

test('nothing is given above one’s own range or beyond one’s own permissions', async () => {
  const post = (role: string, scope: string, body = bodies.longtian) => ({
    id: fresh(),
    title: '甲',
    role,
    body,
    scope,
  });
  const add = (who: Who, given: object) => codeOf(ask(who, 'POST', '/api/posts', given));
  assert.equal(await add('keeper', post('worker', '440310001002')), 'done');
  assert.equal(await add('keeper', post('worker', '440310')), 'organisation.beyond-scope');
  assert.equal(await add('keeper', post('worker', '440310002')), 'organisation.beyond-scope');
  assert.equal(await add('keeper', post('worker', '440311')), 'organisation.beyond-scope');
  assert.equal(await add('keeper', post('worker', '440399')), 'territory.unknown');
  assert.equal(await add('keeper', post('chief', '440310001')), 'organisation.beyond-role');
  assert.equal(await add('keeper', post('ghost', '440310001')), 'organisation.unknown');
  assert.equal(await add('keeper', post('worker', '440310001', bodies.police)), 'organisation.unknown', 'a body above');
  assert.equal(await add('chief', post('chief', '440310001')), 'done');

  const body = (territory: string) => ({ id: fresh(), name: `队${next}`, kind: 'police', territory });
  assert.equal(await codeOf(ask('keeper', 'POST', '/api/bodies', body('440310'))), 'organisation.beyond-scope');
  assert.equal(await codeOf(ask('keeper', 'POST', '/api/bodies', body('440310002'))), 'organisation.beyond-scope');
  assert.equal(await codeOf(ask('chief', 'POST', '/api/bodies', body('440310002'))), 'done');

  assert.equal(await appoint('keeper', posts.chief, people.worker), 'request.not-found');
  assert.equal(await appoint('keeper', posts.other, people.worker), 'request.not-found');
  assert.equal(await appoint('keeper', posts.worker, people.other), 'organisation.unknown', 'a person of elsewhere');
  assert.equal(await appoint('keeper', posts.keeper, people.worker), 'done', 'as much as oneself');
  assert.equal(await codeOf(ask('keeper', 'DELETE', `/api/posts/${posts.keeper}/holders/${people.worker}`)), 'done');
});

test('nobody disables himself, whoever stands above, or whoever also works elsewhere', async () => {
  const disable = (who: Who, one: string) => codeOf(ask(who, 'POST', `/api/people/${one}/disable`, { reason: '离职' }));
  assert.equal(await disable('keeper', people.keeper), 'organisation.not-yourself');
  assert.equal(await disable('keeper', people.chief), 'request.not-found');
  assert.equal(await disable('keeper', people.other), 'request.not-found');
  assert.equal(
    await codeOf(ask('chief', 'DELETE', `/api/posts/${posts.chief}/holders/${people.chief}`)),
    'organisation.not-yourself',
  );
  assert.equal(await appoint('chief', posts.other, people.clerk), 'done');
  assert.equal(await disable('keeper', people.clerk), 'organisation.beyond-scope');
  assert.equal(await disable('chief', people.other), 'done');
  assert.equal(await disable('chief', people.other), 'done');
});

test('the chief sees what the keeper sees and more; lists hold nothing from outside the scope', async () => {
  cookies.clerk = await server.signIn('clerk');
  const codes = [...places.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Who>('chief', 'keeper', 'clerk'),
      fc.option(fc.constantFrom(...codes), { nil: undefined }),
      fc.constantFrom('', '办', '龙田', '%', '_'),
      async (who, at, words) => {
        const own = who === 'chief' ? '440310' : '440310001';
        const query = new URLSearchParams({ ...(at ? { at } : {}), ...(words ? { words } : {}) }).toString();
        const [foundBodies, foundPosts, foundPeople] = await Promise.all(
          ['bodies', 'posts', 'people'].map((what) =>
            ask(who, 'GET', `/api/${what}?${what === 'posts' ? `at=${at ?? own}` : query}`),
          ),
        );
        const within = (code: string): boolean => code.startsWith(own) && (at === undefined || code.startsWith(at));
        for (const body of foundBodies?.body) assert.ok(within(body.territory), `${who} ${query} ${body.territory}`);
        for (const post of foundPosts?.body) assert.ok(within(post.scope.code), `${who} ${query} ${post.scope.code}`);
        for (const one of foundPeople?.body) {
          assert.match(one.phone ?? '****', /\*{4}/);
          if (who !== 'chief') assert.ok(![people.chief, people.other].includes(one.id));
        }
      },
    ),
    { numRuns: 60 },
  );
  const seen = async (who: Who) => (await ask(who, 'GET', '/api/posts')).body.map((post: { id: string }) => post.id);
  const [all, some] = [await seen('chief'), await seen('keeper')];
  assert.ok(some.length > 0 && some.length < all.length && some.every((one: string) => all.includes(one)));
  assert.deepEqual((await ask('keeper', 'GET', '/api/bodies?words=%25')).body, [], 'a percent sign is a percent sign');
});

test('a right reaches as far as the post that carries it: a scope of another role adds nothing', async () => {
  assert.equal(await appoint('chief', posts.clerk, people.worker), 'done');
  const district = { id: fresh(), title: '区级网格长', role: 'worker', body: bodies.district, scope: '440310' };
  assert.equal(await codeOf(ask('chief', 'POST', '/api/posts', district)), 'done');
  assert.equal(await appoint('chief', district.id, people.worker), 'done');
  // Another post ends the sessions: whoever gets one signs in again.
  const { body } = await server.ask('GET', '/api/posts', await server.signIn('worker'));
  assert.ok(body.length > 0);
  for (const post of body) assert.ok(post.scope.code.startsWith('440310001'), post.scope.code);
});

test('demo accounts are shown in the demo district alone', async () => {
  assert.deepEqual((await ask(undefined, 'GET', '/api/public/demo-accounts')).body, []);
  const demo = await startOrganisation(await testParts(database, { clock, demo: true }));
  await demo.engine.plantOrganisation(plan);
  assert.deepEqual((await demo.ask('GET', '/api/public/demo-accounts')).body, [
    { account: 'keeper', password, name: 'Keeper', post: { zh: '管理员', en: 'Keeper' } },
  ]);
  assert.deepEqual((await ask(undefined, 'GET', '/api/public/demo-accounts')).body, []);
});
