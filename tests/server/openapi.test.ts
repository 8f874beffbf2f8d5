import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openApiOf } from '#platform/server/http';
import { routeTables } from '../../apps/server/route-tables.ts';

const tables = Object.values(routeTables);
const file = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

test('apps/server/openapi.json is what the route tables say (node tools/openapi.ts writes it)', async () => {
  const { version } = JSON.parse(await file('package.json')) as { version: string };
  assert.deepEqual(
    JSON.parse(await file('apps/server/openapi.json')),
    JSON.parse(JSON.stringify(openApiOf(tables, version))),
  );
});

test('every operation lies below /api, has a summary, and its parameters are the ones of its address', () => {
  for (const [name, route] of tables.flatMap(
    (table) => Object.entries(table) as [string, import('#kernel/route').Route][],
  )) {
    assert.match(route.url, /^\/api\//, name);
    assert.ok(route.summary.length > 3, name);
    const inAddress = [...route.url.matchAll(/:(\w+)/g)].map((match) => match[1]).sort();
    const declared = Object.keys((route.params as { properties?: object } | undefined)?.properties ?? {}).sort();
    assert.deepEqual(declared, inAddress, name);
  }
});

test('what anyone may call is below /api/public, or is a sign-in or a definition, and what writes there is limited', () => {
  const open = ['signIn', 'beginOidc', 'finishOidc', 'signInResident', 'listPlaybooks'];
  for (const [name, route] of tables.flatMap(
    (table) => Object.entries(table) as [string, import('#kernel/route').Route][],
  )) {
    if (route.who !== 'anyone') continue;
    assert.ok(route.url.startsWith('/api/public/') || open.includes(name), `${name} is for anyone but not public`);
    if (route.method !== 'GET') assert.ok(route.perMinute, `${name} has no limit`);
  }
});
