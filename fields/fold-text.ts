/** Full-width letters, digits and signs as half-width ones, as a Chinese keyboard often writes them. */
export const foldWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/g, ' ');

// Control signs, half surrogates (no database stores them) and signs that turn the reading direction.
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]/gu;

/** Text as people wrote it, without what cannot be seen; one kind of line end. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unprintable, '')
    .replace(/[ \t]+\n/g, '\n')
    .trim();

export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

/** Length as people count it: an emoji or a rare character is one. */
export const lengthOf = (text: string): number => [...text].length;

/** `1234567.5` as `1,234,567.5`. */
export const grouped = (digits: string): string => {
  const [whole = '', part] = digits.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? withCommas : `${withCommas}.${part}`;
};
