import { sql as raw } from 'kysely';

/** The day of China, by the database's clock. */
export const chinaToday = raw<string>`(now() at time zone interval '+08:00')::date`;
/** True of a node that exists today. */
export const current = raw<boolean>`(valid_to is null or valid_to > ${chinaToday})`;
