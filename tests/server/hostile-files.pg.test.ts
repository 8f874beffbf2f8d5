import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { Problem } from '#platform/contract';
import { sheetTypes } from '#platform/server/files';
import { type ArchivePart, makeZip, workbook } from '#tests/support/archives.ts';
import { newReport, sendReport, someCategory } from '#tests/support/reports.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn, type SignedIn } from '#tests/support/sign-in.ts';

let server: TestServer;
let worker: SignedIn;
before(async () => {
  server = await startTestServer({ demo: true });
  worker = await signIn(server.url, 'wangge');
});
after(() => server.stop());

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const put = async (bytes: Buffer, type: string, as: 'public' | 'staff'): Promise<Response> =>
  fetch(`${server.url}/api/${as === 'public' ? 'public/' : ''}files/${hashOf(bytes)}`, {
    method: 'PUT',
    headers: { 'content-type': type, ...(as === 'staff' ? { cookie: worker.cookie, origin: server.url } : {}) },
    body: bytes as Uint8Array<ArrayBuffer>,
  });

const marker = 'HOSTILE-7f3a';
const script = `<html><script>/*${marker}*/alert(1)</script><?php system($_GET[0]); ?>`;
const picture = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#2f7d4f' } });
const jpeg = await picture().jpeg().toBuffer();
const png = await picture().png().toBuffer();
const webp = await picture().webp().toBuffer();
const bigPng = await sharp({
  create: { width: 20_000, height: 20_000, channels: 3, background: '#000' },
  limitInputPixels: false,
})
  .png({ compressionLevel: 9 })
  .toBuffer();

const comment = (bytes: Buffer, text: string): Buffer => {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(text.length + 2);
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xfe]), size, Buffer.from(text), bytes.subarray(2)]);
};
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Pictures with something more in them: taken, drawn anew, and nothing of it is left. */
const carriers: readonly (readonly [string, Buffer, string])[] = [
  ['a page behind a JPEG', Buffer.concat([jpeg, bytes(script)]), 'image/jpeg'],
  ['a page behind a PNG', Buffer.concat([png, bytes(script)]), 'image/png'],
  ['a page behind a WebP', Buffer.concat([webp, bytes(script)]), 'image/webp'],
  ['a page in the comment of a JPEG', comment(jpeg, script), 'image/jpeg'],
  ['an archive behind a JPEG', Buffer.concat([jpeg, makeZip([{ name: marker, data: script }])]), 'image/jpeg'],
  ['a program behind a PNG', Buffer.concat([png, bytes(`\x7fELF${marker}`)]), 'image/png'],
  ['a JPEG that calls itself a page', comment(jpeg, script), 'text/html'],
  ['a PNG that calls itself SVG', Buffer.concat([png, bytes(script)]), 'image/svg+xml'],
  [
    'EXIF with a name, and GPS',
    await picture()
      .withExif({
        IFD0: { Copyright: marker, Artist: marker },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '22/1 41/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '114/1 20/1 0/1',
        },
      })
      .jpeg()
      .toBuffer(),
    'image/jpeg',
  ],
  [
    'XMP with a name',
    await picture().withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${marker}</x:xmpmeta>`).jpeg().toBuffer(),
    'image/jpeg',
  ],
  ['a second JPEG behind the first', Buffer.concat([jpeg, comment(jpeg, marker)]), 'image/jpeg'],
];

const avi = bytes(`RIFF\0\0\0\0AVI LIST${marker}`);
const mp4 = bytes(`\0\0\0\x18ftypmp42\0\0\0\0mp42isom${marker}`);
const gif = bytes(`GIF89a\x01\0\x01\0\0\0\0;${script}`);
const bmp = bytes(`BM${'\0'.repeat(60)}${marker}`);
const tiff = bytes(`II*\0\x08\0\0\0${marker}`);
const svg = bytes(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${marker}')"/>`);

