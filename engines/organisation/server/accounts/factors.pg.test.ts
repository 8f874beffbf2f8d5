import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import type { Route } from '#kernel/route';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { organisationRoutes } from '#engines/organisation/contract';
import { id, password, people, plan, startOrganisation } from '../fixtures/small-district.ts';
import { type Visitor, visitorOf } from '../fixtures/visitor.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const parts = await testParts(database, { clock });
const one = await startOrganisation(parts);
const two = await startOrganisation(await testParts(database, { clock }));
const deaf = await startOrganisation(await testParts(database, { clock, deaf: true }));
await one.engine.plantOrganisation(plan);
const demand = (what: 'required' | 'offered') => parts.settings.set('security.second-factor', what);
await demand('required');

const minutes = (count: number): number => count * 60_000;
const codeOf = (secret: string, shift = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.parse(clock.now()) / 1000) + shift });
const audits = (action: string) =>
  database.sql.selectFrom('audit_row').selectAll().where('action', '=', action).orderBy('id', 'desc').execute();
const becomes = async (expected: number, look: () => Promise<number>): Promise<void> => {
  for (let turn = 0; turn < 60 && (await look()) !== expected; turn++) await wait(25);
  assert.equal(await look(), expected);
};
/** Signs in and sets an authenticator app up, as the first sign-in asks for. */
const enrol = async (visitor: Visitor, account: string): Promise<{ secret: string; codes: readonly string[] }> => {
  const step = await visitor.signIn(account);
  assert.equal(step.body.pending, 'enrol', JSON.stringify(step.body));
  const { secret } = (await visitor.ask('POST', '/api/me/totp')).body;
  const done = await visitor.ask('PUT', '/api/me/totp', { code: codeOf(secret) });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  clock.pass(minutes(1));
  return { secret, codes: done.body.codes };
};
const sample = '0196fdf7-2a80-7000-8000-0000000000ff';
const addressOf = (route: Route): string => route.url.replace(/:[a-z]+/gi, sample);

test('security 8: who has no second factor yet reaches nothing but what sets one up; then the token is another', async () => {
  const visitor = visitorOf(one.app);
  const step = await visitor.signIn('clerk');
  assert.deepEqual(step.body.pending, 'enrol');
  assert.deepEqual([step.body.posts, step.body.permissions], [[], []]);
  const before = visitor.jar.get('lifang');
  assert.equal(await visitor.inside(), 403);
  const { secret, uri } = (await visitor.ask('POST', '/api/me/totp')).body;
  assert.match(uri, /^otpauth:\/\/totp\/.+secret=/);
  assert.equal((await visitor.ask('PUT', '/api/me/totp', { code: '123' })).status, 400);
  const done = await visitor.ask('PUT', '/api/me/totp', { code: codeOf(secret) });
  assert.equal(done.body.codes.length, 10);
  assert.equal(await visitor.inside(), 200);
  assert.notEqual(visitor.jar.get('lifang'), before, 'security 12: rotated');
  assert.equal(await one.engine.findSession(before ?? ''), undefined);
  assert.equal(await two.engine.findSession(before ?? ''), undefined);
  assert.deepEqual((await visitor.ask('GET', '/api/me')).body.posts.length, 1);
});

for (const stage of ['factor', 'enrol', 'password'] as const)
  test(`security 8: a sign-in of which “${stage}” is outstanding reaches no route but those of that step`, async () => {
    const visitor = visitorOf(one.app);
    await visitor.signIn('chief');
    const token = visitor.jar.get('lifang') ?? '';
    await database.sql.updateTable('session').set({ pending: stage }).where('ended_at', 'is', null).execute();
    await database.sql
      .updateTable('person')
      .set({ stamp: 77 + stage.length })
      .execute();
    clock.pass(6_000);
    const steps: Readonly<Record<typeof stage, readonly string[]>> = {
      factor: ['seeFactors', 'askPasskey', 'showFactor'],
      enrol: ['confirmSession', 'beginTotp', 'finishTotp', 'beginPasskey', 'addPasskey', 'seeFactors', 'askPasskey'],
      password: ['confirmSession', 'changePassword', 'seeFactors', 'askPasskey'],
    };
    const reached: string[] = [];
    for (const [name, route] of Object.entries<Route>(organisationRoutes)) {
      if (route.who === 'anyone' || route.who === 'resident' || name === 'signOut' || name === 'getMe') continue;
      const answer = await visitor.ask(
        route.method as 'GET',
        addressOf(route),
        route.body === undefined ? undefined : (bodies[name] ?? {}),
      );
      const closed = answer.status === 403 && answer.body.code === 'session.incomplete';
      if (!closed) reached.push(name);
      visitor.jar.set('lifang', token);
    }
    assert.deepEqual(
      reached.filter((name) => !steps[stage].includes(name)),
      [],
    );
    assert.deepEqual((await visitor.ask('GET', '/api/me')).body.permissions, []);
  });

