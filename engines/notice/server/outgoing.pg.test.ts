import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Id } from '#kernel/ids';
import type { SmsSettings, SmtpSettings } from '#engines/notice/server';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { testSession } from '#tests/support/sessions.ts';
import { startMailServer, startSmsGateway } from './fixtures/gateways.ts';
import { noGateways, testNotices } from './fixtures/notice-parts.ts';
import { createQueue } from './queue.ts';

const district = '000000';
const database = await testDatabase();
const clock = testClock('2026-11-22T08:00:00.000Z');
const minute = 60_000;
let sms: SmsSettings | null = null;
let smtp: SmtpSettings | null = null;
const gateways = { ...noGateways, sms: async () => sms, smtp: async () => smtp };

const process = async (demo = false) => {
  const parts = await testParts(database, { clock, demo });
  return { parts, ...testNotices(parts, { gateways }) };
};
const here = await process();
const there = await process();
const gateway = await startSmsGateway();
after(gateway.stop);

let events = 0;
const newEvent = (): Id => `0196fdf7-2a80-7000-8000-${String((events += 1)).padStart(12, '0')}`;
const sendCode = async (phone = '13800000001', code = '424242'): Promise<Id> => {
  const [id] = await here.parts.sql.transaction().execute((trx) =>
    here.notices.sendNotice(trx, {
      district,
      id: newEvent(),
      template: 'code',
      values: { code },
      to: [{ phone }],
      channels: ['sms'],
    }),
  );
  return id ?? '';
};
const rowOf = (notice: Id) =>
  here.parts.sql.selectFrom('notice_message').selectAll().where('notice', '=', notice).executeTakeFirstOrThrow();
const queueOf = (of: typeof here) =>
  createQueue(of.parts, {
    templates: [],
    holdersOf: async () => [],
    leadersOf: async () => [],
    contactOf: async () => ({ phone: null, email: null }),
    contactOfResident: async () => ({ phone: null, email: null }),
    mayRead: async () => new Set(),
    namesOfPersons: async () => new Map(),
    gateways,
  });
const clean = async (): Promise<void> => {
  await here.parts.sql.deleteFrom('notice_message').execute();
  await here.parts.sql.deleteFrom('notice').execute();
  gateway.taken.length = 0;
  gateway.answers((response) => void response.end('{"code":"OK","id":"g-1"}'));
  sms = gateway.settings;
  smtp = null;
};

test('without a gateway a message waits and is never called sent; with one it goes', async () => {
  await clean();
  sms = null;
  const notice = await sendCode();
  assert.equal((await rowOf(notice)).state, 'waiting');
  assert.equal(await here.notices.sendDue(), 0);
  assert.deepEqual([(await rowOf(notice)).state, (await rowOf(notice)).ended_at], ['waiting', null]);
  sms = gateway.settings;
  assert.equal(await here.notices.sendDue(), 1);
  const row = await rowOf(notice);
  assert.deepEqual([row.state, row.reference, row.address], ['sent', 'g-1', null], 'and the address is not kept');
  const [taken] = gateway.taken;
  assert.equal(taken?.headers['authorization'], 'Bearer gateway-secret');
  assert.deepEqual(JSON.parse(taken?.body ?? ''), {
    to: ['13800000001'],
    content: '【里坊】验证码 424242',
    ref: row.id,
  });
});

test('security 9: neither code nor phone lies readable in the database, and both are gone once it is sent', async () => {
  await clean();
  const notice = await sendCode('13912345678', '918273');
  const all = async () =>
    JSON.stringify([
      await here.parts.sql.selectFrom('notice').selectAll().execute(),
      await here.parts.sql.selectFrom('notice_message').selectAll().execute(),
    ]);
  assert.doesNotMatch(await all(), /918273|13912345678/);
  await here.notices.sendDue();
  const row = await here.parts.sql.selectFrom('notice').select('sealed').where('id', '=', notice).executeTakeFirst();
  assert.equal(row?.sealed, null);
});

test('what is worth nothing any more is not sent: a code after ten minutes', async () => {
  await clean();
  sms = null;
  const notice = await sendCode();
  clock.pass(10 * minute);
  sms = gateway.settings;
  await here.notices.sendDue();
  assert.equal((await rowOf(notice)).state, 'expired');
  assert.equal(gateway.taken.length, 0);
});

