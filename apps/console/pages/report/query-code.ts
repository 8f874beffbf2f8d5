/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud over the phone. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Forty random bits that only the one who asked will have. */
export const newQueryCode = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => digits[byte & 31]).join('');

/** In two groups, as it is printed and read aloud: `4F2K 9QXA`. */
export const spokenCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
