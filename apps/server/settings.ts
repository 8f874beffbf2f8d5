import { defaultCalendar } from '#kernel/working-calendar';
import { calendarFrom, calendarSettings } from '#platform/server/calendar';

/** A setting that people may read and change. What the server keeps for itself is not among them. */
interface DeclaredSetting {
  readonly otherwise: unknown;
  /** What is wrong with a value; null when nothing is. */
  readonly problem: (value: unknown) => string | null;
}

export const demoGoesOn = 'demo.goes-on';
export const mapKey = 'map.tianditu-key';

const ofCalendar = (problems: ReturnType<typeof calendarFrom>): string | null =>
  'problems' in problems ? problems.problems.join('; ') : null;

export const declaredSettings: Readonly<Record<string, DeclaredSetting>> = {
  [demoGoesOn]: {
    otherwise: true,
    problem: (value) => (typeof value === 'boolean' ? null : 'true / false'),
  },
  [mapKey]: {
    otherwise: '',
    problem: (value) => (typeof value === 'string' && /^[0-9a-zA-Z]{0,64}$/.test(value) ? null : '[0-9a-zA-Z]{0,64}'),
  },
  [calendarSettings.years]: {
    otherwise: [],
    problem: (value) => ofCalendar(calendarFrom(value, null)),
  },
  [calendarSettings.hours]: {
    otherwise: { week: defaultCalendar.week, makeUpDay: defaultCalendar.makeUpDay },
    problem: (value) => ofCalendar(calendarFrom([], value)),
  },
};
