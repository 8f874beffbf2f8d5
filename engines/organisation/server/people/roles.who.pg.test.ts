import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, id, people, plan, startOrganisation } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const one = await startOrganisation(await testParts(database, { clock }));
const two = await startOrganisation(await testParts(database, { clock }));
const deaf = await startOrganisation(await testParts(database, { clock, deaf: true }));
await one.engine.plantOrganisation(plan);
await raw`insert into post (district, id, body, title, role, scope)
  values ('440310', ${id(250)}, ${bodies.district}, '第二安全管理员', 'security', '44.03.10.')`.execute(database.sql);

const cookies = {
  system: await one.signIn('system'),
  security: await one.signIn('security'),
  auditor: await one.signIn('auditor'),
  clerk: await one.signIn('clerk'),
  worker: await one.signIn('worker'),
};
type Who = keyof typeof cookies;
let next = 4000;
const fresh = () => id(next++);
const propose = (who: Who, body: object) =>
  one.ask('POST', '/api/role-proposals', cookies[who], { id: fresh(), reason: '工作需要', ...body });
const decide = (who: Who, proposal: string, decision: 'granted' | 'refused' = 'granted') =>
  one.ask('POST', `/api/role-proposals/${proposal}/decision`, cookies[who], { decision, reason: '同意' });
const codeOf = async (asked: ReturnType<typeof propose>): Promise<string> => {
  const { status, body } = await asked;
  return status < 300 ? 'done' : body.code;
};
const permissionsOf = async (server: typeof one, who: Who): Promise<string[]> =>
  (await server.ask('GET', '/api/me', cookies[who])).body.permissions;
const becomes = async (expected: readonly string[], look: () => Promise<string[]>): Promise<void> => {
  for (let turn = 0; turn < 40 && (await look()).join() !== expected.join(); turn++) await wait(25);
  assert.deepEqual(await look(), expected);
};

test('security 22: a role is changed by two people, shown as a difference, and in force everywhere at once', async () => {
  const before = ['case.act', 'case.read'];
  for (const server of [one, two, deaf]) assert.deepEqual(await permissionsOf(server, 'worker'), before);
  const made = await propose('system', {
    role: 'worker',
    add: ['organisation.read'],
    remove: ['case.act'],
    session: { idleMinutes: 60, hours: 8 },
    clearance: 'sensitive',
  });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  const { kind, added, removed, session, clearance, holders, mayDecide } = made.body;
  assert.deepEqual(
    { kind, added, removed, session, clearance, holders, mayDecide },
    {
      kind: 'change',
      added: ['organisation.read'],
      removed: ['case.act'],
      session: { before: { idleMinutes: 240, hours: 24 }, after: { idleMinutes: 60, hours: 8 } },
      clearance: { before: 'internal', after: 'sensitive' },
      holders: { count: 2, names: ['Other', 'Worker'] },
      mayDecide: false,
    },
  );
  assert.deepEqual(await permissionsOf(one, 'worker'), before, 'a proposal changes nothing');
  assert.equal(await codeOf(decide('system', made.body.id)), 'permission.denied');
  assert.equal(
    await codeOf(propose('security', { role: 'worker', add: ['organisation.read'] })),
    'role.already-proposed',
  );
  assert.equal((await decide('security', made.body.id)).body.state, 'granted');

  const after = ['case.read', 'organisation.read'];
  assert.deepEqual(await permissionsOf(one, 'worker'), after);
  await becomes(after, () => permissionsOf(two, 'worker'));
  clock.pass(6_000);
  await becomes(after, () => permissionsOf(deaf, 'worker'));
  const role = (await one.ask('GET', '/api/roles', cookies.clerk)).body.find(
    (each: { id: string }) => each.id === 'worker',
  );
  assert.deepEqual([role.version, role.clearance, role.holders], [1, 'sensitive', 2]);
  const rows = await database.sql.selectFrom('audit_row').selectAll().where('action', '=', 'role.grant').execute();
  assert.deepEqual([rows.length, rows[0]?.['person'], rows[0]?.['reason']], [1, people.security, '同意']);
});

test('security 22: whoever proposed a change of a role does not decide about it', async () => {
  const { body } = await propose('security', { role: 'clerk', remove: ['case.read'] });
  assert.equal(await codeOf(decide('security', body.id)), 'grant.own');
  await assert.rejects(
    raw`update role_proposal set decided_by = proposed_by where id = ${body.id}`.execute(database.sql),
    /check constraint/,
  );
  assert.equal((await one.ask('DELETE', `/api/role-proposals/${body.id}`, cookies.system)).status, 404);
  assert.equal((await one.ask('DELETE', `/api/role-proposals/${body.id}`, cookies.security)).body.state, 'withdrawn');
  assert.equal(await codeOf(decide('security', body.id)), 'grant.decided');
});

