/** Files are sent before the form; a value refers to one by the SHA-256 (hex) of its bytes. */
export const isFileHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

export const hashSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

/** The hash that a value names: itself, or the `id` of an object that a file list hands over. */
export const findHash = (value: unknown): string | undefined => {
  const id: unknown = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
  return isFileHash(id) ? id : undefined;
};

/** A hash for samples. */
export const sampleHash = (chance: number): string =>
  Math.floor(chance * 0xffffffff)
    .toString(16)
    .padStart(8, '0')
    .repeat(8);
