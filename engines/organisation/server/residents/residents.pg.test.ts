import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '#kernel/ids';
import { createHttp } from '#platform/server/http';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { createOrganisationEngine } from '#engines/organisation/server';
import { ports } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-11-22T08:00:00.000Z');
const minute = 60_000;
const sent: { readonly request: Id; readonly phone: string; readonly code: string }[] = [];
const told: string[] = [];
const forgotten: Id[] = [];

/** A server process of its own: memory, live line and HTTP. */
const process = async () => {
  const parts = await testParts(database, { clock });
  const engine = createOrganisationEngine(parts, {
    ...ports,
    residents: {
      sendCode: async (_, { request, phone, code }) => void sent.push({ request, phone, code }),
      tellPhoneChanged: async (_, phone) => void told.push(phone),
      dataOf: async () => ({ reports: [{ number: '1' }] }),
      forget: async (_, resident) => void forgotten.push(resident),
    },
  });
  const app = await createHttp({
    log: parts.log,
    findSession: engine.findSession,
    checkAnswers: true,
    rateFactor: 1000,
  });
  engine.routes(app);
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    cookie?: string,
    address = '192.0.2.1',
  ) => {
    const answer = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        ...(cookie ? { cookie } : {}),
        'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile Safari/537.36',
      },
      ...(payload ? { payload } : {}),
    });
    const [set] = [answer.headers['set-cookie'] ?? []].flat();
    return {
      status: answer.statusCode,
      body: answer.body && !String(answer.headers['content-type']).includes('event-stream') ? answer.json() : undefined,
      cookie: set?.split(';')[0],
      headers: answer.headers,
    };
  };
  return { parts, engine, ask };
};
const here = await process();
const there = await process();
const { ask } = here;

let phones = 13_800_000_000;
const newPhone = (): string => String((phones += 1));
const lastCode = (request: Id) => sent.find((one) => one.request === request)?.code ?? '';
const wrongFor = (code: string): string => (code === '000000' ? '000001' : '000000');
const askCode = async (phone: string, address?: string) =>
  (await ask('POST', '/api/public/resident-codes', { phone }, undefined, address)).body;
const signIn = async (phone = newPhone()) => {
  const { request } = await askCode(phone);
  const answer = await ask('POST', '/api/resident/session', { request, phone, code: lastCode(request) });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { phone, cookie: answer.cookie ?? '', me: answer.body };
};

test('security 9: a code of six digits signs in once; the phone is made known by it and lies sealed', async () => {
  const phone = newPhone();
  const { request } = await askCode(phone);
  const code = lastCode(request);
  assert.match(code, /^\d{6}$/);
  const body = { request, phone: `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`, code };
  const first = await ask('POST', '/api/resident/session', body);
  assert.equal(first.status, 200);
  assert.equal(first.body.phone, `${phone.slice(0, 3)}****${phone.slice(-4)}`);
  assert.match(first.cookie ?? '', /^lifang-resident=r\./);
  assert.match(String(first.headers['set-cookie']), /HttpOnly; SameSite=Lax/);
  assert.equal((await ask('POST', '/api/resident/session', body)).body.code, 'code.refused', 'replayed');
  for (const table of ['resident', 'resident_code', 'audit_row', 'resident_session']) {
    const rows = JSON.stringify(await here.parts.sql.selectFrom(table).selectAll().execute());
    assert.ok(!rows.includes(phone) && !rows.includes(`"${code}"`), `${table} holds neither phone nor code`);
  }
});

test('security 9: a code is good for its own request, phone and purpose, and for ten minutes', async () => {
  const [mine, other] = [newPhone(), newPhone()];
  const one = await askCode(mine);
  const two = await askCode(other);
  const refused = async (body: object) => (await ask('POST', '/api/resident/session', body)).body.code;
  assert.equal(await refused({ request: two.request, phone: mine, code: lastCode(one.request) }), 'code.refused');
  assert.equal(await refused({ request: one.request, phone: other, code: lastCode(one.request) }), 'code.refused');
  assert.equal(await refused({ request: one.request, phone: other, code: lastCode(two.request) }), 'code.refused');
  clock.pass(10 * minute + 1);
  assert.equal(await refused({ request: one.request, phone: mine, code: lastCode(one.request) }), 'code.refused');
});

test('security 6: five tries and the code is dead, also for whoever then guesses right', async () => {
  const phone = newPhone();
  const { request } = await askCode(phone);
  const code = lastCode(request);
  for (let turn = 0; turn < 5; turn += 1)
    assert.equal((await ask('POST', '/api/resident/session', { request, phone, code: wrongFor(code) })).status, 422);
  assert.equal((await ask('POST', '/api/resident/session', { request, phone, code })).body.code, 'code.refused');
});

