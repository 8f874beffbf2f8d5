import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';
import { markSvg } from '../../platform/web/kit/mark.ts';

const file = (name: string): URL => new URL(`./public/icons/${name}`, import.meta.url);
const pictures = [
  { name: 'icon-192.png', size: 192, margin: 0.14 },
  { name: 'icon-512.png', size: 512, margin: 0.14 },
  { name: 'maskable-512.png', size: 512, margin: 0.24 },
];

/** `WRITE=1 node --test apps/mobile/icons.test.ts` makes the files anew from the mark. */
test('favicon and app icons show the mark', async () => {
  if (process.env['WRITE']) {
    writeFileSync(file('lifang.svg'), markSvg());
    for (const { name, size, margin } of pictures)
      writeFileSync(
        file(name),
        await sharp(Buffer.from(markSvg({ ground: true, margin })), { density: 1200 })
          .resize(size, size)
          .png({ palette: true })
          .toBuffer(),
      );
  }
  assert.equal(readFileSync(file('lifang.svg'), 'utf8'), markSvg());
  for (const { name, size, margin } of pictures) {
    const shown = await sharp(readFileSync(file(name)))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.deepEqual([shown.info.width, shown.info.height], [size, size]);
    const drawn = await sharp(Buffer.from(markSvg({ ground: true, margin })), { density: 1200 })
      .resize(size, size)
      .removeAlpha()
      .raw()
      .toBuffer();
    let apart = 0;
    for (let at = 0; at < drawn.length; at++) apart += Math.abs((drawn[at] ?? 0) - (shown.data[at] ?? 0));
    assert.ok(apart / drawn.length < 2, `${name} differs from the mark`);
  }
});
