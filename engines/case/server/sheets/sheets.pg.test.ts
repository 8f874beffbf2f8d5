import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql as raw } from 'kysely';
import type { Job } from '#platform/contract';
import { createFiles } from '#platform/server/files';
import { createJobs, findJob, findJobFile, migrateJobs } from '#platform/server/jobs';
import { createLine } from '#platform/server/sql';
import { readSheet } from '#platform/server/spreadsheets';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { unzip } from '#tests/support/unzip.ts';
import { newId, people, startCases } from '../fixtures/case-district.ts';

const database = await testDatabase();
const base = await testParts(database);
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-sheets-'));
await migrateJobs(database.pool);
const line = createLine(database.url);
await line.open();
const jobs = createJobs({ sql: database.sql, pool: database.pool, line, live: base.live, log: base.log });
const files = createFiles(database.sql, folder);
const { as } = await startCases({ ...base, jobs, files });
await jobs.work();
const dispatcher = as(people.dispatcher);
const { person } = people.dispatcher;

const send = async (text: string): Promise<string> => {
  const bytes = Buffer.from(text);
  const id = createHash('sha256').update(bytes).digest('hex');
  await files.put(id, Readable.from([bytes]), { declaredType: 'text/csv', by: person });
  return id;
};

const ended = async (id: string): Promise<Job> => {
  for (let turn = 0; turn < 200; turn += 1) {
    const job = await findJob(database.sql, id, person);
    if (job && (job.state === 'done' || job.state === 'failed')) return job;
    await wait(50);
  }
  throw new Error('the job did not end');
};

const csv = [
  '类别,网格,地点,words,反映人,联系电话',
  '电梯,990101001001g01,3 号楼,停在六楼,,',
  '飞碟,990101001001g01,4 号楼,有异响,,',
  '路灯,990101001001g02,东门,不亮,刘奶奶,13800005678',
  '路灯,990102001001g01,别的区,不亮,,',
  '电梯,990101001001g01,3 号楼,停在六楼,,',
  '=cmd|1,990101001001g01,5 号楼,,,123',
].join('\r\n');

test('columns are proposed by their headers, checked, taken once, remembered; what is wrong comes back marked', async () => {
  const file = await send(csv);
  const { body: reading } = await dispatcher('POST', '/api/case-sheets/reading', { file, playbook: 'test.repair' });
  assert.deepEqual(reading.columns, ['category', 'place', 'placeText', 'field:words', 'name', 'phone']);
  assert.equal(reading.remembered, false);
  assert.equal(reading.rows, 6);
  const order = { file, playbook: 'test.repair', columns: reading.columns as string[] };

  const { status, body: preview } = await dispatcher('POST', '/api/case-sheets/preview', order);
  assert.equal(status, 200, JSON.stringify(preview));
  assert.deepEqual({ ...preview, faults: preview.faults.length }, { rows: 6, good: 2, bad: 3, known: 1, faults: 5 });
  assert.deepEqual(preview.faults[0], { line: 3, column: 0, reason: preview.faults[0].reason });
  assert.equal(
    (await raw<{ n: number }>`select count(*)::int as n from case_file`.execute(database.sql)).rows[0]?.n,
    0,
  );

  const id = newId();
  assert.equal((await dispatcher('POST', '/api/case-sheets', { id, ...order })).status, 200);
  const job = await ended(id);
  assert.deepEqual(job.result, { rows: 6, taken: 2, known: 1, bad: 3 });
  const { body: list } = await dispatcher('GET', '/api/cases?size=20');
  assert.deepEqual(list.rows.map((row: { place: { text: string } }) => row.place.text).sort(), ['3 号楼', '东门']);

  const kept = await findJobFile(database.sql, id, person);
  const opened = await files.open(kept?.id ?? '');
  const pieces: Buffer[] = [];
  for await (const piece of opened?.body ?? []) pieces.push(piece as Buffer);
  const returned = await readSheet(Readable.from([Buffer.concat(pieces)]));
  assert.deepEqual(returned.headers, ['类别', '网格', '地点', 'words', '反映人', '联系电话', '未导入原因']);
  assert.deepEqual(
    returned.rows.map(({ cells }) => cells[2]),
    ['4 号楼', '别的区', '5 号楼'],
  );
  assert.match(returned.rows[0]?.cells[6] ?? '', /^类别：没有「飞碟」这个类别/);
  const xml = String((await unzip(Buffer.concat(pieces))).get('xl/worksheets/sheet1.xml'));
  assert.match(xml, /<c s="4" t="inlineStr"><is><t xml:space="preserve">飞碟/);

  // The same sheet again adds nothing, and its columns are known.
  const again = newId();
  await dispatcher('POST', '/api/case-sheets', { id: again, ...order });
  assert.deepEqual((await ended(again)).result, { rows: 6, taken: 0, known: 3, bad: 3 });
  const { body: second } = await dispatcher('POST', '/api/case-sheets/reading', { file, playbook: 'test.repair' });
  assert.equal(second.remembered, true);
  const held = await raw<{ text: string }>`select row_to_json(r)::text as text from case_sheet_row r`.execute(
    database.sql,
  );
  assert.doesNotMatch(JSON.stringify(held.rows), /13800005678|刘奶奶/);
});

test('whoever has no post in reach of a place imports nothing there', async () => {
  const file = await send('类别,网格,words\r\n电梯,990101001001g02,停运\r\n');
  const order = { file, playbook: 'test.repair', columns: ['category', 'place', 'field:words'] };
  const { body } = await as(people.worker)('POST', '/api/case-sheets/preview', order);
  assert.deepEqual([body.good, body.bad], [0, 1]);
  const elsewhere = await as(people.worker)('POST', '/api/case-sheets/preview', { ...order, place: '990101001001g02' });
  assert.equal(elsewhere.body.code, 'case.place-unknown');
});

test('the template has headers, lists to choose from and an example that reads back', async () => {
  const { status, bytes } = await dispatcher('GET', '/api/case-sheets/templates/test.repair');
  assert.equal(status, 200);
  const entries = await unzip(bytes);
  assert.match(
    String(entries.get('xl/worksheets/sheet1.xml')),
    /<dataValidation type="list"[^>]*sqref="A2:A2000"><formula1>选项!\$A\$1:\$A\$3/,
  );
  assert.match(String(entries.get('xl/worksheets/sheet2.xml')), /设施 · 电梯/);
  const { headers, rows } = await readSheet(Readable.from([bytes]));
  assert.deepEqual(headers.slice(0, 3), ['事项类别', '所属区域', '具体地点']);
  assert.equal(rows.length, 1);
});

// Before the database goes, which is after the whole file.
test('ends', async () => {
  await jobs.stop();
  await line.close();
  await rm(folder, { recursive: true, force: true });
});
