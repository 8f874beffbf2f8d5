import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import pino from 'pino';
import type { Route } from '#kernel/route';
import type { Role } from '#engines/organisation/model';
import { bindRoutes, createHttp, type Handlers } from '#platform/server/http';
import { testSession } from '#tests/support/sessions.ts';
import type { Session } from '#platform/server/parts';
import { readPacks } from '../../apps/server/packs.ts';
import { routeTables } from '../../apps/server/route-tables.ts';
import { whoMayText } from '../../apps/server/who-may.ts';

test('tests/server/who-may.md is what the route tables and roles say (node tools/openapi.ts writes it)', async () => {
  assert.equal(await readFile(new URL('./who-may.md', import.meta.url), 'utf8'), await whoMayText());
});

test('the server refuses exactly those whom the table refuses, on every route', async () => {
  const roles = (await readPacks()).flatMap((pack) => (pack.sections['roles'] ?? []) as readonly Role[]);
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
      const who = route.who;
      const may =
        who === 'anyone' ||
        (role !== undefined &&
          (who === 'signed-in' || (typeof who === 'object' && role.permissions.includes(who.permission))));
      // 400 and 500 stand behind the door: the body was looked at, or the handler was reached.
      const expected = may ? [400, 500] : [role && who !== 'resident' ? 403 : 401];
      if (!expected.includes(answer.statusCode))
        wrong.push(`${name} for ${role?.id ?? 'nobody'}: ${answer.statusCode}`);
    }
  }
  await app.close();
  assert.deepEqual(wrong, []);
});
