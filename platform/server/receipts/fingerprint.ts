import { hash } from 'node:crypto';

/** JSON with sorted keys and without undefined: the same value always gives the same text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
};

/** What a command said, in 64 hex digits. Give it everything that makes two commands the same: operation, person, body. */
export const fingerprintOf = (value: unknown): string => hash('sha256', canonicalJson(value), 'hex');
