import { createHash } from 'node:crypto';
import type { Id } from '#kernel/ids';

/** The same id for the same parts, every time (UUIDv8, RFC 9562): a command that may happen once for them. */
export const derivedId = (...parts: readonly string[]): Id => {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