test('two at once with the right code open one session', async () => {
  const phone = newPhone();
  const { request } = await askCode(phone);
  const body = { request, phone, code: lastCode(request) };
  const answers = await Promise.all([here, there, here].map((one) => one.ask('POST', '/api/resident/session', body)));
  assert.deepEqual(answers.map((one) => one.status).sort(), [200, 422, 422]);
});

test('security 7: the answer is the same whether the phone is known or not', async () => {
  const { phone } = await signIn();
  clock.pass(2 * minute);
  const keys = async (of: string) => Object.keys(await askCode(of)).sort();
  assert.deepEqual(await keys(phone), await keys(newPhone()));
  const bodyOf = async (of: string) => {
    const { request } = await askCode(of);
    const { body, status } = await ask('POST', '/api/resident/session', {
      request,
      phone: of,
      code: wrongFor(lastCode(request)),
    });
    return { status, code: body.code, message: body.message };
  };
  clock.pass(2 * minute);
  assert.deepEqual(await bodyOf(phone), await bodyOf(newPhone()));
});

test('security 63: one a minute, five an hour, ten a day to a phone, over all processes; an address has a bound too', async () => {
  const phone = newPhone();
  const tryAt = async (one: typeof here, of: string, address: string) =>
    (await one.ask('POST', '/api/public/resident-codes', { phone: of }, undefined, address)).status;
  assert.deepEqual(
    (await Promise.all([tryAt(here, phone, '192.0.2.10'), tryAt(there, phone, '192.0.2.11')])).sort(),
    [200, 429],
  );
  let taken = 1;
  for (let turn = 0; turn < 10; turn += 1) {
    clock.pass(minute);
    if ((await tryAt(turn % 2 ? here : there, phone, `192.0.2.${20 + turn}`)) === 200) taken += 1;
  }
  assert.equal(taken, 5);
  for (let turn = 0; turn < 60; turn += 1) {
    clock.pass(20 * minute);
    if ((await tryAt(here, phone, `192.0.2.${100 + turn}`)) === 200) taken += 1;
  }
  assert.equal(taken, 10);
  let fromOne = 0;
  for (let turn = 0; turn < 25; turn += 1) if ((await tryAt(here, newPhone(), '192.0.2.99')) === 200) fromOne += 1;
  assert.equal(fromOne, 20);
});

test('a wrong number is told as such, before anything is sent', async () => {
  const before = sent.length;
  assert.equal(
    (await ask('POST', '/api/public/resident-codes', { phone: '12345678901' })).body.code,
    'resident.phone-wrong',
  );
  assert.equal(sent.length, before);
});

test('security 13: a sign-in that is ended anywhere ends everywhere at once; sign-out takes the cookie', async () => {
  const { phone, cookie } = await signIn();
  clock.pass(2 * minute);
  const { request } = await askCode(phone);
  const second = await there.ask('POST', '/api/resident/session', { request, phone, code: lastCode(request) });
  const list = (await ask('GET', '/api/resident/sessions', undefined, cookie)).body;
  assert.equal(list.length, 2);
  assert.equal(list[0].device, 'Chrome · Android');
  assert.equal((await there.ask('GET', '/api/resident/me', undefined, second.cookie)).status, 200);
  const theirs = list.find((one: { mine: boolean }) => !one.mine);
  assert.equal((await ask('DELETE', `/api/resident/sessions/${theirs.id}`, undefined, cookie)).status, 204);
  let status = 200;
  for (let turn = 0; turn < 20 && status === 200; turn += 1) {
    await new Promise((done) => setTimeout(done, 50));
    status = (await there.ask('GET', '/api/resident/me', undefined, second.cookie)).status;
  }
  assert.equal(status, 401, 'within a second, in another process');
  const out = await ask('DELETE', '/api/resident/session', undefined, cookie);
  assert.match(String(out.headers['set-cookie']), /lifang-resident=; .*Max-Age=0/);
  assert.ok(out.headers['clear-site-data'], 'security 55');
  assert.equal((await ask('GET', '/api/resident/me', undefined, cookie)).status, 401);
});

test('security 14: nobody ends the sign-in of another', async () => {
  const [one, two] = [await signIn(), await signIn()];
  const [theirs] = (await ask('GET', '/api/resident/sessions', undefined, two.cookie)).body;
  assert.equal((await ask('DELETE', `/api/resident/sessions/${theirs.id}`, undefined, one.cookie)).status, 404);
  assert.equal((await ask('GET', '/api/resident/me', undefined, two.cookie)).status, 200);
});

test('a resident is no staff: neither his cookie nor his token opens a door of staff', async () => {
  const { cookie } = await signIn();
  const token = cookie.split('=')[1];
  assert.equal((await ask('GET', '/api/me', undefined, cookie)).status, 401);
  assert.equal((await ask('GET', '/api/me', undefined, `lifang=${token}`)).status, 401);
  assert.equal((await ask('GET', '/api/resident/me', undefined, `lifang=${token}`)).status, 401);
});

