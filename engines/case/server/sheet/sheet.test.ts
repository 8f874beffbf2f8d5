import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unzip } from '#tests/support/unzip.ts';
import { type Cell, writeSheet } from './write-sheet.ts';

const write = async (rows: Iterable<readonly Cell[]>): Promise<ReadonlyMap<string, string>> => {
  const pieces: Buffer[] = [];
  const sheet = writeSheet({
    name: '事项/清单',
    footer: '周敏 & 2026',
    columns: [{ title: '标题', width: 20 }],
    rows: (async function* () {
      yield* rows;
    })(),
  });
  for await (const piece of sheet) pieces.push(piece as Buffer);
  return unzip(Buffer.concat(pieces));
};

test('a workbook of texts, numbers, moments and empty cells', async () => {
  const files = await write([['电梯 <坏> & "停"', 3.5, { at: '2026-03-02T01:00:00.000Z' }, null]]);
  assert.deepEqual([...files.keys()].sort(), [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const xml = files.get('xl/worksheets/sheet1.xml') ?? '';
  assert.match(xml, /电梯 &lt;坏&gt; &amp; &quot;停&quot;/);
  assert.match(xml, /<c><v>3.5<\/v><\/c>/);
  // 2 March 2026, 09:00 in China.
  assert.match(xml, /<c s="2"><v>46083\.375<\/v><\/c><c\/>/);
  assert.match(xml, /&amp;L周敏 &amp;&amp; 2026/);
  assert.match(files.get('xl/workbook.xml') ?? '', /name="事项 清单"/);
});

test('security 61: nothing that looks like a formula is one, full-width signs too', async () => {
  const traps = [
    '=1+1',
    '+1',
    '-1',
    '@x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\t=1',
    '\r=1',
    '\n=1',
    '　=cmd',
    '|calc',
    '%0A',
  ];
  const xml = (await write(traps.map((text) => [text]))).get('xl/worksheets/sheet1.xml') ?? '';
  assert.equal(xml.match(/<c s="3" t="inlineStr">/g)?.length, traps.length);
  assert.ok(!xml.includes('<f>'));
});

test('signs that XML does not know are left out, and a cell ends where Excel ends it', async () => {
  const xml = (await write([['a\u0000\u000b\ud800b', 'x'.repeat(40_000), '😀']])).get('xl/worksheets/sheet1.xml') ?? '';
  assert.match(xml, />ab</);
  assert.equal(/x+/.exec(xml.replace(/^.*?<sheetData>/s, '').replace(/xml/g, ''))?.[0].length, 32_767);
  assert.match(xml, />😀</);
});

test('two hundred thousand rows go through without piling up', async () => {
  const row = [
    '260302-00000-00000',
    '电梯：3 号楼',
    '青石街道 · 槐荫社区 · 第 3 网格',
    3,
    { at: '2026-03-02T01:00:00.000Z' },
  ];
  const rows = async function* () {
    for (let count = 0; count < 200_000; count += 1) yield row;
  };
  const columns = [{ title: '编号', width: 20 }];
  let bytes = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  for await (const piece of writeSheet({ name: 'x', footer: '', columns, rows: rows() })) {
    bytes += (piece as Buffer).length;
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  assert.ok(bytes > 100_000);
  assert.ok(most < 150_000_000, `${Math.round(most / 1e6)} MB`);
});

test('a failure of the rows fails the file', async () => {
  const rows = async function* (): AsyncGenerator<readonly Cell[]> {
    yield ['a'];
    throw new Error('the database went away');
  };
  const sheet = writeSheet({ name: 'x', footer: '', columns: [], rows: rows() });
  await assert.rejects(async () => {
    for await (const piece of sheet) void piece;
  }, /went away/);
});

test('security 61: every text of a workbook is a typed string, marked as one where a program might compute it', async () => {
  const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '|', '%', '\t', '\r');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(sign, fc.string({ minLength: 1 })), { minLength: 1, maxLength: 20 }),
      async (given) => {
        const rows = given.map(([first, rest]) => [`${first}x${rest}`]);
        const xml = (await write(rows)).get('xl/worksheets/sheet1.xml') ?? '';
        assert.equal(xml.match(/<c s="3" t="inlineStr">/g)?.length, rows.length);
        assert.ok(!/<f[ >]/.test(xml));
      },
    ),
    { numRuns: 60 },
  );
});
