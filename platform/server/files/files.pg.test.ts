import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import sharp from 'sharp';
import type { DomainError } from '#kernel/domain-error';
import { createFiles, createScan, sheetTypes } from '#platform/server/files';
import { makeZip, workbook } from '#tests/support/archives.ts';
import { testDatabase } from '#tests/support/pg.ts';

const { sql } = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-files-'));
after(() => rm(folder, { recursive: true }));
const files = createFiles(sql, folder);
const staff = '0196fdf7-2a80-7000-8000-000000000001';

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const send = (bytes: Buffer, declaredType = 'image/jpeg', by: string | null = null) =>
  files.put(hashOf(bytes), Readable.from([bytes]), { declaredType, by });
const refusal = (bytes: Buffer, declaredType?: string, by: string | null = null): Promise<string> =>
  send(bytes, declaredType, by).then(
    () => 'taken',
    (error: DomainError) => error.code,
  );
const read = async (id: string, variant?: 'thumb'): Promise<Buffer> => {
  const opened = await files.open(id, variant);
  assert.ok(opened);
  return buffer(opened.body);
};

const picture = (width = 900, height = 600) => sharp({ create: { width, height, channels: 3, background: '#2f7d4f' } });
const exif = {
  IFD0: { Copyright: 'canary-name' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 41/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '114/1 20/1 0/1' },
};
const jpeg = await picture().withExif(exif).jpeg().toBuffer();

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const bomb = await sharp({
  create: { width: 20_000, height: 20_000, channels: 3, background: '#000' },
  limitInputPixels: false,
})
  .png({ compressionLevel: 9 })
  .toBuffer();
const csv = Buffer.from('编号,类别\n1,电梯\n');
const zip = makeZip(workbook());

const halfPng = (await picture().png().toBuffer()).subarray(0, 400);

test('a photo loses EXIF and GPS, keeps its pixels, and gets a small version', async () => {
  assert.ok((await sharp(jpeg).metadata()).exif, 'the sample has EXIF');
  const stored = await send(jpeg);
  const full = await read(stored.id);
  const { exif: left, width, height } = await sharp(full).metadata();
  assert.deepEqual([left, width, height], [undefined, 900, 600]);
  assert.ok(!full.includes('canary-name'));
  assert.equal(stored.size, full.length);
  assert.equal((await sharp(await read(stored.id, 'thumb')).metadata()).width, 480);
});

test('a repeat is harmless, also many at once', async () => {
  const other = await picture(50, 40).png().toBuffer();
  const stored = await Promise.all([1, 2, 3, 4].map(() => send(other)));
  assert.equal(new Set(stored.map((one) => JSON.stringify(one))).size, 1);
  assert.deepEqual(await files.find([hashOf(other), 'f'.repeat(64)]), [stored[0]]);
});

test('a picture turned by its EXIF stands upright', async () => {
  const turned = await picture(80, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { width, height } = await sharp(await read((await send(turned)).id)).metadata();
  assert.deepEqual([width, height], [40, 80]);
});

test('a page hidden behind a picture is gone', async () => {
  const polyglot = Buffer.concat([jpeg, Buffer.from('<html><script>alert(1)</script><?php system($_GET[0]); ?>')]);
  const full = await read((await send(polyglot)).id);
  assert.ok(!full.includes('<script>') && !full.includes('<?php'));
  const comment = Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0x00, 0x19]),
    Buffer.from('<script>alert(2)</scrip'),
    jpeg.subarray(2),
  ]);
  assert.ok(!(await read((await send(comment)).id)).includes('<script>'));
});