/** Refused for everybody, whatever they are called. */
const refused: readonly (readonly [string, Buffer, string])[] = [
  ['nothing at all', Buffer.alloc(0), 'image/jpeg'],
  ['20,000 × 20,000 pixels in a megabyte', bigPng, 'image/png'],
  ['half a JPEG', jpeg.subarray(0, jpeg.length >> 1), 'image/jpeg'],
  ['the head of a JPEG', jpeg.subarray(0, 4), 'image/jpeg'],
  ['half a PNG', png.subarray(0, png.length - 20), 'image/png'],
  ['a PNG whose pixels are noise', Buffer.concat([png.subarray(0, 45), randomBytes(400)]), 'image/png'],
  ['half a WebP', webp.subarray(0, 30), 'image/webp'],
  ['a JPEG head before a page', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), bytes(script)]), 'image/jpeg'],
  ['SVG', svg, 'image/svg+xml'],
  ['SVG as JPEG', svg, 'image/jpeg'],
  ['SVG behind an XML head', Buffer.concat([bytes('<?xml version="1.0"?>\n'), svg]), 'image/png'],
  ['SVG behind a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), svg]), 'text/csv'],
  ['SVG in UTF-16', Buffer.from(`\ufeff${svg.toString('latin1')}`, 'utf16le'), 'image/svg+xml'],
  ['HTML as JPEG', bytes(script), 'image/jpeg'],
  ['HTML as CSV', bytes(`  \n<!DOCTYPE html>${script}`), 'text/csv'],
  ['a script', bytes(`#!/bin/sh\nrm -rf /\0${marker}`), 'image/jpeg'],
  ['GIF with a page in it', gif, 'image/gif'],
  ['GIF as PNG', gif, 'image/png'],
  ['BMP', bmp, 'image/bmp'],
  ['TIFF', tiff, 'image/tiff'],
  ['a film as JPEG', mp4, 'image/jpeg'],
  ['a film in a RIFF box as WebP', avi, 'image/webp'],
  ['HEIC as JPEG', bytes(`\0\0\0\x18ftypheic\0\0\0\0${marker}`), 'image/jpeg'],
  ['PDF', bytes(`%PDF-1.7\n${marker}`), 'application/pdf'],
  ['PDF as CSV', bytes(`%PDF-1.7\n${marker}`), 'text/csv'],
  ['a program for Linux', bytes(`\x7fELF\x02\x01\x01\0${marker}`), 'image/png'],
  ['a program for Windows', bytes(`MZ\x90\0\x03\0\0\0${marker}`), 'image/png'],
  ['gzip', Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), randomBytes(40)]), 'image/jpeg'],
  ['RAR', bytes(`Rar!\x1a\x07\x01\0${marker}`), sheetTypes.xlsx],
  ['an old workbook (OLE)', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(600)]), sheetTypes.xlsx],
  ['text with a NUL in it as CSV', bytes(`编号\0,${marker}`), 'text/csv'],
];

const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';
const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'.repeat(3)}]><l>&b;</l>`;
const external =
  '<?xml version="1.0"?><Relationships><Relationship Id="r" Type="http://x/oleObject" Target="file://10.0.0.1/x" TargetMode="External"/></Relationships>';
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000, 0x20);
/** Zeros with enough chance in them to stay below every ratio: 8 MB that unpack to 167 MB. */
const wide = (() => {
  const chunk = Buffer.concat([randomBytes(50_000), Buffer.alloc(950_000, 0x20)]);
  return Buffer.concat(Array.from({ length: 84 }, () => Buffer.from(chunk)));
})();
const book = (...more: ArchivePart[]): Buffer => makeZip(workbook(more));