test('a gateway that fails is asked again after a pause, each longer than the one before; then it is given up', async () => {
  await clean();
  gateway.answers((response) => void response.writeHead(503).end());
  const [notice] = await here.parts.sql.transaction().execute((trx) =>
    here.notices.sendNotice(trx, {
      district,
      id: newEvent(),
      template: 'note',
      values: { what: 'w', who: 'o' },
      to: [{ phone: '13800000002' }],
      channels: ['sms'],
    }),
  );
  const pauses: number[] = [];
  for (;;) {
    await here.notices.sendDue();
    const row = await rowOf(notice ?? '');
    assert.equal(row.reason, 'HTTP 503');
    if (row.state !== 'failed') {
      assert.equal(row.state, 'given-up');
      break;
    }
    const pause = (Date.parse(row.next_at) - Date.parse(clock.now())) / minute;
    pauses.push(pause);
    clock.pass(pause * minute - 1);
    assert.equal(await here.notices.sendDue(), 0, 'not before its time');
    clock.pass(1);
  }
  assert.deepEqual(pauses, [1, 3, 10, 30, 120]);
  assert.equal(gateway.taken.length, 6);
  const queue = queueOf(here);
  const { id } = await rowOf(notice ?? '');
  gateway.answers((response) => void response.end('{"code":"OK"}'));
  await queue.retry(id, testSession(), '192.0.2.1');
  await here.notices.sendDue();
  assert.equal((await rowOf(notice ?? '')).state, 'sent');
  await assert.rejects(queue.retry(id, testSession(), ''), { code: 'notice.not-now' });
  await assert.rejects(queue.cancel(id, testSession(), ''), { code: 'notice.not-now' });
});

test('an answer that says no in its own words is not success; what the gateway calls wrong is not repeated', async () => {
  await clean();
  gateway.answers((response) => void response.end('{"code":"isv.BUSINESS_LIMIT_CONTROL"}'));
  const one = await sendCode();
  await here.notices.sendDue();
  assert.deepEqual(
    [(await rowOf(one)).state, (await rowOf(one)).reason],
    ['failed', 'code: isv.BUSINESS_LIMIT_CONTROL'],
  );
  gateway.answers((response) => void response.writeHead(400).end());
  const two = await sendCode('13800000003');
  await here.notices.sendDue();
  assert.equal((await rowOf(two)).state, 'given-up');
});

