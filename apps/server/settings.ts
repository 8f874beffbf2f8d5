import { defaultCalendar } from '#kernel/working-calendar';
import { problemOfSmsGateway, problemOfSmtpServer } from '#engines/notice/model';
import { calendarFrom, calendarSettings } from '#platform/server/calendar';

/** A setting that people may read and change. What the server keeps for itself is not among them. */
interface DeclaredSetting {
  readonly otherwise: unknown;
  /** What is wrong with a value; null when nothing is. */
  readonly problem: (value: unknown) => string | null;
  /** Kept sealed and never shown back: who asks learns only whether there is one. Null or '' takes it away. */
  readonly secret?: true;
}

/** Where the value of a secret setting is sealed. */
export const settingPlace = (key: string) => ({ table: 'setting', column: 'value', row: key });

export const demoGoesOn = 'demo.goes-on';
export const mapKey = 'map.tianditu-key';
export const noticeSettings = {
  sms: 'notice.sms',
  smsSecret: 'notice.sms.secret',
  /** 【…】 before each short message, as carriers want it. */
  signature: 'notice.sms.signature',
  smtp: 'notice.smtp',
  smtpPassword: 'notice.smtp.password',
} as const;

const isSecret = (value: unknown): string | null =>
  value === null || (typeof value === 'string' && value.length <= 1000) ? null : '…';

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
  [noticeSettings.sms]: { otherwise: null, problem: problemOfSmsGateway },
  [noticeSettings.smsSecret]: { otherwise: null, problem: isSecret, secret: true },
  [noticeSettings.signature]: {
    otherwise: '',
    problem: (value) => (typeof value === 'string' && /^(【[^【】\s]{2,16}】)?$/u.test(value) ? null : '【…】'),
  },
  [noticeSettings.smtp]: { otherwise: null, problem: problemOfSmtpServer },
  [noticeSettings.smtpPassword]: { otherwise: null, problem: isSecret, secret: true },
  [calendarSettings.years]: {
    otherwise: [],
    problem: (value) => ofCalendar(calendarFrom(value, null)),
  },
  [calendarSettings.hours]: {
    otherwise: { week: defaultCalendar.week, makeUpDay: defaultCalendar.makeUpDay },
    problem: (value) => ofCalendar(calendarFrom([], value)),
  },
};
