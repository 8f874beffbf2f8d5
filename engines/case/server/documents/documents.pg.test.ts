import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { unzip } from '#tests/support/unzip.ts';
import { file, notice, receipt } from '../../model/documents/fixtures.ts';
import { bodies, type Caller, newId, people, reportBody, startCases, testPorts } from '../fixtures/case-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T02:00:00.000Z');
const parts = await testParts(database, { clock });
const { as } = await startCases(parts, {
  ...testPorts,
  definitions: {
    ...testPorts.definitions,
    documents: [
      receipt,
      { ...notice, number: { ...notice.number, pattern: '（{year}）{place}修字第{n}号', per: 'street' } },
      { ...file, number: { pattern: '（{year}）{place}修字第{n}号', per: 'street', series: 'test.file' } },
    ],
  },
});

const worker = as(people.worker);
const inspector = as(people.inspector);

const act = async (caller: Caller, id: string, action: string, form: object = {}): Promise<void> => {
  const { status, body } = await caller('POST', `/api/cases/${id}/actions`, { id: newId(), action, form });
  assert.equal(status, 200, JSON.stringify(body));
};

/** A matter, written for somebody, on its way to the answer. */
const closedMatter = async (): Promise<string> => {
  const written = reportBody({
    onBehalf: { name: '刘奶奶', phone: '13800005678', channel: 'counter', queryCode: '7K3M9QXA' },
    values: { words: '灯不亮', contact: '13900001234' },
  });
  assert.equal((await as(people.dispatcher)('POST', '/api/cases', written)).status, 200);
  await act(worker, written.id, 'accept');
  await act(as(people.dispatcher), written.id, 'send', { body: bodies.works });
  await act(as(people.repairer), written.id, 'finish', { result: '换了灯泡' });
  await act(inspector, written.id, 'approve', { answer: '灯已修好。' });
  return written.id;
};

const issue = (caller: Caller, id: string, document: string, more: object = {}) =>
  caller('POST', `/api/cases/${id}/documents/${document}/issues`, { id: newId(), clear: false, ...more });

test('documents are listed with what may be had and why the others may not', async () => {
  const written = reportBody();
  await as(people.dispatcher)('POST', '/api/cases', written);
  const { body } = await worker('GET', `/api/cases/${written.id}/documents`);
  assert.deepEqual(
    body.map(({ id, offered, waits, numbered, dossier }: Record<string, unknown>) => ({
      id,
      offered,
      waits,
      numbered,
      dossier,
    })),
    [
      { id: 'test.receipt', offered: true, waits: null, numbered: false, dossier: false },
      { id: 'test.notice', offered: false, waits: notice.waits, numbered: true, dossier: false },
      { id: 'test.file', offered: true, waits: null, numbered: true, dossier: true },
    ],
  );
  const early = await issue(inspector, written.id, 'test.notice');
  assert.equal(early.status, 409);
  assert.equal(early.body.code, 'document.not-yet');
  assert.equal((await issue(inspector, written.id, 'test.gone')).status, 404);
  assert.equal((await as(people.neighbour)('GET', `/api/cases/${written.id}/documents`)).status, 404);
  assert.equal((await issue(as(people.otherDistrict), written.id, 'test.receipt')).status, 404);
});

test('a preview is masked, bears no mark and takes no number', async () => {
  const id = await closedMatter();
  const { status, body } = await inspector('GET', `/api/cases/${id}/documents/test.notice`);
  assert.equal(status, 200);
  assert.equal(body.number, null);
  assert.equal(body.mark, null);
  assert.match(JSON.stringify(body.tree), /139\*\*\*\*1234/);
  const { rows } = await raw<{ n: number }>`select count(*)::int as n from case_document_number`.execute(database.sql);
  assert.equal(rows[0]?.n, 0);
  const dossier = await inspector('GET', `/api/cases/${id}/documents/test.file`);
  assert.deepEqual(dossier.body.pages, { 'test.receipt': 1, 'test.notice': 2 });
  assert.deepEqual(dossier.body.missing, ['配件发票']);
});

