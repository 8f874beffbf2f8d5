import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { testSession } from '#tests/support/sessions.ts';
import { bodies, district, newId, people, reportBody, startCases } from './fixtures/case-district.ts';

const database = await testDatabase();
const clock = testClock('2026-11-22T08:00:00.000Z');
const parts = await testParts(database, { clock });
const { as, engine } = await startCases(parts);
const anyone = as(null);
const [anna, boris] = [
  testSession({ kind: 'resident', person: newId() }),
  testSession({ kind: 'resident', person: newId() }),
];
const manager = as(people.manager);

const queryCode = 'ABCD2345';
const report = (as_ = anyone, body = { report: reportBody(), queryCode, district }) =>
  as_('POST', '/api/public/reports', body).then((answer) => {
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as { id: string; number: string };
  });

test('what a resident reports while signed in is in his list on whatever phone, and in nobody else’s', async () => {
  const body = { report: reportBody(), queryCode, district };
  const { id, number } = await report(as(anna), body);
  await report(as(anna), body);
  const mine = (await as(anna)('GET', '/api/resident/reports')).body;
  assert.deepEqual(
    mine.rows.map((row: { number: string }) => row.number),
    [number],
    'a repeat is the same report',
  );
  assert.deepEqual((await as(boris)('GET', '/api/resident/reports')).body.rows, []);
  assert.equal((await as(boris)('GET', `/api/resident/reports/${id}`)).status, 404);
  assert.equal(
    (await as(boris)('POST', `/api/resident/reports/${id}/actions`, { id: newId(), action: 'withdraw', form: {} }))
      .status,
    404,
  );
  assert.equal((await anyone('GET', '/api/resident/reports')).status, 401);
  assert.equal((await manager('GET', '/api/resident/reports')).status, 401, 'staff are no residents');
});

test('the history does not know the resident; staff see an anonymous report', async () => {
  const { id } = await report(as(anna));
  const tables = JSON.stringify([
    await parts.sql.selectFrom('case_file').selectAll().where('id', '=', id).execute(),
    await parts.sql.selectFrom('case_event').selectAll().where('case_id', '=', id).execute(),
  ]);
  assert.ok(!tables.includes(anna.person));
  assert.ok(!JSON.stringify((await manager('GET', `/api/cases/${id}`)).body).includes(anna.person));
});

test('his view is the one of number and query code: no names of staff', async () => {
  const { id, number } = await report(as(anna));
  const own = (await as(anna)('GET', `/api/resident/reports/${id}`)).body;
  assert.deepEqual(own, (await anyone('POST', '/api/public/progress', { number, queryCode })).body);
});

test('a report made without sign-in is taken over with number and query code, by nothing less', async () => {
  const { id, number } = await report();
  const adopt = (query: object) => as(boris)('POST', '/api/resident/reports', query);
  assert.equal((await adopt({ number, queryCode: 'ABCD2346' })).body.code, 'progress.unknown');
  assert.equal((await adopt({ number, queryCode })).body.id, id);
  assert.equal((await as(boris)('GET', `/api/resident/reports/${id}`)).status, 200);
  assert.equal((await as(boris)('DELETE', `/api/resident/reports/${id}`)).status, 204);
  assert.equal((await as(boris)('GET', `/api/resident/reports/${id}`)).status, 404);
  assert.equal((await anyone('POST', '/api/public/progress', { number, queryCode })).status, 200, 'the report goes on');
});

test('he rates it without a code, a repeat is harmless; a dissatisfied word opens it again', async () => {
  const { id } = await report(as(anna));
  const act = (who: keyof typeof people, action: string, form: object = {}) =>
    as(people[who])('POST', `/api/cases/${id}/actions`, { id: newId(), action, form });
  await act('worker', 'accept');
  await act('dispatcher', 'send', { body: bodies.works });
  await act('repairer', 'finish', { result: '好' });
  await act('inspector', 'approve', { answer: '修好了' });
  const [row] = (await as(anna)('GET', '/api/resident/reports')).body.rows;
  assert.deepEqual([row.id, row.asks], [id, true], 'his word is asked for');
  const rate = { id: newId(), action: 'rate', form: { rating: 1 } };
  const rated = await as(anna)('POST', `/api/resident/reports/${id}/actions`, rate);
  assert.deepEqual([rated.body.status, rated.body.rating], ['open', 1], JSON.stringify(rated.body));
  assert.deepEqual((await as(anna)('POST', `/api/resident/reports/${id}/actions`, rate)).body, rated.body);
  const staffs = { id: newId(), action: 'accept', form: {} };
  assert.equal((await as(anna)('POST', `/api/resident/reports/${id}/actions`, staffs)).status, 409);
});

test('security 47: a resident who leaves is untied from what he reported, which stays', async () => {
  const { id } = await report(as(anna));
  assert.ok((await engine.reportsOf(anna)).some((one) => one.id === id));
  await parts.sql.transaction().execute((trx) => engine.forgetResident(trx, anna.person));
  assert.deepEqual(await engine.reportsOf(anna), []);
  assert.equal((await manager('GET', `/api/cases/${id}`)).status, 200);
});

test('a long list comes in pages that meet', async () => {
  for (let turn = 0; turn < 23; turn += 1) {
    clock.pass(1000);
    await report(as(boris));
  }
  const first = (await as(boris)('GET', '/api/resident/reports')).body;
  const second = (await as(boris)('GET', `/api/resident/reports?after=${first.rows.at(-1).id}`)).body;
  assert.deepEqual([first.rows.length, first.more, second.rows.length, second.more], [20, true, 3, false]);
});

test('security 63: wrong query codes are counted over all processes; the owner elsewhere is not shut out', async () => {
  const { number } = await report();
  const { app } = await startCases(await testParts(database, { clock }));
  const ask = async (code: string, address: string) =>
    (
      await app.inject({
        method: 'POST',
        url: '/api/public/progress',
        remoteAddress: address,
        payload: { number, queryCode: code },
      })
    ).statusCode;
  for (let turn = 0; turn < 5; turn += 1)
    await anyone('POST', '/api/public/progress', { number, queryCode: 'ZZZZ2345' });
  for (let turn = 0; turn < 5; turn += 1) assert.equal(await ask('ZZZZ2345', '127.0.0.1'), 404);
  assert.equal(await ask(queryCode, '127.0.0.1'), 429, 'ten were wrong, five in each process');
  assert.equal(await ask(queryCode, '192.0.2.7'), 200);
  clock.pass(3600_000);
  assert.equal(await ask(queryCode, '127.0.0.1'), 200);
});

test('security 63: a plate takes ten reports a minute, sixty an hour, over all processes', async () => {
  await manager('POST', '/api/plates', { id: newId(), at: '990101001001g01' });
  const [plate] = (await manager('GET', '/api/plates?at=990101001001g01')).body;
  const other = await startCases(await testParts(database, { clock }));
  const doors = [anyone, other.as(null)];
  let taken = 0;
  const flood = async (count: number): Promise<number> => {
    let through = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const body = { report: reportBody({ place: { text: '' } }), plate: plate.code, queryCode, district };
      const { status } = (await doors[turn % 2]?.('POST', '/api/public/reports', body)) ?? { status: 0 };
      if (status === 200) through += 1;
      else assert.equal(status, 429);
    }
    return through;
  };
  for (let turn = 0; turn < 7; turn += 1) {
    const through = await flood(12);
    assert.ok(through <= 10);
    taken += through;
    clock.pass(60_000);
  }
  assert.equal(taken, 60);
});
