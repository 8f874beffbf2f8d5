import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeZip, workbook } from '#tests/support/archives.ts';
import { DomainError } from '#kernel/domain-error';
import { readSheet, sheetLimits } from './read-sheet.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function* bodyOf(bytes: Buffer | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(bytes as string);
}
const read = (bytes: Buffer | string, limits = sheetLimits) => readSheet(bodyOf(bytes), limits);

const refusedWith = async (bytes: Buffer | string, code: string, limits = sheetLimits): Promise<void> => {
  await assert.rejects(read(bytes, limits), (error) => error instanceof DomainError && error.code === code);
};

/** As Excel and WPS write it: shared texts, styles, a hidden sheet before the one that is meant. */
const book = (rows: string, more: { readonly styles?: string; readonly shared?: string } = {}): Buffer =>
  makeZip(
    workbook([
      {
        name: 'xl/workbook.xml',
        data: `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="选项" sheetId="1" state="hidden" r:id="rId1"/><sheet name="清单" sheetId="2" r:id="rId2"/></sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
      },
      { name: 'xl/worksheets/sheet2.xml', data: `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>` },
      { name: 'xl/sharedStrings.xml', data: more.shared ?? `<sst ${main}/>` },
      { name: 'xl/styles.xml', data: more.styles ?? `<styleSheet ${main}/>` },
    ]),
  );

test('a workbook is read as people see it: texts, dates, numbers, places of cells', async () => {
  const shared = `<sst ${main}><si><t>类别</t></si><si><r><t>发现</t></r><r><t>日期</t></r><rPh><t>ri</t></rPh></si><si><t xml:space="preserve"> 3 号楼 &amp; 车棚 </t></si></sst>`;
  const styles = `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.00&quot;天&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;
  const rows = [
    '<row r="1"><c r="A1" t="inlineStr"><is><t>2026 年 11 月隐患清单</t></is></c></row>',
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>数量</t></is></c></row>',
    '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>46348</v></c><c r="D3"><v>12.5</v></c></row>',
    '<row r="4"/>',
    '<row r="5"><c r="B5" s="2"><v>46348.586805555555</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" s="3"><f>1+1</f><v>2</v></c></row>',
  ];
  const { headers, rows: found } = await read(book(rows.join(''), { shared, styles }));
  assert.deepEqual(headers, ['类别', '发现日期', '', '数量']);
  assert.deepEqual(found, [
    { line: 3, cells: ['3 号楼 & 车棚', '2026-11-22', '', '12.5'] },
    { line: 5, cells: ['', '2026-11-22 14:05', '是', '2'] },
  ]);
});

test('CSV in GBK is read the same way', async () => {
  const gbk = Buffer.from([
    0xc0, 0xe0, 0xb1, 0xf0, 0x2c, 0xb5, 0xd8, 0xb5, 0xe3, 0x0d, 0x0a, 0xb5, 0xe7, 0xcc, 0xdd, 0x2c, 0x33,
  ]);
  assert.deepEqual(await read(gbk), { headers: ['类别', '地点'], rows: [{ line: 2, cells: ['电梯', '3'] }] });
});

test('what is too much, broken or meant to harm is refused, and the server goes on', async () => {
  await refusedWith('', 'import.file-empty');
  await refusedWith(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]), 'import.file-unreadable');
  const small = { ...sheetLimits, rows: 2, columns: 3, bytes: 100_000, part: 50_000 };
  const row = '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>';
  await refusedWith(book(row.repeat(3)), 'sheet.too-many-rows', small);
  await refusedWith('a,b\r\n'.repeat(3), 'sheet.too-many-rows', small);
  await refusedWith(book('<row><c r="XFD1"><v>1</v></c></row>'), 'sheet.too-many-columns', small);
  await refusedWith('a,b,c,d', 'sheet.too-many-columns', small);
  await refusedWith('x'.repeat(200_000), 'sheet.too-large', small);
  // Eight megabytes of blanks in a small file, whose head says it is small.
  const bomb = makeZip(
    workbook([{ name: 'xl/worksheets/sheet1.xml', data: ' '.repeat(8_000_000), says: { size: 100 } }]),
  );
  assert.ok(bomb.length < 20_000);
  await refusedWith(bomb, 'import.file-unreadable', small);
  // An entity that names itself is no text of ours: nothing is expanded.
  const { rows } = await read(
    book(
      '<row><c t="inlineStr"><is><t>a&lol;</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row><c t="inlineStr"><is><t>&lol;</t></is></c></row>',
    ),
  );
  assert.deepEqual(rows[0]?.cells, ['&lol;', '']);
});
