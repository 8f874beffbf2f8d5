import { defaultCalendar } from '#kernel/working-calendar';
import { caseSettings } from '#engines/case/server';
import { problemOfSmsGateway, problemOfSmtpServer } from '#engines/notice/model';
import { problemOfStaffRules } from '#engines/organisation/model';
import { staffingSettings, usualLimits } from '#engines/organisation/server';
import { keepMonthsKey, leastMonths, usualMonths } from '#platform/server/audit';
import { calendarFrom, calendarSettings } from '#platform/server/calendar';

/** A setting that people may read and change. What the server keeps for itself is not among them. */
interface DeclaredSetting {
  readonly otherwise: unknown;
  /** Where a demo installation differs from `otherwise`. */
  readonly inDemo?: unknown;
  /** What is wrong with a value; null when nothing is. */
  readonly problem: (value: unknown) => string | null;
  /** Kept sealed and never shown back: who asks learns only whether there is one. Null or '' takes it away. */
  readonly secret?: true;
}

/** Where the value of a secret setting is sealed. */
export const settingPlace = (key: string) => ({ table: 'setting', column: 'value', row: key });

/** Security policy: the security administrator's alone (GB/T 22239-2019 8.1.4.2 d). */
export const isSecuritySetting = (key: string): boolean => /^(security|audit)\./.test(key);

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

export const signInSettings = {
  /** `db3`: 等级保护 level 3, complexity and change; `asvs`: OWASP ASVS, neither. */
  profile: 'security.profile',
  /** Of staff. `offered`: who wants one has one. */
  secondFactor: 'security.second-factor',
  issuer: 'sign-in.oidc.issuer',
  clientId: 'sign-in.oidc.client-id',
  clientSecret: 'sign-in.oidc.client-secret',
  name: 'sign-in.oidc.name',
  /** Values of `acr` or `amr` by which the provider says that it asked for two factors; `*` for always. */
  twoFactors: 'sign-in.oidc.two-factors',
  /** Whether the provider lies in a private network. */
  inside: 'sign-in.oidc.inside',
} as const;

const oneOf =
  (...values: readonly string[]) =>
  (value: unknown): string | null =>
    values.includes(value as string) ? null : values.join(' / ');

const wholeNumber =
  (least: number, most: number) =>
  (value: unknown): string | null =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? null : `${least}–${most}`;

const isText = (value: unknown): string | null => (typeof value === 'string' && value.length <= 200 ? null : '≤ 200');

const loopbacks = ['127.0.0.1', '[::1]', 'localhost'];
/** Plain http is spoken only with the machine itself. */
const isIssuer = (value: unknown): string | null => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  const right = url && !url.username && (url.protocol === 'https:' || loopbacks.includes(url.hostname));
  return value === '' || right ? null : 'https://…';
};

const isSecret = (value: unknown): string | null =>
  value === null || (typeof value === 'string' && value.length <= 1000) ? null : '…';

const ofCalendar = (problems: ReturnType<typeof calendarFrom>): string | null =>
  'problems' in problems ? problems.problems.join('; ') : null;

/** Months. Fewer than six the database refuses to forget by (网络安全法). */
const auditMonths = {
  otherwise: usualMonths,
  problem: (value: unknown): string | null =>
    Number.isInteger(value) && Number(value) >= leastMonths && Number(value) <= 1_200 ? null : `${leastMonths} … 1200`,
};

export const declaredSettings: Readonly<Record<string, DeclaredSetting>> = {
  // Nothing set: what the packs say.
  [staffingSettings.rules]: {
    otherwise: null,
    problem: (value) => (value === null ? null : problemOfStaffRules(value)),
  },
  [staffingSettings.mostPosts]: { otherwise: usualLimits.posts, problem: wholeNumber(1, 50) },
  [staffingSettings.mostOpen]: { otherwise: usualLimits.openCases, problem: wholeNumber(1, 10_000) },
  [demoGoesOn]: {
    otherwise: true,
    problem: (value) => (typeof value === 'boolean' ? null : 'true / false'),
  },
  [mapKey]: {
    otherwise: '',
    problem: (value) => (typeof value === 'string' && /^[0-9a-zA-Z]{0,64}$/.test(value) ? null : '[0-9a-zA-Z]{0,64}'),
  },
  [signInSettings.profile]: { otherwise: 'db3', problem: oneOf('db3', 'asvs') },
  [signInSettings.secondFactor]: {
    otherwise: 'required',
    inDemo: 'offered',
    problem: oneOf('required', 'offered'),
  },
  [signInSettings.issuer]: { otherwise: '', problem: isIssuer },
  [signInSettings.clientId]: { otherwise: '', problem: isText },
  [signInSettings.clientSecret]: { otherwise: null, problem: isSecret, secret: true },
  [signInSettings.name]: { otherwise: '', problem: isText },
  [signInSettings.twoFactors]: {
    otherwise: [],
    problem: (value) =>
      Array.isArray(value) && value.length <= 20 && value.every((one) => isText(one) === null) ? null : '["mfa", …]',
  },
  [signInSettings.inside]: {
    otherwise: false,
    problem: (value) => (typeof value === 'boolean' ? null : 'true / false'),
  },
  // Looks at personal values a person may take a day; above so many rows an export wants a second person.
  [caseSettings.revealsADay]: { otherwise: caseSettings.otherwise.revealsADay, problem: wholeNumber(0, 10_000) },
  [caseSettings.exportLimit]: { otherwise: caseSettings.otherwise.exportLimit, problem: wholeNumber(0, 1_000_000) },
  // Days after the closing in which a body that had the work may still read it.
  [caseSettings.reworkDays]: { otherwise: caseSettings.otherwise.reworkDays, problem: wholeNumber(0, 3_650) },
  // Dormant playbooks that a season or an emergency woke, by id.
  [caseSettings.awake]: {
    otherwise: caseSettings.otherwise.awake,
    problem: (value) =>
      Array.isArray(value) && value.length <= 100 && value.every((one) => isText(one) === null)
        ? null
        : '["safety.screening", …]',
  },
  [keepMonthsKey]: auditMonths,
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