const bodies: Readonly<Record<string, object>> = {
  showFactor: { code: '000000', password },
  confirmSession: { code: '000000' },
  changePassword: { old: 'x', new: 'x' },
  finishTotp: { code: '000000' },
  addPasskey: {
    id: sample,
    name: 'x',
    passkey: { id: 'abcd', clientDataJSON: 'abcd', attestationObject: 'abcd', transports: [] },
  },
};

test('security 9: each code counts once, whichever process is asked, and none that is 60 seconds old', async () => {
  clock.set('2026-03-03T01:00:00.000Z');
  const { secret } = await enrol(visitorOf(one.app), 'worker');
  const twice = codeOf(secret);
  const both = [visitorOf(one.app, '10.0.0.2'), visitorOf(two.app, '10.0.0.3')];
  for (const visitor of both) assert.equal((await visitor.signIn('worker')).body.pending, 'factor');
  const outcomes = await Promise.all(
    both.map((visitor) => visitor.ask('POST', '/api/session/factor', { code: twice })),
  );
  assert.deepEqual(outcomes.map((one) => one.status).sort(), [200, 401], 'two at once: one is taken');
  for (const shift of [-30, -60, -90, 60, 90, 3600]) {
    const visitor = visitorOf(one.app, '10.0.0.4');
    await visitor.signIn('worker');
    const answer = await visitor.ask('POST', '/api/session/factor', { code: codeOf(secret, shift) });
    assert.equal(answer.body.code, 'factor.refused', `${shift} s: used, older than a used one, or out of the window`);
    clock.pass(minutes(20));
    const again = visitorOf(one.app, '10.0.0.4');
    await again.signIn('worker');
    assert.equal((await again.ask('POST', '/api/session/factor', { code: codeOf(secret) })).status, 200);
    clock.pass(minutes(20));
  }
  for (const shift of [-30, 30]) {
    clock.pass(minutes(5));
    const visitor = visitorOf(two.app, '10.0.0.5');
    await visitor.signIn('worker');
    assert.equal((await visitor.ask('POST', '/api/session/factor', { code: codeOf(secret, shift) })).status, 200);
  }
});

test('security 9: a code is bound to the sign-in that asks: it opens no other', async () => {
  const [mine, theirs] = [visitorOf(one.app, '10.0.0.6'), visitorOf(one.app, '10.0.0.7')];
  const { secret } = await enrol(mine, 'keeper');
  assert.equal((await theirs.signIn('worker')).body.pending, 'factor');
  assert.equal((await theirs.ask('POST', '/api/session/factor', { code: codeOf(secret) })).status, 401);
});

test('security 8: the password again is no second factor', async () => {
  const visitor = visitorOf(one.app, '10.0.0.8');
  await visitor.signIn('keeper');
  for (const body of [{ password }, { code: password.slice(0, 12) }, {}])
    assert.notEqual((await visitor.ask('POST', '/api/session/factor', body)).status, 200);
  assert.equal(await visitor.inside(), 403);
});

