import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '#kernel/ids';
import { createHttp } from '#platform/server/http';
import type { Session } from '#platform/server/parts';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { testPost, testSession } from '#tests/support/sessions.ts';
import { testNotices } from './fixtures/notice-parts.ts';

const district = '990101';
const database = await testDatabase();
const clock = testClock('2026-11-22T08:00:00.000Z');
const parts = await testParts(database, { clock });
const n = (number: number): Id => `0196fdf7-2a80-7000-8000-0000000000${String(number).padStart(2, '0')}`;
const [anna, boris, chief, top] = [n(11), n(12), n(13), n(14)] as const;
const post = n(20);

const { notices, started } = testNotices(parts, {
  holdersOf: async (_, posts) => posts.filter((one) => one === post).map(() => ({ post, person: boris, district })),
  leadersOf: async (_, person) => (person === chief ? [{ person: top, district }] : []),
  mayRead: async (session, abouts) => new Set(session.person === boris ? [] : abouts),
});

const sessions = new Map<string, Session>();
for (const person of [anna, boris, chief, top]) {
  const clearance = person === anna ? ('sensitive' as const) : ('internal' as const);
  sessions.set(
    `token-of-${person}`,
    testSession({
      person,
      posts: [
        testPost({
          id: n(30),
          role: 'r',
          body: n(31),
          scope: '99.01.01.',
          district,
          clearance,
          permissions: ['case.read'],
        }),
      ],
    }),
  );
}
const resident = n(15);
sessions.set(`token-of-${resident}`, testSession({ kind: 'resident', person: resident }));

const app = await createHttp({ log: parts.log, findSession: (token) => sessions.get(token), checkAnswers: true });
notices.routes(app);

const ask = async (person: Id, method: 'GET' | 'POST', url: string, payload?: object) => {
  const cookie = `${person === resident ? 'lifang-resident' : 'lifang'}=token-of-${person}`;
  const answer = await app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
};
const say = (event: number, to: Parameters<typeof notices.sendNotice>[1]['to'], more: object = {}) =>
  parts.sql.transaction().execute((trx) =>
    notices.sendNotice(trx, {
      district,
      id: n(event),
      template: 'note',
      values: { what: '停水', who: '李四' },
      to,
      ...more,
    }),
  );

test('a message comes with its sender’s commit, once for each event and person, in the reader’s language', async () => {
  await assert.rejects(
    parts.sql.transaction().execute(async (trx) => {
      await notices.sendNotice(trx, {
        district,
        id: n(40),
        template: 'note',
        values: { what: 'a', who: 'b' },
        to: [{ person: anna }],
      });
      throw new Error('rolled back');
    }),
  );
  assert.equal((await ask(anna, 'GET', '/api/notices/count')).body.unread, 0);
  started.length = 0;
  assert.equal((await say(41, [{ person: anna }, { person: anna }, { post }])).length, 2);
  assert.equal((await say(41, [{ person: anna }])).length, 0, 'told again under the same id');
  assert.deepEqual(started, [{ district, persons: [anna, boris] }], 'one job, for pages that are open');
  const { body } = await ask(anna, 'GET', '/api/notices');
  assert.deepEqual(
    body.rows.map((row: { title: unknown; text: unknown }) => [row.title, row.text]),
    [
      [
        { zh: '关于停水', en: 'About 停水' },
        { zh: '李四说：停水', en: '李四 says: 停水' },
      ],
    ],
  );
  assert.equal((await ask(boris, 'GET', '/api/notices/count')).body.unread, 1, 'the holder of the post');
});

test('a template that is not there, or a value that is missing, stops the sender', async () => {
  await assert.rejects(say(42, [{ person: anna }], { template: 'nothing' }), /nothing/);
  await assert.rejects(say(42, [{ person: anna }], { values: { what: 'x' } }), /\{who\}/);
});

test('values lie sealed in the table', async () => {
  const rows = await parts.sql.selectFrom('notice').selectAll().execute();
  assert.ok(rows.length > 0);
  assert.ok(!JSON.stringify(rows).includes('李四'));
});

