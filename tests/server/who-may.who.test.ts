import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import pino from 'pino';
import type { Route } from '#kernel/route';
import type { Role } from '#engines/organisation/model';
import { label } from '#kernel/label';
import { loadPacks } from '#kernel/pack-loader';
import { dutyOf } from '#engines/organisation/model';
import { bindRoutes, createHttp, type Handlers, reachedBy } from '#platform/server/http';
import { testSession } from '#tests/support/sessions.ts';
import type { Session } from '#platform/server/parts';
import { readPacks } from '../../apps/server/packs.ts';
import { permissions } from '../../apps/server/permissions.ts';
import { routeTables } from '../../apps/server/route-tables.ts';
import { knownPermissions, sectionCheckers } from '../../apps/server/section-checkers.ts';
import { whoMayText } from '../../apps/server/who-may.ts';

const routes = Object.entries(routeTables).flatMap(([room, table]) =>
  Object.entries<Route>(table).map(([name, route]) => ({ room, name, route })),
);
const readRoles = async (): Promise<readonly Role[]> =>
  (await readPacks()).flatMap((pack) => (pack.sections['roles'] ?? []) as readonly Role[]);

test('security 18: tests/server/who-may.md is what the route tables and roles say (node tools/openapi.ts writes it)', async () => {
  assert.equal(await readFile(new URL('./who-may.md', import.meta.url), 'utf8'), await whoMayText());
});

test('security 18: the server refuses exactly those whom the table refuses, on every route', async () => {
  const roles = await readRoles();
  const now = '2026-01-01T00:00:00.000Z';
  const sessionOf = (role: Role): Session => testSession({ permissions: new Set(role.permissions), confirmedAt: now });
  const byToken = new Map(roles.map((role) => [`token-of-the-role-${role.id}`, sessionOf(role)]));
  const app = await createHttp({
    log: pino({ level: 'silent' }),
    findSession: (token) => byToken.get(token),
    rateFactor: 1_000_000,
    now: () => Date.parse(now),
  });
  for (const table of Object.values(routeTables)) {
    const reached = Object.fromEntries(
      Object.keys(table).map((name) => [name, () => Promise.reject(new Error('reached'))]),
    );
    bindRoutes<Record<string, Route>>(app, table, reached as Handlers<Record<string, Route>>);
  }
  await app.ready();
  const wrong: string[] = [];
  for (const [name, route] of Object.values(routeTables).flatMap((table) => Object.entries<Route>(table))) {
    for (const role of [undefined, ...roles]) {
      const answer = await app.inject({
        method: route.method,
        url: route.url.replace(/:\w+/g, 'x'),
        headers: role ? { cookie: `lifang=token-of-the-role-${role.id}` } : {},
      });
      const may = reachedBy(route, role) !== '';
      // 400 and 500 stand behind the door: the body was looked at, or the handler was reached.
      const expected = may ? [400, 500] : [role && route.who !== 'resident' ? 403 : 401];
      if (!expected.includes(answer.statusCode))
        wrong.push(`${name} for ${role?.id ?? 'nobody'}: ${answer.statusCode}`);
    }
  }
  await app.close();
  assert.deepEqual(wrong, []);
});

test('security 21: none of the three administrators reaches an operation on matters, figures, exports, plates or imports', async () => {
  const administrators = (await readRoles()).filter((role) => role.administers);
  assert.deepEqual(administrators.map(dutyOf).sort(), ['audit', 'security', 'system']);
  const businessRooms = ['case', 'indicator', 'exchange'];
  const ofBusiness = new Set(
    permissions.filter(({ duties }) => duties.every((duty) => duty === 'business')).map(({ id }) => id),
  );
  // Playbooks are configuration: whoever designs them sees no matter (`engines/case/server/designs/`).
  const business = routes.filter(
    ({ room, route }) =>
      typeof route.who === 'object' &&
      route.who.permission !== 'playbook.design' &&
      (businessRooms.includes(room) || ofBusiness.has(route.who.permission)),
  );
  assert.ok(business.length >= 20);
  const reached = business.flatMap(({ name, route }) =>
    administrators.filter((role) => reachedBy(route, role) !== '').map((role) => `${role.id} reaches ${name}`),
  );
  assert.deepEqual(reached, []);
});

test('security 21: no role holds everything, and what one administrator may the others may not', async () => {
  const roles = await readRoles();
  for (const role of roles) {
    const missing = [...knownPermissions].filter((permission) => !role.permissions.includes(permission));
    assert.ok(missing.length > 0, role.id);
  }
  const holdersOf = (permission: string): readonly string[] =>
    roles.filter((role) => role.permissions.includes(permission)).map(dutyOf);
  assert.deepEqual(holdersOf('organisation.edit'), ['system']);
  assert.deepEqual(holdersOf('settings.edit'), ['system']);
  assert.deepEqual(holdersOf('grant.decide'), ['security']);
  assert.deepEqual(holdersOf('role.decide'), ['security']);
  assert.deepEqual(holdersOf('settings.security'), ['security']);
  assert.deepEqual(holdersOf('audit.read'), ['audit']);
});

test('security 21: a pack whose role mixes administration with business, or two administrations, does not load', async () => {
  const packs = await readPacks();
  const refusedWith = (more: Partial<Role> & Pick<Role, 'permissions'>): boolean => {
    const role: Role = { id: 'mixed', name: label('混', 'Mixed'), level: 'district', ...more };
    const sections = { roles: [role] };
    const pack = { id: 'zz', version: 1, name: label('包', 'Pack'), summary: label('包', 'Pack'), sections };
    try {
      loadPacks([...packs, pack], sectionCheckers());
      return false;
    } catch (error) {
      assert.match(JSON.stringify(error), /no role mixes the two|sees no business data/);
      return true;
    }
  };
  assert.equal(refusedWith({ permissions: ['case.read'] }), false);
  assert.ok(refusedWith({ permissions: ['case.read', 'organisation.edit'] }));
  assert.ok(refusedWith({ permissions: ['case.read'], administers: 'system' }));
  assert.ok(refusedWith({ permissions: ['organisation.edit', 'grant.decide'], administers: 'system' }));
  assert.ok(refusedWith({ permissions: ['grant.decide', 'audit.read'], administers: 'security' }));
  assert.ok(refusedWith({ permissions: ['audit.read'], administers: 'audit', clearance: 'sensitive' }));
});

test('security 22: every permission is put into words in zh and en, and none that no route asks for', () => {
  assert.deepEqual(permissions.map(({ id }) => id).sort(), [...knownPermissions].sort());
  for (const { id, name, means } of permissions)
    for (const text of [name, means]) {
      assert.match(text.zh, /\p{Script=Han}/u, id);
      assert.match(text.en, /^[A-Za-z]/, id);
    }
});

test('security 15: grants, changes of roles, security policy, disabling and exports ask again who one is', () => {
  const asking = new Set(routes.filter(({ route }) => route.confirm).map(({ name }) => name));
  const wanted = ['decideGrant', 'revokeHolder', 'decideRole', 'appointFirstSecurity', 'disablePerson'];
  assert.deepEqual(
    [...wanted, 'putSecuritySetting', 'issueActivation', 'proposeDesign', 'decideDesign', 'withdrawPublication'].filter(
      (name) => !asking.has(name),
    ),
    [],
  );
});
