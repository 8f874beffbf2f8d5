import { sha256 } from './sha256.ts';

/** Longest side in px: sharp enough to read a sign, small enough for a poor line. */
export const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

export interface TakenPhoto {
  /** SHA-256 of the bytes below. */
  readonly id: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

export class PhotoUnreadable extends Error {}

interface Drawable {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly close: () => void;
}

const readWithElement = (file: Blob): Promise<Drawable> =>
  new Promise((resolve, reject) => {
    const url = URL.createObjectURL(file);
    const image = new Image();
    image.onload = () =>
      resolve({
        source: image,
        width: image.naturalWidth,
        height: image.naturalHeight,
        close: () => URL.revokeObjectURL(url),
      });
    image.onerror = () => {
      URL.revokeObjectURL(url);
      reject(new PhotoUnreadable());
    };
    image.src = url;
  });

const read = async (file: Blob): Promise<Drawable> => {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
  } catch {
    // Older browsers refuse the option, or the type.
    return readWithElement(file);
  }
};

/**
 * A photo as it will be sent: at most 1,600 px, JPEG, without EXIF and GPS (drawing it anew drops them),
 * named by its hash. Rejects with `PhotoUnreadable` for what is no picture.
 */
export const shrinkPhoto = async (file: Blob): Promise<TakenPhoto> => {
  const picture = await read(file);
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext('2d');
    if (!pen) throw new PhotoUnreadable();
    // JPEG knows no transparency: a drawing on nothing would turn black.
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture.source, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    if (!blob) throw new PhotoUnreadable();
    const bytes = await blob.arrayBuffer();
    return { id: await sha256(bytes), type: blob.type, bytes };
  } finally {
    picture.close();
  }
};
