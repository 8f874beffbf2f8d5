import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ImportMap } from '#engines/exchange/model';
import { grid } from '#packs/grid';
import type { Division, ExchangePorts, PastCase } from './ports.ts';
import { openCsv, readRecords } from '#platform/server/spreadsheets';
import { runImport } from './run-import.ts';

const excerpt = new URL('./fixtures/pingshan-excerpt.csv', import.meta.url);
const [map] = grid.sections.importMaps;

const streets = [
  ['001', '坪山街道', ['六联', '六和', '坪山', '和平', '新和']],
  ['002', '马峦街道', ['坪环', '江岭', '马峦', '沙坣']],
  ['003', '碧岭街道', ['碧岭', '汤坑', '沙湖']],
  ['004', '石井街道', ['金龟', '石井', '田头', '田心']],
  ['005', '坑梓街道', ['坑梓', '秀新', '金沙', '沙田']],
  ['006', '龙田街道', ['龙田', '南布', '竹坑', '老坑']],
] as const;
const divisions: readonly Division[] = [
  { path: '44.03.10.', level: 'district', name: '坪山区' },
  ...streets.flatMap(([code, name, communities]) => [
    { path: `44.03.10.${code}.`, level: 'street', name },
    ...communities.map((one, index) => ({
      path: `44.03.10.${code}.00${index + 1}.`,
      level: 'community',
      name: `${one}社区居委会`,
    })),
  ]),
];

/** What stands behind the ports here: lists in memory, as the engines would answer. */
const makePorts = (more: Partial<ExchangePorts> = {}) => {
  const taken = new Map<string, PastCase>();
  const bodies = new Map<string, string>();
  const ports: ExchangePorts = {
    importMaps: [map],
    codeList: (id) => grid.sections.codeLists.find((list) => list.id === id),
    listDivisions: async () => divisions,
    readOfficialDivisions: async () => [],
    plantDivisions: async () => 0,
    ensureBodies: async (_district, wanted) => {
      const before = bodies.size;
      const ids = wanted.map(({ name }) => {
        const id = bodies.get(name) ?? `body-${bodies.size + 1}`;
        bodies.set(name, id);
        return id;
      });
      return { ids, made: bodies.size - before };
    },
    countMissingBodies: async (_district, wanted) => wanted.filter(({ name }) => !bodies.has(name)).length,
    takePastCases: async (batch) => {
      const fresh = batch.filter((one) => !taken.has(one.id));
      for (const one of fresh) taken.set(one.id, one);
      return { added: fresh.length, known: batch.length - fresh.length, refused: [] };
    },
    knownPastCases: async (_district, _source, ids) =>
      new Set([...taken.values()].map((one) => one.imported.externalId).filter((id) => ids.includes(id))),
    ...more,
  };
  return { ports, taken, bodies };
};

const importExcerpt = async (ports: ExchangePorts, writes = true) => {
  const sheet = new PassThrough();
  const text: Buffer[] = [];
  sheet.on('data', (piece: Buffer) => text.push(piece));
  const outcome = await runImport(
    {
      map,
      open: async () => createReadStream(excerpt),
      write: writes ? { by: 'test', aside: async () => sheet } : null,
    },
    ports,
  );
  return { outcome, sheet: Buffer.concat(text).toString('utf8') };
};

const rowsOf = (outcome: Awaited<ReturnType<typeof runImport>>, zh: string) =>
  outcome.reasons.filter((one) => one.reason.zh.includes(zh)).map(({ rows, whole }) => ({ rows, whole }));

test('the excerpt is taken but for the row whose territory contradicts itself', async () => {
  const { ports, taken, bodies } = makePorts();
  const { outcome, sheet } = await importExcerpt(ports);
  assert.equal(outcome.taken, outcome.rowsIn - 1);
  assert.deepEqual([outcome.known, outcome.setAside], [0, 1]);
  assert.deepEqual(rowsOf(outcome, '「区」'), [{ rows: 1, whole: true }]);
  assert.deepEqual(rowsOf(outcome, '「来源」'), [{ rows: 3, whole: false }]);
  assert.deepEqual(rowsOf(outcome, '「小类」'), [{ rows: 1, whole: false }]);
  assert.deepEqual(rowsOf(outcome, '没有地点'), [{ rows: 6, whole: false }]);
  assert.deepEqual(rowsOf(outcome, '未记载是否按时'), [{ rows: 2, whole: false }]);
  assert.equal(outcome.bodiesMade, bodies.size);

  const of = (key: string): PastCase => {
    const found = [...taken.values()].find((one) => one.imported.externalId === key);
    assert.ok(found, key);
    return found;
  };
  // A row without a place is the district's own; what its moment was in China is kept.
  assert.deepEqual([of('76291').place.path, of('76291').reportedAt], ['44.03.10.', '2018-07-15T14:08:02.000Z']);
  assert.equal(of('76291').assignee, null);
  assert.equal(of('72687').place.path, '44.03.10.006.002.');
  assert.deepEqual(of('72687').values, { source: '12345', property: '投诉' });
  // A contradicting source is missing, a contradicting sub-type leaves the main type.
  assert.deepEqual(of('9222').values, { property: '投诉' });
  assert.deepEqual([of('10872').category, of('10872').title], ['m181.0', '其他市容违法行为或影响市容事件']);
  assert.deepEqual([of('102508').timing, of('102508').closedAt], ['unknown', null]);
  assert.ok(sheet.includes('\r\n整行未接收,「区」的编码与名称互相矛盾,DISTRICT_ID,1,'));
  assert.ok(![...taken.values()].some((one) => one.imported.externalId === '96261'));

  // Two spellings of one unit are one body; two units of one name are two.
  assert.ok(bodies.has('龙田街道综合执法队') && !bodies.has('龙田街道综合执法队（龙田街道办事处）'));
  assert.ok(bodies.has('城建办（坑梓街道办事处）') && bodies.has('城建办（龙田街道办事处）') && !bodies.has('城建办'));
  // Two spellings of one sub-type are one category.
  const heaps = [...taken.values()].filter((one) => one.category === 's615');
  assert.deepEqual([heaps.length, new Set(heaps.map((one) => one.title)).size], [5, 1]);
});