/** Archives that staff might send as a workbook. */
const archives: readonly (readonly [string, Buffer])[] = [
  ['a bomb: one entry of 160 MB in 160 kB', book({ name: 'xl/worksheets/sheet2.xml', data: zeros(160) })],
  [
    'a bomb within the ratio: 8 MB that unpack to 168 MB',
    book({ name: 'xl/a.bin', data: wide }, { name: 'xl/b.bin', data: wide }),
  ],
  ['a bomb that says it is small', book({ name: 'xl/worksheets/sheet2.xml', data: zeros(90), says: { size: 1_000 } })],
  [
    'entries that share their bytes',
    makeZip([
      ...workbook(),
      { name: 'xl/big.xml', data: zeros(20) },
      ...Array.from({ length: 6 }, (_, at) => ({ name: `xl/copy${at}.xml`, data: zeros(20), sharing: 3 })),
    ]),
  ],
  ['2,500 entries', makeZip([...workbook(), ...Array.from({ length: 2_500 }, (_, at) => ({ name: `xl/${at}.xml` }))])],
  ['an archive within', book({ name: 'xl/more.zip', data: makeZip(workbook()) })],
  ['a way out by ..', book({ name: '../../etc/cron.d/x', data: marker })],
  ['a way out by backslashes', book({ name: 'xl\\..\\..\\x', data: marker })],
  ['an absolute name', book({ name: '/etc/passwd', data: marker })],
  ['a name with NUL', book({ name: `xl/sheet.xml\0.jpg`, data: marker })],
  ['two entries of one name', makeZip([...workbook(), { name: 'XL/workbook.xml', data: doctype }])],
  ['an entity that reads a file (XXE)', book({ name: 'xl/workbook.xml', data: doctype })],
  ['an entity that grows (a billion laughs)', book({ name: 'xl/sharedStrings.xml', data: laughs })],
  ['an entity in UTF-16', book({ name: 'xl/workbook.xml', data: Buffer.from(`\ufeff${doctype}`, 'utf16le') })],
  ['a part from elsewhere', book({ name: 'xl/_rels/workbook.xml.rels', data: external })],
  ['macros', book({ name: 'xl/vbaProject.bin', data: marker })],
  ['a page inside', book({ name: 'xl/x.html', data: script })],
  ['an encrypted entry', book({ name: 'xl/secret.xml', data: marker, says: { flags: 0x801 } })],
  ['an unknown packing', book({ name: 'xl/odd.xml', data: marker, says: { method: 99 } })],
  [
    'a document of words, not a workbook',
    makeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: doctype },
    ]),
  ],
  ['a workbook cut off', book().subarray(0, 200)],
  ['a workbook without its directory', Buffer.concat([book().subarray(0, 150), randomBytes(300)])],
  ['noise behind the sign of an archive', Buffer.concat([bytes('PK\x03\x04'), randomBytes(2_000)])],
];

const storedBytes = async (id: string): Promise<Buffer | null> =>
  readFile(path.join(server.dataFolder, 'files', id.slice(0, 2), id)).catch(() => null);

for (const [what, body, type] of carriers)
  test(`security 59: taken and drawn anew: ${what}`, async () => {
    const answer = await put(body, type, 'public');
    assert.equal(answer.status, 200, await answer.clone().text());
    const kept = await storedBytes(hashOf(body));
    assert.ok(kept);
    for (const sign of [marker, '<script', '<?php', 'PK\x03\x04'])
      assert.ok(!kept.includes(sign), `nothing of “${sign}” is left`);
    const { exif, xmp, width } = await sharp(kept).metadata();
    assert.deepEqual([exif, xmp, width], [undefined, undefined, 60]);
  });

for (const [what, body, type] of refused)
  test(`security 59: refused: ${what}`, async () => {
    for (const as of ['public', 'staff'] as const) {
      const answer = await put(body, type, as);
      assert.ok([415, 422].includes(answer.status), `${as}: ${answer.status}`);
      assert.match(((await answer.json()) as Problem).code, /^file\.(type-refused|unreadable)$/);
    }
    assert.equal(await storedBytes(hashOf(body)), null);
  });

for (const [what, body] of archives)
  test(`security 60: refused by a process of its own: ${what}`, async () => {
    assert.ok(body.length < 20_000_000);
    const answer = await put(body, sheetTypes.xlsx, 'staff');
    assert.equal(((await answer.json()) as Problem).code, 'file.unreadable');
    assert.equal(await storedBytes(hashOf(body)), null);
    assert.equal((await put(body, sheetTypes.xlsx, 'public')).status, 415, 'never without sign-in');
  });

test('security 60: an honest workbook is taken, and so is what we export ourselves', async () => {
  assert.equal((await put(makeZip(workbook()), sheetTypes.xlsx, 'staff')).status, 200);
});

