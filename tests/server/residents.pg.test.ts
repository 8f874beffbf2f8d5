import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from '#kernel/ids';
import { newReport, someCategory } from '#tests/support/reports.ts';
import { type DemoServer, startTestServer } from '#tests/support/server.ts';
import { signIn, type SignedIn } from '#tests/support/sign-in.ts';

/** A resident from the first code to the deletion, over the whole server of a demo district without a gateway. */
let server: DemoServer;
before(async () => {
  server = await startTestServer({ demo: true });
});
after(() => server?.stop());

const ask = async (method: string, url: string, body?: unknown, cookie = '') => {
  const answer = await fetch(`${server.url}${url}`, {
    method,
    headers: { origin: server.url, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  };
};

let count = 0;
const newId = () => uuidv7(Date.now(), [0, 0, 0, 0, 0, 0, 0, 0, 1, (count += 1)]);

/** As the administrator of a demo does: reads the code on the page of outgoing messages. */
const codeInQueue = async (phone: string): Promise<string> => {
  const administrator = await as('system-admin');
  const { rows } = (await (await administrator.get('/api/outbox?channel=sms')).json()) as {
    rows: { to: string; state: string; demoText: string | null }[];
  };
  const row = rows.find((one) => one.to.endsWith(phone.slice(-4)) && one.demoText !== null);
  assert.equal(row?.state, 'waiting', 'there is no gateway, so it is not called sent');
  return /\d{6}/.exec(row?.demoText ?? '')?.[0] ?? '';
};

/** Staff of the demo by their role, each signed in once. */
const staff = new Map<string, SignedIn>();
const as = async (role: string): Promise<SignedIn> => {
  if (staff.size === 0)
    for (const { account } of (await ask('GET', '/api/public/demo-accounts')).body as { account: string }[]) {
      const one = await signIn(server.url, account);
      const { posts } = (await (await one.get('/api/me')).json()) as { posts: { role: string }[] };
      for (const post of posts) staff.set(post.role, one);
    }
  const found = staff.get(role);
  if (!found) throw new Error(`no demo account is a ${role}`);
  return found;
};

const enter = async (phone: string): Promise<string> => {
  const { request } = (await ask('POST', '/api/public/resident-codes', { phone })).body;
  const answer = await ask('POST', '/api/resident/session', { request, phone, code: await codeInQueue(phone) });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.cookie;
};

test('from a code in the queue to a report on every phone, and out again', async () => {
  const phone = '13900001234';
  const [first, second] = [await enter(phone), await enter(phone)];
  const report = newReport(await someCategory(server.url), '990101001001');
  const receipt = await ask('POST', '/api/public/reports', report, first);
  assert.equal(receipt.status, 200, JSON.stringify(receipt.body));
  const mine = (await ask('GET', '/api/resident/reports', undefined, second)).body;
  assert.deepEqual(
    mine.rows.map((row: { number: string }) => row.number),
    [receipt.body.number],
    'on the other phone',
  );
  const all = (await ask('GET', '/api/resident/export', undefined, second)).body;
  assert.deepEqual([all.account.phone, all.reports[0].number, all.signIns.length], [phone, receipt.body.number, 2]);

  const { request } = (await ask('POST', '/api/resident/deletion-codes', {}, first)).body;
  assert.equal(
    (await ask('POST', '/api/resident/deletion', { request, code: await codeInQueue(phone) }, first)).status,
    204,
  );
  assert.equal((await ask('GET', '/api/resident/reports', undefined, second)).status, 401);
  const dump = JSON.stringify(
    await Promise.all(
      ['resident', 'resident_session', 'resident_code', 'case_follower', 'notice'].map((table) =>
        server.lifang.parts.sql.selectFrom(table).selectAll().execute(),
      ),
    ),
  );
  assert.ok(!dump.includes(phone) && !dump.includes(String(mine.rows[0].id)), 'security 47: nothing ties him to it');
  const { number } = receipt.body;
  assert.equal((await ask('POST', '/api/public/progress', { number, queryCode: report.queryCode })).status, 200);
});

test('who tends the queue is nobody else; no role of the district’s business sees it', async () => {
  for (const role of ['grid-worker', 'district-manager', 'street-dispatcher'])
    assert.equal((await (await as(role)).get('/api/outbox')).status, 403, role);
});

test('a message told in a transaction reaches the page that is open, by the live line and the list', async () => {
  const { engines, parts } = server.lifang;
  const worker = await as('grid-worker');
  const me = (await (await worker.get('/api/me')).json()) as { person: { id: string }; posts: { district: string }[] };
  const line = await fetch(`${server.url}/api/live`, { headers: { cookie: worker.cookie } });
  const reader = line.body?.getReader();
  const heard = (async () => {
    const decoder = new TextDecoder();
    for (let text = ''; !text.includes('"notice"'); ) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) return false;
      text += decoder.decode(value);
    }
    return true;
  })();
  const before = ((await (await worker.get('/api/notices/count')).json()) as { unread: number }).unread;
  await parts.sql.transaction().execute((trx) =>
    engines.notices.tell(trx, {
      district: me.posts[0]?.district ?? '',
      event: newId(),
      person: me.person.id,
      template: 'account.password-reset',
      values: {},
      channels: ['app', 'sms'],
    }),
  );
  assert.ok(await Promise.race([heard, wait(10_000, false)]), 'the job told the page');
  await reader?.cancel();
  const { unread } = (await (await worker.get('/api/notices/count')).json()) as { unread: number };
  assert.equal(unread, before + 1);
});

test('security 35: secrets of gateways are sealed and never shown back; the queue goes on when one is entered', async () => {
  const administrator = await as('system-admin');
  const put = (key: string, value: unknown) => administrator.put(`/api/settings/${key}`, { value });
  assert.equal((await put('notice.sms.secret', 'canary-of-a-secret')).status, 200);
  const shown = (await (await administrator.get('/api/settings')).json()) as Record<string, unknown>;
  assert.equal(shown['notice.sms.secret'], true);
  assert.equal((await put('notice.sms', { url: 'ftp://x', headers: {}, body: '' })).status, 422);
  const rows = JSON.stringify(await server.lifang.parts.sql.selectFrom('setting').selectAll().execute());
  assert.ok(!rows.includes('canary-of-a-secret'));
  assert.equal((await put('notice.sms.secret', null)).status, 200);
});