test('security 24: who may not see the matter, or not its label, learns only that there is something', async () => {
  await say(43, [{ person: anna }, { person: boris }, { person: chief }], {
    template: 'guarded',
    values: { who: '李四' },
    about: 'case:1',
  });
  const first = async (person: Id) => (await ask(person, 'GET', '/api/notices')).body.rows[0];
  assert.equal((await first(anna)).text.zh, '李四的事项');
  for (const person of [boris, chief]) {
    const row = await first(person);
    assert.ok(!JSON.stringify(row).includes('李四') && row.about === null, 'no name, no link');
    assert.match(row.title.en, /something to see/);
  }
  await say(44, [{ person: boris }], { about: 'case:2' });
  assert.equal((await first(boris)).about, null, 'a matter that was taken away from him');
});

test('S113: receipts tell who was told, whom it reached, who read, to whoever may read the matter', async () => {
  await say(45, [{ person: chief }, { person: top }], { about: 'case:0196fdf7-2a80-7000-8000-0000000000aa' });
  const at = '/api/notices/receipts/0196fdf7-2a80-7000-8000-0000000000aa';
  const receipts = async () =>
    (await ask(anna, 'GET', at)).body.map((row: Record<string, unknown>) => [
      Boolean(row['deliveredAt']),
      Boolean(row['readAt']),
    ]);
  assert.deepEqual(await receipts(), [
    [false, false],
    [false, false],
  ]);
  const { body } = await ask(chief, 'GET', '/api/notices');
  assert.deepEqual((await receipts()).sort(), [
    [false, false],
    [true, false],
  ]);
  await ask(chief, 'POST', '/api/notices/read', { ids: [body.rows[0].id] });
  assert.deepEqual((await receipts()).sort(), [
    [false, false],
    [true, true],
  ]);
  assert.equal((await ask(boris, 'GET', at)).status, 404);
  assert.equal((await ask(resident, 'GET', at)).status, 401);
});

test('S365: what nobody acknowledges in time goes to the next, then to those above; an answer ends it', async () => {
  await say(46, [{ person: anna }], { template: 'urgent', values: { what: '险情' }, otherwise: [{ person: chief }] });
  const waits = async (person: Id) => (await ask(person, 'GET', '/api/notices/count')).body.toAcknowledge;
  clock.pass(4 * 60_000);
  assert.equal(await notices.escalateDue(), 0);
  clock.pass(61_000);
  assert.equal(await notices.escalateDue(), 1);
  assert.deepEqual([await waits(anna), await waits(chief), await waits(top)], [1, 1, 0]);
  assert.equal(await notices.escalateDue(), 0, 'once');
  clock.pass(5 * 60_000);
  assert.equal(await notices.escalateDue(), 1, 'the list is at its end: those above');
  assert.equal(await waits(top), 1);
  const urgent = (await ask(top, 'GET', '/api/notices')).body.rows[0];
  assert.ok(urgent.escalated);
  assert.equal((await ask(boris, 'POST', `/api/notices/${urgent.id}/acknowledge`)).status, 404, 'not his');
  assert.equal((await ask(top, 'POST', `/api/notices/${urgent.id}/acknowledge`)).body.toAcknowledge, 0);
  clock.pass(60 * 60_000);
  assert.equal(await notices.escalateDue(), 0);
  const audited = await parts.sql
    .selectFrom('audit_row')
    .select('person')
    .where('action', '=', 'notice.acknowledge')
    .execute();
  assert.deepEqual(
    audited.map((row) => row.person),
    [top],
  );
});

test('two processes that escalate at once tell the next one once', async () => {
  await say(47, [{ person: anna }], { template: 'urgent', values: { what: '险情' }, otherwise: [{ person: boris }] });
  clock.pass(6 * 60_000);
  const other = testNotices(await testParts(database, { clock }));
  const counts = await Promise.all([notices.escalateDue(), other.notices.escalateDue()]);
  assert.equal(counts[0] + counts[1], 1);
});

test('pages of messages meet without a gap; all can be marked read', async () => {
  for (let turn = 60; turn < 85; turn += 1) await say(turn, [{ resident }]);
  const first = (await ask(resident, 'GET', '/api/resident/notices')).body;
  const second = (await ask(resident, 'GET', `/api/resident/notices?after=${first.rows.at(-1).id}`)).body;
  assert.deepEqual([first.more, second.more], [true, false]);
  assert.equal(new Set([...first.rows, ...second.rows].map((row: { id: string }) => row.id)).size, 25);
  assert.equal((await ask(resident, 'POST', '/api/resident/notices/read', {})).body.unread, 0);
  assert.equal((await ask(resident, 'GET', '/api/resident/notices?unread=true')).body.rows.length, 0);
});
