import { type Id } from '#kernel/ids';
import { chinaDate, type Instant } from '#kernel/instant';

/**
 * The number that people read, say on the phone and write down: `261122-48213-90721`, the day in China
 * and ten digits made of the id's last 48 random bits, so a phone knows it before it has sent anything.
 *
 * Two matters of one day share a number with odds of about n² / (2 · 10^10): 1,000 a day, once in 55 years.
 * So it is not unique in the database; the id is. Whoever asks by number also has the query code.
 */
export const caseNumber = (id: Id, reportedAt: Instant): string => {
  const day = chinaDate(reportedAt).slice(2).replaceAll('-', '');
  const digits = String(Number.parseInt(id.slice(-12), 16) % 10_000_000_000).padStart(10, '0');
  return `${day}-${digits.slice(0, 5)}-${digits.slice(5)}`;
};