test('security 21: no edit mixes business with administration, invents a permission, or takes away what is needed', async () => {
  for (const [edit, code] of [
    [{ role: 'worker', add: ['organisation.edit'] }, 'role.refused'],
    [{ role: 'worker', add: ['grant.decide'] }, 'role.refused'],
    [{ role: 'system', add: ['case.read'] }, 'role.refused'],
    [{ role: 'system', add: ['grant.decide'] }, 'role.refused'],
    [{ role: 'security', add: ['organisation.edit'] }, 'role.refused'],
    [{ role: 'auditor', add: ['case.read'] }, 'role.refused'],
    [{ role: 'auditor', clearance: 'sensitive' }, 'role.refused'],
    [{ role: 'clerk', add: ['no.such-permission'] }, 'role.refused'],
    [{ role: 'security', remove: ['grant.decide'] }, 'role.needed'],
    [{ role: 'system', remove: ['organisation.edit'] }, 'role.needed'],
    [{ role: 'security', retire: true }, 'role.needed'],
    [{ role: 'worker', retire: true }, 'role.held'],
    [{ role: 'clerk' }, 'role.unchanged'],
    [{ role: 'clerk', add: ['case.read'] }, 'role.unchanged'],
    [{ role: 'ghost', add: ['case.read'] }, 'organisation.unknown'],
    [{ role: 'clerk', copy: { id: 'worker', name: { zh: '甲甲', en: 'Aa' } } }, 'organisation.unknown'],
  ] as const)
    assert.equal(await codeOf(propose('system', edit)), code, JSON.stringify(edit));
  for (const who of ['clerk', 'worker', 'auditor'] as const)
    assert.equal(await codeOf(propose(who, { role: 'clerk', add: ['case.act'] })), 'permission.denied');
  // Every field that is not for proposing is refused.
  assert.equal(await codeOf(propose('system', { role: 'clerk', administers: 'security' })), 'request.invalid');
});

test('a copy may be given by whoever gives its model, is changed on its own, and is retired when nobody holds it', async () => {
  const made = await propose('system', {
    role: 'clerk',
    copy: { id: 'night-clerk', name: { zh: '夜班文员', en: 'Night clerk' } },
    remove: ['organisation.read'],
  });
  assert.deepEqual([made.body.kind, made.body.copyOf, made.body.added], ['copy', 'clerk', ['case.read']]);
  assert.equal((await decide('security', made.body.id)).body.state, 'granted');
  const post = fresh();
  await raw`insert into post (district, id, body, title, role, scope)
    values ('440310', ${post}, ${bodies.longtian}, '夜班', 'night-clerk', '44.03.10.001.')`.execute(database.sql);
  const person = { id: fresh(), name: '夜', account: 'night', password: 'Seven-paper-cranes' };
  assert.equal((await one.ask('POST', '/api/people', cookies.system, person)).status, 200);
  const appointed = await one.appoint(cookies.system, { post, person: person.id, from: '2026-03-02' });
  assert.equal(appointed.body.state, 'granted');
  assert.deepEqual(appointed.body.post.permissions, ['case.read']);
  cookies.security = await one.signIn('security');
  assert.equal(await codeOf(propose('system', { role: 'night-clerk', retire: true })), 'role.held');
  await one.ask('DELETE', `/api/posts/${post}/holders/${person.id}`, cookies.system);
  const retiring = await propose('system', { role: 'night-clerk', retire: true });
  assert.equal((await decide('security', retiring.body.id)).body.state, 'granted');
  const roles = (await one.ask('GET', '/api/roles', cookies.clerk)).body;
  const retired = roles.find((each: { id: string }) => each.id === 'night-clerk');
  assert.deepEqual([retired.retired, retired.permissions, retired.version], [true, [], 2]);
  const again = await one.appoint(cookies.system, { post, person: person.id, from: '2026-03-02' });
  assert.equal(again.body.code, 'organisation.beyond-role', 'a retired role is given to nobody');

  const exported = await one.app.inject({ url: '/api/roles/export', headers: { cookie: cookies.security } });
  const pack = JSON.parse(exported.body) as { roles: { id: string; permissions: string[] }[] };
  assert.deepEqual(pack.roles.find((each) => each.id === 'worker')?.permissions, ['case.read', 'organisation.read']);
});

test('security 36: a version of a role that was altered beside the program gives no rights', async () => {
  await raw`update role_version set overlay = jsonb_set(overlay, '{add}', '["organisation.read", "case.act", "grant.decide"]')
    where role = 'worker'`.execute(database.sql);
  const reader = await startOrganisation(await testParts(database, { clock }));
  assert.deepEqual((await reader.ask('GET', '/api/me', await reader.signIn('worker'))).body.permissions, []);
});