test('security 9: recovery codes: ten, each once, however typed; only hashes are kept', async () => {
  clock.set('2026-03-05T01:00:00.000Z');
  const { codes, secret } = await enrol(visitorOf(one.app, '10.0.1.1'), 'other');
  assert.equal(new Set(codes).size, 10);
  const stored = JSON.stringify(await database.sql.selectFrom('recovery_code').selectAll().execute());
  for (const code of codes) assert.ok(!stored.includes(code));
  const sealed = await database.sql.selectFrom('totp_factor').selectAll().execute();
  assert.ok(!JSON.stringify(sealed).includes(secret), 'the secret of the app is sealed');
  const show = async (recovery: string): Promise<number> => {
    const visitor = visitorOf(two.app, '10.0.1.2');
    await visitor.signIn('other');
    return (await visitor.ask('POST', '/api/session/factor', { recovery })).status;
  };
  const [first = '', second = ''] = codes;
  assert.equal(await show(first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')), 200);
  assert.equal(await show(first), 401, 'once');
  assert.equal(await show(second), 200);
  const visitor = visitorOf(one.app, '10.0.1.3');
  await visitor.signIn('other');
  await visitor.ask('POST', '/api/session/factor', { code: codeOf(secret) });
  assert.equal((await visitor.ask('GET', '/api/me/security')).body.recoveryLeft, 8);
  const renewed = (await visitor.ask('POST', '/api/me/recovery-codes')).body.codes;
  assert.equal(renewed.length, 10);
  assert.equal(await show(codes[2] ?? ''), 401, 'the old ones end');
});

test('security 13: other sign-ins end when factors change; the last one stays where one is required', async () => {
  clock.set('2026-03-06T01:00:00.000Z');
  await demand('offered');
  const [mine, elsewhere] = [visitorOf(one.app, '10.0.2.1'), visitorOf(two.app, '10.0.2.2')];
  await mine.signIn('chief');
  await elsewhere.signIn('chief');
  assert.equal(await elsewhere.inside(), 200);
  const { secret } = (await mine.ask('POST', '/api/me/totp')).body;
  await mine.ask('PUT', '/api/me/totp', { code: codeOf(secret) });
  await becomes(401, () => elsewhere.inside());
  assert.equal(await mine.inside(), 200);
  await demand('required');
  assert.equal((await mine.ask('DELETE', '/api/me/totp')).body.code, 'factor.last');
  await demand('offered');
  assert.equal((await mine.ask('DELETE', '/api/me/totp')).status, 204);
  assert.equal((await visitorOf(one.app).signIn('chief')).body.pending, null);
  assert.ok((await audits('account.remove-totp')).length === 1);
});

test('security 15: who one is has to be said again for a change of factors, and is known to all processes then', async () => {
  clock.set('2026-03-07T01:00:00.000Z');
  const visitor = visitorOf(one.app, '10.0.3.1');
  await visitor.signIn('chief');
  const begin = (app = visitor) => app.ask('POST', '/api/me/totp');
  assert.equal((await begin()).status, 200);
  clock.pass(minutes(11));
  assert.equal((await begin()).body.code, 'session.confirm');
  const beside = visitorOf(two.app, '10.0.3.1');
  const unheard = visitorOf(deaf.app, '10.0.3.1');
  for (const other of [beside, unheard]) for (const [name, value] of visitor.jar) other.jar.set(name, value);
  assert.equal((await begin(beside)).body.code, 'session.confirm');
  assert.equal((await begin(unheard)).body.code, 'session.confirm');
  assert.equal((await visitor.ask('POST', '/api/session/confirm', { password: 'wrong-one' })).status, 401);
  assert.equal((await visitor.ask('POST', '/api/session/confirm', {})).status, 401);
  assert.equal((await visitor.ask('POST', '/api/session/confirm', { password })).status, 204);
  assert.equal((await begin()).status, 200);
  await becomes(200, async () => (await begin(beside)).status);
  clock.pass(2_500);
  await becomes(200, async () => (await begin(unheard)).status);
  clock.pass(minutes(11));
  assert.equal((await begin()).body.code, 'session.confirm');
});

test('security 6, 15: wrong answers to “is it you?” are counted by the locks', async () => {
  clock.set('2026-03-08T01:00:00.000Z');
  const visitor = visitorOf(one.app, '10.0.4.1');
  await visitor.signIn('chief');
  for (let turn = 0; turn < 5; turn++)
    assert.equal((await visitor.ask('POST', '/api/session/confirm', { password: 'wrong' })).status, 401);
  assert.equal((await visitor.ask('POST', '/api/session/confirm', { password })).status, 423);
});

test('security 8: an administrator resets a lost factor; the person enrols again at the next sign-in', async () => {
  clock.set('2026-03-09T01:00:00.000Z');
  const chief = visitorOf(one.app, '10.0.5.1');
  await demand('offered');
  await chief.signIn('chief');
  await demand('required');
  const lost = visitorOf(two.app, '10.0.5.2');
  assert.equal((await lost.signIn('worker')).body.pending, 'factor');
  assert.equal((await chief.ask('DELETE', `/api/people/${people.worker}/factors`)).status, 204);
  await becomes(401, async () => (await lost.ask('GET', '/api/me')).status);
  assert.equal((await lost.signIn('worker')).body.pending, 'enrol');
  assert.equal((await chief.ask('DELETE', `/api/people/${id(999)}/factors`)).status, 404);
  clock.pass(minutes(11));
  assert.equal((await chief.ask('DELETE', `/api/people/${people.worker}/factors`)).body.code, 'session.confirm');
});
