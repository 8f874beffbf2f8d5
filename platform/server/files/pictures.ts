import { availableParallelism } from 'node:os';
import sharp from 'sharp';
import { DomainError } from '#kernel/domain-error';

/** A phone makes 12 to 50 million pixels; 20,000 × 20,000 in 1.2 MB is a bomb. */
const mostPixels = 64_000_000;
const longestEdge = 4_096;
const thumbEdge = 480;

sharp.cache(false);
sharp.concurrency(1);

let free = Math.max(1, Math.min(2, availableParallelism() - 1));
const waiting: (() => void)[] = [];

/** Decoding takes memory, so few pictures are worked on at a time and the others wait. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => void waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
};

export interface Picture {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly full: Buffer;
  readonly thumb: Buffer;
}

/**
 * Draws a picture anew: EXIF, GPS, comments and whatever hid behind the pixels are gone. Turned as its
 * EXIF says, at most 4096 px; the thumb is a JPEG of at most 480 px.
 * @throws file.unreadable for what does not decode to its last byte or has too many pixels
 */
export const redraw = (file: string, type: Picture['type']): Promise<Picture> =>
  inTurn(async () => {
    try {
      const source = sharp(file, { limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true });
      const turned = source.rotate().resize(longestEdge, longestEdge, { fit: 'inside', withoutEnlargement: true });
      const encoded =
        type === 'image/jpeg'
          ? turned.jpeg({ quality: 82 })
          : type === 'image/png'
            ? turned.png({ compressionLevel: 8 })
            : turned.webp({ quality: 82 });
      const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
      const thumb = await sharp(data)
        .resize(thumbEdge, thumbEdge, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 76 })
        .toBuffer();
      return { type, width: info.width, height: info.height, full: data, thumb };
    } catch {
      throw new DomainError('file.unreadable');
    }
  });
