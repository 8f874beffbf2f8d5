import path from 'node:path';

/** Where the bytes of a file lie below the folder of files: `ab/abcd…`. */
export const placeOf = (id: string): string => path.join(id.slice(0, 2), id);

export const thumbOf = (id: string): string => `${placeOf(id)}.thumb`;

/** Everything that is kept for a stored file; whatever else lies in the folder belongs to nothing. */
export const placesOf = (stored: { readonly id: string; readonly type: string }): readonly string[] =>
  stored.type.startsWith('image/') ? [placeOf(stored.id), thumbOf(stored.id)] : [placeOf(stored.id)];
