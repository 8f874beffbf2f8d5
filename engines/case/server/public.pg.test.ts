import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, district, grid1, newId, people, reportBody, startCases } from './fixtures/case-district.ts';

const database = await testDatabase();
const { as } = await startCases(await testParts(database));
const anyone = as(null);
const manager = as(people.manager);
const worker = as(people.worker);

const made = await manager('POST', '/api/plates', { id: newId(), at: '990101001001g01' });
const plates = (await manager('GET', '/api/plates?at=990101001001g01')).body;

const queryCode = 'ABCD2345';
const publicReport = (more: object = {}) => ({
  report: reportBody({ place: { text: '2 单元' } }),
  plate: plates[0].code,
  queryCode,
  district,
  ...more,
});
const send = async (more: object = {}) => {
  const body = publicReport(more);
  const answer = await anyone('POST', '/api/public/reports', body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { body, receipt: answer.body };
};

describe('QR plates', () => {
  test('one for each building, opaque, made once', async () => {
    assert.equal(made.body.made, 2);
    assert.equal((await manager('POST', '/api/plates', { id: newId(), at: '990101001001g01' })).body.made, 0);
    assert.deepEqual(
      plates.map((plate: { place: { code: string } }) => plate.place.code),
      ['990101001001g01b01', '990101001001g01b02'],
    );
    for (const { code } of plates) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{16}$/);
  });
  test('a plate opens its place, the playbooks for residents and whom to phone', async () => {
    const { body } = await anyone('GET', `/api/public/plates/${plates[0].code}`);
    assert.equal(body.place.code, '990101001001g01b01');
    assert.deepEqual(
      body.playbooks.map((one: { id: string }) => one.id),
      ['test.repair'],
    );
    assert.equal(body.phones[0].phone, '0755-1234567');
  });
  test('a revoked one is unknown, and its building gets a new one', async () => {
    const { code } = plates[1];
    assert.equal((await as(people.otherDistrict)('DELETE', `/api/plates/${code}`)).status, 404);
    assert.equal((await manager('DELETE', `/api/plates/${code}`)).status, 204);
    assert.equal((await anyone('GET', `/api/public/plates/${code}`)).body.code, 'plate.unknown');
    assert.equal(
      (await anyone('POST', '/api/public/reports', publicReport({ plate: code }))).body.code,
      'plate.unknown',
    );
    assert.equal((await manager('POST', '/api/plates', { id: newId(), at: '990101001001g01' })).body.made, 1);
  });
  test('nobody makes plates beside his range', async () => {
    assert.equal((await worker('POST', '/api/plates', { id: newId(), at: '990101001' })).status, 403);
  });
});

describe('a report without sign-in', () => {
  test('lies at the plate’s building; the query code is stored as its HMAC only', async () => {
    const { body, receipt } = await send();
    const again = await anyone('POST', '/api/public/reports', body);
    assert.deepEqual(again.body, receipt);
    const { rows } = await raw<{ path: string; channel: string; hmac: string; reporter_kind: string }>`
      select path, channel, query_code_hmac as hmac, reporter_kind from case_file where id = ${receipt.id}::uuid`.execute(
      database.sql,
    );
    assert.deepEqual(
      { ...rows[0], hmac: '' },
      { path: `${grid1}b01.`, channel: 'qr', hmac: '', reporter_kind: 'anonymous' },
    );
    assert.match(rows[0]?.hmac ?? '', /^sm3:[0-9a-f]{64}$/);
  });
  test('a place chosen by hand goes before the plate', async () => {
    const { receipt } = await send({ report: reportBody({ place: { code: '990101001001g02', text: '' } }) });
    const { rows } = await raw<{ path: string }>`select path from case_file where id = ${receipt.id}::uuid`.execute(
      database.sql,
    );
    assert.equal(rows[0]?.path, '99.01.01.001.001.g02.');
  });
  test('nobody writes for somebody else without sign-in', async () => {
    const report = reportBody({ onBehalf: { name: '某', channel: 'phone' } });
    assert.equal((await anyone('POST', '/api/public/reports', publicReport({ report }))).status, 403);
  });
  test('without plate, code or point the place is unknown', async () => {
    const { plate: _plate, ...body } = publicReport();
    assert.equal((await anyone('POST', '/api/public/reports', body)).body.code, 'case.place-unknown');
  });
});

