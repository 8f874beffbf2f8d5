/** A moment, as ISO 8601 text in UTC with milliseconds: `2026-11-22T06:05:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __instant?: never };

/** A day of the civil calendar: `2026-11-22`. */
export type DateText = string & { readonly __date?: never };

/** China keeps one zone without summer time; every civil date and hour of the platform is in it. */
export const CHINA_OFFSET_MINUTES = 480;

const minute = 60_000;

export const instantOf = (millis: number): Instant => new Date(millis).toISOString();
export const millisOf = (instant: Instant): number => {
  const millis = Date.parse(instant);
  if (Number.isNaN(millis)) throw new RangeError(`not an instant: ${instant}`);
  return millis;
};
export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

export const plusMillis = (instant: Instant, millis: number): Instant => instantOf(millisOf(instant) + millis);
export const millisBetween = (from: Instant, to: Instant): number => millisOf(to) - millisOf(from);

/** The civil date in China of a moment. */
export const chinaDate = (instant: Instant): DateText =>
  instantOf(millisOf(instant) + CHINA_OFFSET_MINUTES * minute).slice(0, 10);

/** Minutes since midnight in China, 0..1439 (fractions kept). */
export const chinaMinuteOfDay = (instant: Instant): number =>
  (((millisOf(instant) / minute + CHINA_OFFSET_MINUTES) % 1440) + 1440) % 1440;

/** The moment at which a civil date and a minute of its day begin in China. `24:00` is minute 1440. */
export const chinaInstant = (date: DateText, minuteOfDay = 0): Instant =>
  instantOf(Date.parse(`${date}T00:00:00.000Z`) + (minuteOfDay - CHINA_OFFSET_MINUTES) * minute);

export const plusDays = (date: DateText, days: number): DateText =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** ISO weekday, 1 = Monday .. 7 = Sunday. */
export const weekday = (date: DateText): number => ((new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1;