test('the sheet says what was left out, and why, and starts no formula', async () => {
  const { ports } = makePorts();
  const { outcome, sheet } = await importExcerpt(ports);
  const lines = sheet.trimEnd().split('\r\n');
  assert.ok(lines[0]?.startsWith('\ufeff处理,原因,列,原值,REPORT_NUM'));
  assert.equal(lines.length - 1, outcome.asideLines);
  assert.equal(lines.filter((line) => line.startsWith('整行未接收')).length, 1);
  assert.ok(lines.some((line) => line.includes('96261')));
  assert.ok(!/,@坪山/.test(sheet) && /,'@坪山/.test(sheet));
});

test('a second run adds nothing, and a preview says so without writing', async () => {
  const { ports, taken } = makePorts();
  const before = await importExcerpt(ports, false);
  assert.equal(taken.size, 0);
  const first = await importExcerpt(ports);
  assert.deepEqual([before.outcome.taken, before.outcome.bodiesMade], [first.outcome.taken, first.outcome.bodiesMade]);
  const again = await importExcerpt(ports);
  assert.deepEqual([again.outcome.taken, again.outcome.known, again.outcome.bodiesMade], [0, first.outcome.taken, 0]);
  const preview = await importExcerpt(ports, false);
  assert.deepEqual([preview.outcome.taken, preview.outcome.known], [0, first.outcome.taken]);
});

test('a file without its columns, and a district without divisions, are refused with the next step', async () => {
  const { ports } = makePorts({ listDivisions: async () => [] });
  await assert.rejects(importExcerpt(ports), { code: 'import.district-unknown' });
  const open = async () => [Buffer.from('REC_ID,A\n1,2\n')] as unknown as AsyncIterable<Uint8Array>;
  await assert.rejects(runImport({ map: map as ImportMap, open, write: null }, ports), {
    code: 'import.columns-missing',
  });
});

const read = async (pieces: readonly (string | Buffer)[]) => {
  async function* bytes() {
    for (const piece of pieces) yield Buffer.from(piece);
  }
  const sheet = await openCsv(bytes());
  const rows = [];
  for await (const row of sheet.rows) rows.push(row);
  return { columns: sheet.columns, rows };
};

test('sheets are read as offices save them: UTF-8 with and without BOM, GBK, UTF-16', async () => {
  const gbk = Buffer.from([
    0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc0, 0xe0, 0xb1, 0xf0, 0x0d, 0x0a, 0x31, 0x2c, 0xb5, 0xe7, 0xcc, 0xdd, 0x0d, 0x0a,
  ]);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('编号,类别\r\n1,电梯\r\n', 'utf16le')]);
  for (const file of [Buffer.from('编号,类别\n1,电梯\n'), Buffer.from('\ufeff编号,类别\n1,电梯'), gbk, utf16])
    assert.deepEqual(await read([file]), { columns: ['编号', '类别'], rows: [{ 编号: '1', 类别: '电梯' }] });
});

test('an empty file and an open quote are refused in words', async () => {
  await assert.rejects(read(['']), { code: 'import.file-empty' });
  await assert.rejects(read(['a,b\n"1,2\n']), { code: 'import.quote-open' });
});

test('any cells survive writing and reading, however the file is cut into pieces', async () => {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ maxLength: 6 }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 7 }),
      async (records, end, size) => {
        const text = records.map((cells) => cells.map(quote).join(',')).join(end) + end;
        async function* pieces() {
          for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
        }
        const found = [];
        for await (const record of readRecords(pieces())) found.push(record);
        assert.deepEqual(found, records);
      },
    ),
    { numRuns: 300 },
  );
});
