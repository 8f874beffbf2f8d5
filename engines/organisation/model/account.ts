import { type DomainError, refuse } from '#kernel/domain-error';

/** One account whatever the keyboard: full-width and capital letters are folded. */
export const normaliseAccount = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/**
 * What is asked of passwords. `db3` is 等级保护 level 3 (GB/T 22239-2019 8.1.4.1 a: complexity, regular change);
 * `asvs` is OWASP ASVS 5.0, 6.2.5 and 6.2.10, which forbids both. They exclude each other, so it is a setting.
 */
export type PasswordProfile = 'db3' | 'asvs';

export interface PasswordPolicy {
  /** Characters, not bytes; a password is never cut. */
  readonly least: number;
  /** Kinds of characters out of four: capitals, small letters, digits, all others. */
  readonly classes: number;
  /** Days after which it has to be changed; null: never. */
  readonly days: number | null;
  /** So many earlier passwords may not come back. */
  readonly past: number;
}

export const passwordPolicies: Readonly<Record<PasswordProfile, PasswordPolicy>> = {
  db3: { least: 10, classes: 3, days: 90, past: 5 },
  asvs: { least: 10, classes: 0, days: null, past: 0 },
};

/** Fragments that guesses start with; a password may hold them only beside much else. */
const usual = [
  'password',
  'passwd',
  'admin',
  'administrator',
  'lifang',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'zxcvbn',
  'qazwsx',
  '1qaz2wsx',
  '1q2w3e4r',
  '1q2w3e',
  'abc123',
  '5201314',
  '1314520',
  'iloveyou',
  'woaini',
  'shequ',
  'jiedao',
  'wangge',
  'wanggeyuan',
  'juwei',
  'juweihui',
  'zhengfu',
  'zhengwu',
  'zhili',
  'zhongguo',
  'zongzhi',
  'mima',
  'nihao',
  'welcome',
  'letmein',
  'changeme',
  'default',
  'guest',
  '里坊',
  '社区',
  '街道',
  '网格',
  '网格员',
  '居委会',
  '密码',
  '政府',
  '我爱你',
  '中国',
];

/** Characters that must remain when everything guessable is taken out, and how many of them differ. */
const enough = 6;
const enoughDifferent = 4;

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  $: 's',
  '5': 's',
  '!': 'i',
};
const unmask = (text: string): string => text.replace(/[@013$5!]/g, (one) => lookAlikes[one] ?? one);

/** Phone numbers, days and years, as people type them. */
const numbersOfLife = [
  /1[3-9]\d{9}/g,
  /(?:19|20)\d{2}[-./年]?(?:0?[1-9]|1[0-2])[-./月]?(?:0?[1-9]|[12]\d|3[01])日?/g,
  /\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/g,
  /(?:19|20)\d{2}/g,
];

/** Takes rows of neighbours (`abcd`, `4321`) and of one character down to their first. */
const withoutRows = (text: string): string => {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const stepAt = (at: number): number => (codes[at + 1] ?? Number.NaN) - (codes[at] ?? 0);
  const kept: number[] = [];
  for (let at = 0; at < codes.length; ) {
    const step = stepAt(at);
    let end = at + 1;
    if (Math.abs(step) <= 1) while (stepAt(end - 1) === step) end += 1;
    kept.push(codes[at] ?? 0);
    at = end - at >= 3 ? end : at + 1;
  }
  return String.fromCodePoint(...kept);
};

const classesOf = (password: string): number =>
  [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u].filter((kind) => kind.test(password)).length;

/** What is known of whoever chooses a password, and so may be guessed by others. */
export interface KnownOfPerson {
  readonly account: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  /** Such as the name in pinyin, the street and the community. */
  readonly words?: readonly string[] | undefined;
}

export interface PasswordCheckOptions {
  readonly policy?: PasswordPolicy;
  /** Is this, in small letters, one of the most used passwords? */
  readonly isCommon?: (folded: string) => boolean;
}

const isGuessable = (password: string, known: KnownOfPerson, isCommon: (folded: string) => boolean): boolean => {
  const folded = password.normalize('NFKC').toLowerCase();
  // `Sunshine2026!` is the word with what everybody appends to it.
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if ([folded, unmask(folded), core, unmask(core)].some((one) => one.length >= 4 && isCommon(one))) return true;
  const digits = known.phone?.replace(/\D/g, '');
  const telling = [
    ...usual,
    normaliseAccount(known.account),
    known.name?.toLowerCase(),
    digits,
    digits?.slice(-8),
    digits?.slice(-4),
    ...(known.words ?? []).map((word) => word.toLowerCase()),
  ].filter((word): word is string => word !== undefined && [...word].length >= (/^[a-z0-9]+$/.test(word) ? 3 : 2));
  const words = [...new Set(telling)].sort((a, b) => b.length - a.length);
  const remains = (text: string): string => {
    let rest = text;
    for (const form of numbersOfLife) rest = rest.replace(form, '');
    for (const word of words) rest = rest.replaceAll(word, '');
    return withoutRows(rest);
  };
  return [folded, unmask(folded)].map(remains).some((rest) => {
    const letters = [...rest];
    return letters.length < enough || new Set(letters).size < enoughDifferent;
  });
};

/**
 * Refuses a password that is short, of too few kinds of characters where the policy asks for them, or easy to
 * guess (OWASP ASVS 6.2.1, 6.2.4, 6.2.11, 6.2.12; GB/T 22239-2019 8.1.4.1 a).
 */
export const checkPassword = (
  password: string,
  known: KnownOfPerson,
  { policy = passwordPolicies.asvs, isCommon = () => false }: PasswordCheckOptions = {},
): DomainError | undefined => {
  const at = { field: 'password' };
  if ([...password].length < policy.least) return refuse('password.short', { least: policy.least }, at);
  if (isGuessable(password, known, isCommon)) return refuse('password.guessable', {}, at);
  return classesOf(password) < policy.classes ? refuse('password.classes', { least: policy.classes }, at) : undefined;
};

/** What has to be done before a sign-in counts; null when it does. */
export const outstandingOf = (facts: {
  readonly hasFactor: boolean;
  readonly shownFactor: boolean;
  readonly mustChange: boolean;
  readonly factorRequired: boolean;
}): 'factor' | 'enrol' | 'password' | null => {
  if (facts.hasFactor && !facts.shownFactor) return 'factor';
  // The password first: until then whoever set it could still come in as well and enrol.
  if (facts.mustChange) return 'password';
  return facts.factorRequired && !facts.hasFactor && !facts.shownFactor ? 'enrol' : null;
};

/** Accounts that nobody used for so long are suspended (GB/T 22239-2019 8.1.4.2 c), warned of a fortnight before. */
export const unusedDays = 90;
export const warnedDaysBefore = 14;
