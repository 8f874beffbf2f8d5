import type { DateText } from './instant.ts';

/** One sign for one sign, so that places in the text stay what they are. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９Ｘｘ－＋]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSigns = '10X98765432';

/** The day of birth in an identity number of 18 signs; undefined when it is none (GB 11643-1999: date and check sign). */
export const findBirthDay = (idNumber: string): DateText | undefined => {
  const text = halfWidth(idNumber.trim()).toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return undefined;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  if (checkSigns[sum % 11] !== text[17]) return undefined;
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const real = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === day ? day : undefined;
};

/**
 * Whether a person is under fourteen on a day (个人信息保护法 31: a guardian has to agree). Full years are counted
 * from the day after the birthday (法释〔2006〕1 号, 2); who was born on 29 February has his birthday on the last of
 * February in other years (民法典 202).
 */
export const isUnderFourteen = (bornOn: DateText, today: DateText): boolean => {
  const [year = 0, month = 0, day = 0] = bornOn.split('-').map(Number);
  const last = new Date(Date.UTC(year + 14, month, 0)).getUTCDate();
  const birthday = [year + 14, month, Math.min(day, last)]
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
    .join('-');
  return today <= birthday;
};

/** A mobile number, digits perhaps in groups; not a part of a longer number, nor of the number of a matter. */
const mobile = /(?<![0-9]|[0-9]-)(?:(?:\+|00)?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]){8}(?!-?[0-9])/g;
const identity = /(?<![0-9A-Za-z])[1-9][0-9]{5}[ ]?[0-9]{8}[ ]?[0-9]{3}[0-9Xx](?![0-9A-Za-z])/g;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly mask: string;
}

const findNumbers = (text: string): readonly Found[] => {
  const plain = halfWidth(text);
  const found: Found[] = [];
  for (const match of plain.matchAll(identity)) {
    const digits = match[0].replaceAll(' ', '');
    if (findBirthDay(digits) === undefined) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      mask: `${digits.slice(0, 3)}***********${digits.slice(-4)}`,
    });
  }
  for (const match of plain.matchAll(mobile)) {
    const digits = match[0].replace(/[^0-9]/g, '').slice(-11);
    const start = match.index;
    if (found.some((other) => start < other.end && other.start < start + match[0].length)) continue;
    found.push({ start, end: start + match[0].length, mask: `${digits.slice(0, 3)}****${digits.slice(-4)}` });
  }
  return found.sort((a, b) => a.start - b.start);
};

/**
 * Free text with the mobile and identity numbers masked that slipped into it: `138****5678`,
 * `110***********0012`. For titles, lists, exports and logs; whoever has to act reads the text itself.
 */
export const maskNumbers = (text: string): string => {
  let masked = '';
  let last = 0;
  for (const { start, end, mask } of findNumbers(text)) {
    masked += text.slice(last, start) + mask;
    last = end;
  }
  return masked + text.slice(last);
};
