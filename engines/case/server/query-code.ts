import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CasePorts } from './ports.ts';

/** Forty random bits that the resident keeps; the server keeps only HMAC-SM3 of number and code. */
export const hmacOf = async (ports: Pick<CasePorts, 'keyFor'>, number: string, code: string): Promise<string> => {
  const key = await ports.keyFor('case.query-code');
  return `sm3:${createHmac('sm3', key)
    .update(`${number}:${normalise(code)}`)
    .digest('hex')}`;
};

/** As people type it: small letters, spaces and dashes; O, I and L are read as 0, 1 and 1 (Crockford's base 32). */
const normalise = (code: string): string =>
  code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** Compares in a time that says nothing about where they differ. */
export const sameHmac = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};
