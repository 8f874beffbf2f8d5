import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Files } from '#platform/server/parts';
import type { ScenePhotos } from '../matter.ts';
import type { PhotoValue } from '../story.ts';
import { chanceOf } from '../chance.ts';
import { size } from './drawing.ts';
import { scenes } from './scenes.ts';

/** Noise of a small lens, one byte a pixel around the middle grey, always the same. */
const grain = (() => {
  const chance = chanceOf('grain');
  return Buffer.from(Uint8Array.from({ length: size.width * size.height }, () => 118 + Math.floor(chance.next() * 20)));
})();

const demoCommand = '0196fdf7-2a80-7000-8000-0000000de300';

export const paint = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg))
    .composite([{ input: grain, raw: { ...size, channels: 1 }, blend: 'soft-light' }])
    .blur(0.6)
    .jpeg({ quality: 74 })
    .toBuffer();

/** Paints the scenes and stores them as a phone would send them; what is stored already costs only the painting. */
export const storePictures = async (files: Files): Promise<ReadonlyMap<string, ScenePhotos>> => {
  const stored = new Map<string, Promise<PhotoValue>>();
  const store = (svg: string, name: string): Promise<PhotoValue> => {
    const known = stored.get(svg);
    if (known) return known;
    const made = (async () => {
      const bytes = await paint(svg);
      const id = createHash('sha256').update(bytes).digest('hex');
      await files.put(id, Readable.from([bytes]), { declaredType: 'image/jpeg', by: null });
      // Used by the demo as a whole: what nobody uses is swept away.
      await files.claim([id], { by: null, command: demoCommand });
      return { id, name };
    })();
    stored.set(svg, made);
    return made;
  };
  const entries = await Promise.all(
    Object.entries(scenes).map(async ([name, scene]) => {
      const [before, after] = await Promise.all([store(scene.before, '现场.jpg'), store(scene.after, '办理后.jpg')]);
      return [name, { before: [before], after }] as const;
    }),
  );
  return new Map(entries);
};
