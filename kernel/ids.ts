/** A UUIDv7: its first 48 bits are the millisecond of its making, so rows sort by age. */
export type Id = string & { readonly __id?: never };

const hex = (bytes: ArrayLike<number>): string =>
  Array.from(bytes, (byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');

/**
 * Makes a UUIDv7 from a moment and ten random bytes; both come in, so that pure rooms stay pure.
 * @param millis Unix milliseconds, 0..2^48-1
 */
export const uuidv7 = (millis: number, random: ArrayLike<number>): Id => {
  const time = Math.floor(millis).toString(16).padStart(12, '0');
  const bytes = Array.from({ length: 10 }, (_, index) => random[index] ?? 0);
  bytes[0] = 0x70 | ((bytes[0] ?? 0) & 0x0f);
  bytes[2] = 0x80 | ((bytes[2] ?? 0) & 0x3f);
  const tail = hex(bytes);
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
};

export const isId = (value: unknown): value is Id =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value);

/** Unix milliseconds in which a UUIDv7 was made. */
export const millisOfId = (id: Id): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
