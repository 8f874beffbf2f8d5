import { chinaDate, type Instant } from '#kernel/instant';
import type { Id } from '#kernel/ids';

/** Without letters that are read as one another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The export id that is printed into a file and stands in its audit row: `E261122-7K3M9QXA`, the day and forty
 * random bits of the request's id. A file that turns up somewhere leads back to who took it out.
 */
export const exportMark = (id: Id, at: Instant): string => {
  let bits = Number.parseInt(id.replaceAll('-', '').slice(-10), 16);
  let text = '';
  for (let sign = 0; sign < 8; sign += 1) {
    text = `${alphabet[bits % 32]}${text}`;
    bits = Math.floor(bits / 32);
  }
  return `E${chinaDate(at).slice(2).replaceAll('-', '')}-${text}`;
};

/** `陈静 9f3a`: the name and the last four signs of the account, as on screens and paper. */
export const signatureOf = (name: string, person: Id): string => `${name} ${person.slice(-4)}`;