test('security 59: names are never taken from the sender, and nothing temporary is left', async () => {
  const root = path.join(server.dataFolder, 'files');
  const names = (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  for (const { name, parentPath } of names) {
    assert.match(name, /^[0-9a-f]{64}(\.thumb)?$/, path.join(parentPath, name));
    assert.equal(path.relative(root, parentPath), name.slice(0, 2));
  }
  for (const bad of [
    '../../../etc/passwd',
    '..%2f..%2fetc',
    `${'a'.repeat(63)}g`,
    `${'a'.repeat(64)}.jpg`,
    `${'a'.repeat(60)}%00`,
  ]) {
    const answer = await fetch(`${server.url}/api/public/files/${bad}`, {
      method: 'PUT',
      body: jpeg as Uint8Array<ArrayBuffer>,
    });
    assert.ok([400, 404, 405, 422].includes(answer.status), `${bad}: ${answer.status}`);
  }
});

/** The demo district's first grid, as a plate or a map would say it. */
const somewhere = async (): Promise<string> => {
  const me = (await (await worker.get('/api/me')).json()) as { posts: { scope: { code: string } }[] };
  return me.posts[0]?.scope.code ?? '';
};

test('security 57, 59: a file is read through its matter alone, as what it is, never as a page', async () => {
  const photo = await picture(61, 41).jpeg().toBuffer();
  assert.equal((await put(photo, 'image/jpeg', 'public')).status, 200);
  const id = hashOf(photo);
  const body = newReport(await someCategory(server.url), await somewhere());
  const sent = await sendReport(server.url, { ...body, report: { ...body.report, values: { photos: [id] } } });
  assert.equal(sent.status, 200, await sent.clone().text());
  const mine = await worker.get(`/api/cases/${body.report.id}/files/${id}`);
  assert.equal(mine.status, 200);
  assert.equal(mine.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(mine.headers.get('content-type'), 'image/jpeg');
  for (const url of [`/api/files/${id}`, `/api/public/files/${id}`, `/files/${id}`])
    assert.notEqual((await worker.get(url)).headers.get('content-type'), 'image/jpeg', `${url} is no door`);
  // Another matter does not open it, nor one that is not mine.
  const other = newReport(await someCategory(server.url), await somewhere());
  assert.equal((await sendReport(server.url, other)).status, 200);
  assert.equal((await worker.get(`/api/cases/${other.report.id}/files/${id}`)).status, 404);
});

test('security 59: to know the hash of a photo is not enough to name it in a matter of one’s own', async () => {
  const photo = await picture(62, 42).jpeg().toBuffer();
  const id = hashOf(photo);
  const report = async (): Promise<{ status: number; code?: string; body: ReturnType<typeof newReport> }> => {
    const body = newReport(await someCategory(server.url), await somewhere());
    const answer = await sendReport(server.url, { ...body, report: { ...body.report, values: { photos: [id] } } });
    return { status: answer.status, code: ((await answer.json()) as Problem).code, body };
  };
  assert.equal((await report()).code, 'file.not-sent', 'nobody sent it');
  assert.equal((await put(photo, 'image/jpeg', 'public')).status, 200);
  const first = await report();
  assert.equal(first.status, 200);
  const stolen = await report();
  assert.equal(stolen.code, 'file.not-sent', 'it belongs to the matter that used it');
  assert.equal((await worker.get(`/api/cases/${stolen.body.report.id}`)).status, 404, 'and no matter was made');
  const again = await sendReport(server.url, {
    ...first.body,
    report: { ...first.body.report, values: { photos: [id] } },
  });
  assert.equal(again.status, 200, 'the repeat of a command is harmless');
  // Whoever has the bytes may send them too.
  assert.equal((await put(photo, 'image/jpeg', 'public')).status, 200);
  assert.equal((await report()).status, 200);
});

test('security 59: what was sent without sign-in and used by nothing goes after a day', async () => {
  const photo = await picture(63, 43).jpeg().toBuffer();
  const used = await picture(64, 44).jpeg().toBuffer();
  for (const one of [photo, used]) assert.equal((await put(one, 'image/jpeg', 'public')).status, 200);
  const body = newReport(await someCategory(server.url), await somewhere());
  const values = { photos: [hashOf(used)] };
  assert.equal((await sendReport(server.url, { ...body, report: { ...body.report, values } })).status, 200);
  const { pool, files } = server.lifang;
  await files.sweep();
  assert.ok(await storedBytes(hashOf(photo)), 'not before');
  await pool.query(`update stored_file set sent_at = sent_at - interval '25 hours' where id = any($1)`, [
    [hashOf(photo), hashOf(used)],
  ]);
  await files.sweep();
  assert.equal(await storedBytes(hashOf(photo)), null);
  assert.ok(await storedBytes(hashOf(used)));
  const { rows } = await pool.query('select id from stored_file where id = $1', [hashOf(photo)]);
  assert.equal(rows.length, 0);
  assert.equal((await put(photo, 'image/jpeg', 'public')).status, 200, 'it may be sent again');
  assert.ok(await storedBytes(hashOf(photo)));
});

test('the corpus is as large as it has to be', () => {
  assert.ok(carriers.length + refused.length + archives.length >= 40);
});
