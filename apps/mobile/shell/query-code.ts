const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight letters that cannot be mistaken for one another (Crockford), 40 bits of chance. */
export const newQueryCode = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => letters[byte & 31]).join('');

/** In two groups, as it is read aloud: `4F2K 9QXA`. */
export const spokenCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