test('security 62: a gateway in a private network has to be named as such; nothing is redirected', async () => {
  await clean();
  sms = { ...gateway.settings, gateway: { ...gateway.settings.gateway, private: false } };
  const one = await sendCode();
  await here.notices.sendDue();
  assert.match((await rowOf(one)).reason ?? '', /not a public address/);
  assert.equal(gateway.taken.length, 0);
  sms = gateway.settings;
  gateway.answers((response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end());
  const two = await sendCode('13800000004');
  await here.notices.sendDue();
  assert.match((await rowOf(two)).reason ?? '', /redirects/);
});

test('two processes that send at once send each message once', async () => {
  await clean();
  gateway.answers((response) => void setTimeout(() => response.end('{"code":"OK"}'), 5));
  for (let turn = 0; turn < 60; turn += 1) await sendCode(`1380001${String(turn).padStart(4, '0')}`);
  await Promise.all([here.notices.sendDue(), there.notices.sendDue(), here.notices.sendDue()]);
  assert.equal(gateway.taken.length, 60);
  assert.equal(new Set(gateway.taken.map((one) => one.body)).size, 60);
});

test('killed between sending and saying so: sent once more at most, under the same id', async () => {
  await clean();
  const [notice] = await here.parts.sql.transaction().execute((trx) =>
    here.notices.sendNotice(trx, {
      district,
      id: newEvent(),
      template: 'note',
      values: { what: 'w', who: 'o' },
      to: [{ phone: '13800000005' }],
      channels: ['sms'],
    }),
  );
  const dieWhileSending = async (): Promise<void> => {
    const before = gateway.taken.length;
    gateway.answers(() => undefined);
    const child = spawn(globalThis.process.execPath, [
      new URL('./fixtures/send-once.ts', import.meta.url).pathname,
      database.url,
      clock.now(),
      String(gateway.port),
    ]);
    for (let turn = 0; gateway.taken.length === before; turn += 1) {
      assert.ok(turn < 400 && child.exitCode === null, 'the child process sends');
      await wait(25);
    }
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  await dieWhileSending();
  assert.equal((await rowOf(notice ?? '')).state, 'sending');
  gateway.answers((response) => void response.end('{"code":"OK"}'));
  assert.equal(await here.notices.sendDue(), 0, 'it may still be at work');
  clock.pass(2 * minute);
  await dieWhileSending();
  clock.pass(2 * minute);
  gateway.answers((response) => void response.end('{"code":"OK"}'));
  await here.notices.sendDue();
  const row = await rowOf(notice ?? '');
  assert.deepEqual([row.state, gateway.taken.length], ['given-up', 2], 'killed twice: a person decides');
  assert.equal(new Set(gateway.taken.map((one) => JSON.parse(one.body).ref)).size, 1, 'a gateway may know it again');
});

const openssl = spawnSync('openssl', ['version']).status === 0;
for (const security of ['tls', 'starttls'] as const) {
  test(`e-mail goes by ${security} to a server whose certificate is known, with user and password`, {
    skip: !openssl && 'no openssl here',
  }, async () => {
    await clean();
    const mail = await startMailServer(security);
    const server = {
      host: 'localhost',
      port: mail.port,
      security,
      user: 'lifang',
      from: 'lifang@example.cn',
      private: true,
    };
    const send = async (): Promise<Id> => {
      const [id] = await here.parts.sql.transaction().execute((trx) =>
        here.notices.sendNotice(trx, {
          district,
          id: newEvent(),
          template: 'note',
          values: { what: '停水\r\nBcc: all@example.cn', who: '李四' },
          to: [{ email: 'anna@example.cn' }],
          channels: ['email'],
        }),
      );
      await here.notices.sendDue();
      return id ?? '';
    };
    smtp = { server, password: 'mail-secret' };
    const untrusted = await rowOf(await send());
    assert.equal(untrusted.state, 'failed', 'a certificate of nobody we know');
    assert.equal(mail.taken.length, 0);
    smtp = { server: { ...server, authority: mail.cert }, password: 'wrong' };
    assert.match((await rowOf(await send())).reason ?? '', /SMTP 535/);
    smtp = { server: { ...server, authority: mail.cert, private: false }, password: 'mail-secret' };
    assert.match((await rowOf(await send())).reason ?? '', /not a public address/, 'security 62');
    smtp = { server: { ...server, authority: mail.cert }, password: 'mail-secret' };
    const row = await rowOf(await send());
    assert.deepEqual([row.state, row.reason], ['sent', null]);
    const [taken] = mail.taken;
    assert.deepEqual(
      [taken?.from, taken?.to, taken?.secure, taken?.user],
      ['lifang@example.cn', ['anna@example.cn'], true, 'lifang'],
    );
    assert.ok(taken?.text.includes(row.id), 'its id travels along');
    mail.refuse(550);
    assert.equal((await rowOf(await send())).state, 'given-up', 'no such mailbox: not again');
    await mail.stop();
  });
}

test('the queue shows states and masked texts; the whole text only in a demo installation, while it waits', async () => {
  await clean();
  sms = null;
  await sendCode('13812345678', '737373');
  const ports = { gateways };
  const see = async (of: Awaited<ReturnType<typeof process>>) => {
    const { createHttp } = await import('#platform/server/http');
    const session = testSession({ permissions: new Set(['notice.queue']) });
    const app = await createHttp({ log: of.parts.log, findSession: () => session, checkAnswers: true });
    testNotices(of.parts, ports).notices.routes(app);
    const answer = await app.inject({
      method: 'GET',
      url: '/api/outbox',
      headers: { cookie: 'lifang=token-of-a-keeper' },
    });
    return answer.json();
  };
  const own = await see(here);
  assert.deepEqual(own.counts, [{ channel: 'sms', state: 'waiting', count: 1 }]);
  assert.deepEqual(own.gateways, { sms: false, email: false });
  const [row] = own.rows;
  assert.deepEqual([row.to, row.text, row.demoText], ['138****5678', '【里坊】验证码 ●●●', null]);
  assert.ok(!JSON.stringify(own).includes('737373'));
  const demo = await see(await process(true));
  assert.equal(demo.rows[0].demoText, '【里坊】验证码 737373');
});