test('a sign-in that is not used ends by itself', async () => {
  const { cookie } = await signIn();
  clock.pass(29 * 24 * 60 * minute);
  assert.equal((await ask('GET', '/api/resident/me', undefined, cookie)).status, 200);
  clock.pass(31 * 24 * 60 * minute);
  assert.equal((await ask('GET', '/api/resident/me', undefined, cookie)).status, 401);
});

test('security 15: another phone needs the codes of both; the former is told, other sign-ins end', async () => {
  const { phone, cookie } = await signIn();
  clock.pass(2 * minute);
  const again = await askCode(phone);
  const other = await ask('POST', '/api/resident/session', {
    request: again.request,
    phone,
    code: lastCode(again.request),
  });
  clock.pass(2 * minute);
  const next = newPhone();
  const codes = (await ask('POST', '/api/resident/phone-codes', { phone: next }, cookie)).body;
  const given = (of: { request: Id }) => ({ request: of.request, code: lastCode(of.request) });
  const change = (body: object, who = cookie) => ask('PUT', '/api/resident/phone', { phone: next, ...body }, who);
  const wrong = { request: codes.old.request, code: wrongFor(lastCode(codes.old.request)) };
  assert.equal((await change({ old: wrong, new: given(codes.new) })).body.code, 'code.refused');
  assert.equal(
    (await change({ old: given(codes.new), new: given(codes.old) })).body.code,
    'code.refused',
    'the purposes differ',
  );
  const stranger = await signIn();
  assert.equal(
    (await change({ old: given(codes.old), new: given(codes.new) }, stranger.cookie)).body.code,
    'code.refused',
  );
  const done = await change({ old: given(codes.old), new: given(codes.new) });
  assert.equal(done.status, 200, 'what was right counts after the other was mended');
  assert.equal(done.body.phone.slice(-4), next.slice(-4));
  assert.deepEqual(told, [phone]);
  assert.equal((await ask('GET', '/api/resident/me', undefined, cookie)).status, 200);
  assert.equal((await ask('GET', '/api/resident/me', undefined, other.cookie)).status, 401);
});

test('a phone that has an account of its own is not taken over', async () => {
  const [one, two] = [await signIn(), await signIn()];
  clock.pass(2 * minute);
  const codes = (await ask('POST', '/api/resident/phone-codes', { phone: two.phone }, one.cookie)).body;
  const given = (of: { request: Id }) => ({ request: of.request, code: lastCode(of.request) });
  const body = { phone: two.phone, old: given(codes.old), new: given(codes.new) };
  assert.equal((await ask('PUT', '/api/resident/phone', body, one.cookie)).body.code, 'resident.phone-taken');
});

test('security 47: a resident takes all that is kept of him along, and may leave: nothing personal stays', async () => {
  const { phone, cookie, me } = await signIn();
  const file = await ask('GET', '/api/resident/export', undefined, cookie);
  assert.equal(file.body.account.phone, phone, 'his own number, in full');
  assert.deepEqual(file.body.reports, [{ number: '1' }]);
  assert.match(String(file.headers['content-disposition']), /attachment/);
  assert.equal(file.headers['cache-control'], 'no-store', 'security 55');
  clock.pass(2 * minute);
  const code = (await ask('POST', '/api/resident/deletion-codes', {}, cookie)).body;
  const wrong = wrongFor(lastCode(code.request));
  assert.equal(
    (await ask('POST', '/api/resident/deletion', { request: code.request, code: wrong }, cookie)).status,
    422,
  );
  const gone = await ask(
    'POST',
    '/api/resident/deletion',
    { request: code.request, code: lastCode(code.request) },
    cookie,
  );
  assert.equal(gone.status, 204);
  assert.deepEqual(forgotten, [me.id]);
  assert.equal((await ask('GET', '/api/resident/me', undefined, cookie)).status, 401);
  const row = await here.parts.sql.selectFrom('resident').selectAll().where('id', '=', me.id).executeTakeFirst();
  assert.deepEqual([row?.['phone_sealed'], row?.['phone_blind']], [null, null]);
  assert.equal(
    (await here.parts.sql.selectFrom('resident_session').selectAll().where('resident', '=', me.id).execute()).length,
    0,
  );
  clock.pass(2 * minute);
  assert.notEqual((await signIn(phone)).me.id, me.id, 'who comes again is somebody new');
  const audited = await here.parts.sql
    .selectFrom('audit_row')
    .select(['action', 'result'])
    .where('person', '=', me.id)
    .execute();
  const said = audited.map((one) => `${one.action} ${one.result}`);
  for (const deed of ['resident.export done', 'resident.delete refused', 'resident.delete done'])
    assert.ok(said.includes(deed), deed);
});