const hostile: readonly [string, Buffer, string, string][] = [
  ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), 'image/jpeg', 'file.unreadable'],
  ['half a PNG', halfPng, 'image/png', 'file.unreadable'],
  ['only the beginning of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg', 'file.unreadable'],
  ['20,000 × 20,000 pixels', bomb, 'image/png', 'file.unreadable'],
  ['SVG', svg, 'image/svg+xml', 'file.type-refused'],
  ['SVG as JPEG', svg, 'image/jpeg', 'file.type-refused'],
  ['SVG with XML head', Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg]), 'image/png', 'file.type-refused'],
  ['HTML as JPEG', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/jpeg', 'file.type-refused'],
  ['GIF', Buffer.from('GIF89a<script>alert(1)</script>'), 'image/gif', 'file.type-refused'],
  ['PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'application/pdf', 'file.type-refused'],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'image/png', 'file.type-refused'],
  ['nothing', Buffer.alloc(0), 'image/jpeg', 'file.type-refused'],
  ['a sheet from outside', csv, sheetTypes.csv, 'file.type-refused'],
  ['21 MB', Buffer.alloc(21_000_000, 1), 'image/jpeg', 'file.too-large'],
];
for (const [what, bytes, type, code] of hostile) {
  test(`refused: ${what}`, async () => assert.equal(await refusal(bytes, type), code));
}

test('sheets are for staff, and only what is one', async () => {
  assert.equal(await refusal(csv, sheetTypes.csv, staff), 'taken');
  assert.equal(await refusal(zip, sheetTypes.xlsx, staff), 'taken');
  assert.equal(await refusal(Buffer.from('<html>,a'), sheetTypes.csv, staff), 'file.type-refused');
  assert.equal(await refusal(zip.subarray(4), sheetTypes.xlsx, staff), 'file.type-refused');
});

test('bytes that are not what their name says are refused', async () => {
  const outcome = files.put('0'.repeat(64), Readable.from([jpeg]), { declaredType: 'image/jpeg', by: null });
  await assert.rejects(outcome, { code: 'file.hash-differs' });
});

test('what a job made is kept under a name that cannot be guessed', async () => {
  const written = await files.write('通报.csv', 'text/csv', Readable.from([csv]));
  assert.match(written.id, /^[0-9a-f]{64}$/);
  assert.notEqual(written.id, hashOf(csv));
  assert.deepEqual(await read(written.id), csv);
});

/** clamd as its protocol says (INSTREAM): chunks with their length before them, a verdict after the empty one. */
const scanner = async (says: (bytes: Buffer) => string | null) => {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk]);
      const head = 'zINSTREAM\0';
      if (!heard.subarray(0, head.length).equals(Buffer.from(head))) return void socket.end('UNKNOWN COMMAND\0');
      const parts: Buffer[] = [];
      for (let at = head.length; at + 4 <= heard.length; ) {
        const size = heard.readUInt32BE(at);
        if (size === 0) {
          const verdict = says(Buffer.concat(parts));
          if (verdict === null) socket.destroy();
          else socket.end(`${verdict}\0`);
          return;
        }
        if (at + 4 + size > heard.length) return;
        parts.push(heard.subarray(at + 4, at + 4 + size));
        at += 4 + size;
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { at: `127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};

test('security 59: each file is shown to the virus scanner as it came, and what it names is not kept', async () => {
  const seen: string[] = [];
  const clamd = await scanner((bytes) => {
    seen.push(hashOf(bytes));
    return bytes.includes('EICAR') ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK';
  });
  const guarded = createFiles(sql, folder, { scan: createScan(clamd.at) });
  const sendTo = (bytes: Buffer) =>
    guarded.put(hashOf(bytes), Readable.from([bytes]), { declaredType: 'image/jpeg', by: null });
  try {
    const clean = await picture(1_200, 900).jpeg({ quality: 100 }).toBuffer();
    const infected = Buffer.concat([await picture(71, 40).jpeg().toBuffer(), Buffer.from('EICAR')]);
    await sendTo(clean);
    await assert.rejects(sendTo(infected), { code: 'file.infected' });
    assert.deepEqual(seen, [hashOf(clean), hashOf(infected)]);
    assert.deepEqual(await files.find([hashOf(infected)]), []);
    assert.equal(await files.open(hashOf(infected)), null);
  } finally {
    clamd.close();
  }
});

test('security 59: a scanner that breaks off, complains or is not there lets nothing through', async () => {
  const silent = await scanner(() => null);
  const odd = await scanner(() => 'INSTREAM size limit exceeded. ERROR');
  const photo = await picture(72, 40).jpeg().toBuffer();
  for (const at of [silent.at, odd.at, '127.0.0.1:1']) {
    const guarded = createFiles(sql, folder, { scan: createScan(at) });
    const sent = guarded.put(hashOf(photo), Readable.from([photo]), { declaredType: 'image/jpeg', by: null });
    await assert.rejects(sent, { code: 'file.not-scanned' }, at);
  }
  assert.deepEqual(await files.find([hashOf(photo)]), []);
  silent.close();
  odd.close();
});

test('nothing temporary is left behind', async () => {
  assert.deepEqual(await readdir(path.join(folder, 'incoming')), []);
});