describe('progress', () => {
  test('number and query code open it, as people type them; no names of staff', async () => {
    const { receipt } = await send();
    await worker('POST', `/api/cases/${receipt.id}/actions`, { id: newId(), action: 'accept', form: {} });
    const { status, body } = await anyone('POST', '/api/public/progress', {
      number: receipt.number,
      queryCode: 'abcd 2345',
    });
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(
      body.steps.map((step: { shown: { zh: string } }) => step.shown.zh),
      ['已收到', '已受理'],
    );
    assert.ok(!JSON.stringify(body).includes('陈静'));
    assert.equal(body.steps[1].body, '青石街道办事处');
  });
  test('it promises the day of closing, not the deadlines that staff keep among themselves', async () => {
    const { receipt } = await send();
    await worker('POST', `/api/cases/${receipt.id}/actions`, { id: newId(), action: 'accept', form: {} });
    const { clocks, row } = (await manager('GET', `/api/cases/${receipt.id}`)).body;
    const { body } = await anyone('POST', '/api/public/progress', { number: receipt.number, queryCode });
    const whole = clocks.find((clock: { main: boolean }) => clock.main);
    assert.ok(row.dueAt < whole.dueAt, 'an earlier deadline runs');
    assert.equal(body.dueAt, whole.dueAt);
  });
  test('a wrong code, a wrong number and a matter without a code are refused alike', async () => {
    const { receipt } = await send();
    const own = reportBody();
    const staffs = await worker('POST', '/api/cases', own);
    const answers = await Promise.all(
      [
        { number: receipt.number, queryCode: 'ABCD2346' },
        { number: '260101-00000-00000', queryCode },
        { number: staffs.body.number, queryCode },
      ].map((body) => anyone('POST', '/api/public/progress', body)),
    );
    const plain = answers.map(({ status, body: { trace: _trace, ...rest } }) => ({ status, rest }));
    assert.equal(plain[0]?.status, 404);
    assert.deepEqual(plain[1], plain[0]);
    assert.deepEqual(plain[2], plain[0]);
  });
  test('whoever asked rates with the code; a dissatisfied rating reopens', async () => {
    const { receipt } = await send();
    const act = async (session: keyof typeof people, action: string, form: object = {}) => {
      const answer = await as(people[session])('POST', `/api/cases/${receipt.id}/actions`, {
        id: newId(),
        action,
        form,
      });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    };
    await act('worker', 'accept');
    await act('dispatcher', 'send', { body: bodies.works });
    await act('repairer', 'finish', { result: '好' });
    await act('inspector', 'approve', { answer: '修好了' });
    const query = { number: receipt.number, queryCode };
    const seen = await anyone('POST', '/api/public/progress', query);
    assert.equal(seen.body.answer, '修好了');
    assert.deepEqual(
      seen.body.availableActions.map((one: { id: string }) => one.id),
      ['rate'],
    );
    const rate = { id: newId(), action: 'rate', form: { rating: 1 } };
    const rated = await anyone('POST', '/api/public/progress/actions', { query, action: rate });
    assert.equal(rated.body.status, 'open');
    assert.equal(rated.body.rating, 1);
    const again = await anyone('POST', '/api/public/progress/actions', { query, action: rate });
    assert.deepEqual(again.body, rated.body);
    const wrong = await anyone('POST', '/api/public/progress/actions', {
      query: { ...query, queryCode: 'ZZZZ2345' },
      action: rate,
    });
    assert.equal(wrong.body.code, 'progress.unknown');
    const staffs = { id: newId(), action: 'accept', form: {} };
    assert.equal((await anyone('POST', '/api/public/progress/actions', { query, action: staffs })).status, 409);
  });
});

test('what everybody may know of playbooks: definitions and the lists they use', async () => {
  const { body } = await anyone('GET', '/api/playbooks');
  assert.deepEqual(
    body.playbooks.map((one: { id: string }) => one.id),
    ['test.repair'],
  );
  assert.deepEqual(
    body.codeLists.map((one: { id: string }) => one.id),
    ['test.kinds'],
  );
});

test('nothing else answers without sign-in', async () => {
  for (const [method, url] of [
    ['GET', '/api/cases'],
    ['GET', `/api/cases/${newId()}`],
    ['GET', '/api/inbox/count'],
    ['GET', '/api/plates?at=990101'],
    ['POST', '/api/cases'],
    ['POST', '/api/cases/export'],
  ] as const) {
    assert.equal((await anyone(method, url, method === 'POST' ? {} : undefined)).status, 401, url);
  }
});