test('a copy in clear wants a reason, counts as looks and is on record; the same request is one copy', async () => {
  const id = await closedMatter();
  const refused = await issue(inspector, id, 'test.notice', { clear: true });
  assert.equal(refused.body.code, 'document.reason-missing');
  const said = { id: newId(), clear: true, reason: '送达诉求人' };
  const first = await issue(inspector, id, 'test.notice', said);
  assert.equal(first.status, 200, JSON.stringify(first.body));
  assert.match(JSON.stringify(first.body.tree), /13900001234/);
  assert.match(first.body.mark, /^E260302-[0-9A-Z]{8}　赵晨 /);
  const again = await issue(inspector, id, 'test.notice', said);
  assert.equal(again.body.mark, first.body.mark);
  assert.equal(again.body.number, first.body.number);
  const { rows } = await raw<{ reason: string; detail: Record<string, unknown> }>`
    select reason, detail from audit_row where action = 'document.issue' and object = ${`case:${id}`}`.execute(
    database.sql,
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0]?.reason, '送达诉求人');
  assert.equal(rows[0]?.detail['clear'], 'contact');
  assert.ok(!JSON.stringify(rows).includes('13900001234'));
  const looks = await raw<{ n: number }>`
    select count(*)::int as n from personal_reveal where person = ${people.inspector.person}::uuid`.execute(
    database.sql,
  );
  assert.equal(looks.rows[0]?.n, 1);
  const masked = await issue(inspector, id, 'test.notice');
  assert.doesNotMatch(JSON.stringify(masked.body.tree), /13900001234/);
});

test('numbers come without gap or repeat, however many ask at once; a matter keeps its own', async () => {
  await raw`delete from case_document_number`.execute(database.sql);
  await raw`delete from case_document_series`.execute(database.sql);
  const matters = await Promise.all(Array.from({ length: 8 }, closedMatter));
  const asked = [...matters, ...matters].map((id) => issue(inspector, id, 'test.notice'));
  const answers = await Promise.all(asked);
  const numbers = new Map(answers.map(({ body }, at) => [matters[at % matters.length], body.number as string]));
  const expected = matters.map((_, at) => `（2026）001修字第${at + 1}号`);
  assert.deepEqual([...new Set(answers.map(({ body }) => body.number))].sort(), expected);
  assert.equal(new Set(numbers.values()).size, matters.length);
  const dossier = await issue(inspector, matters[0] ?? '', 'test.file');
  assert.equal(dossier.body.number, numbers.get(matters[0]), 'one series, one number');
  clock.set('2026-12-31T16:00:00.000Z');
  const next = await issue(inspector, await closedMatter(), 'test.notice');
  assert.equal(next.body.number, '（2027）001修字第1号', 'counting begins anew with the year of China');
  clock.set('2026-03-02T02:00:00.000Z');
});

test('a copy is a file of Word and a page for A4 paper, with the same words', async () => {
  const id = await closedMatter();
  const url = `/api/cases/${id}/documents/test.file/files`;
  const said = { id: newId(), clear: false };
  const word = await inspector('POST', url, { ...said, format: 'docx' });
  assert.equal(word.status, 200);
  assert.match(String(word.headers['content-disposition']), /attachment/);
  const entries = await unzip(word.bytes);
  const text = String(entries.get('word/document.xml'));
  for (const words of ['修理卷宗', '卷内目录', '受理回执', '修理告知书', '灯不亮', '换了灯泡', '维修队（盖章）'])
    assert.ok(text.includes(words), words);
  // GB/T 9704-2012: A4, margins 37, 26, 35, 28 mm, 22 lines.
  assert.match(text, /<w:pgSz w:w="11906" w:h="16838"/);
  assert.match(text, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  assert.match(text, /<w:docGrid w:type="lines" w:linePitch="579"/);
  assert.match(text, /PAGEREF s_test_notice<\/w:instrText>.{0,80}<w:t[^>]*>2</);
  assert.match(String(entries.get('word/footer1.xml')), /E260302-/);
  const page = await inspector('POST', url, { ...said, format: 'html' });
  const html = page.bytes.toString('utf8');
  for (const words of ['修理卷宗', '卷内目录', '换了灯泡', '@page doc-letter']) assert.ok(html.includes(words), words);
  assert.doesNotMatch(html, /<script|https?:\/\//);
});

test('whoever asked reads his own receipt by number and query code, and no document of staff', async () => {
  const id = await closedMatter();
  const { body: view } = await inspector('GET', `/api/cases/${id}`);
  const query = { number: view.row.number as string, queryCode: '7K3M9QXA' };
  const anyone = as(null);
  const { body: list } = await anyone('POST', '/api/public/progress/documents', query);
  assert.deepEqual(
    list.map((one: { id: string }) => one.id),
    ['test.receipt'],
  );
  const mine = await anyone('POST', '/api/public/progress/document', { query, document: 'test.receipt' });
  assert.match(JSON.stringify(mine.body.tree), /刘\*/);
  assert.doesNotMatch(JSON.stringify(mine.body), /刘奶奶|13800005678|13900001234/);
  assert.equal((await anyone('POST', '/api/public/progress/document', { query, document: 'test.notice' })).status, 404);
  const wrong = await anyone('POST', '/api/public/progress/document', {
    query: { ...query, queryCode: '00000000' },
    document: 'test.receipt',
  });
  assert.equal(wrong.body.code, 'progress.unknown');
});
