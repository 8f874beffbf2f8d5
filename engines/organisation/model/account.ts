import { type DomainError, refuse } from '#kernel/domain-error';

/** One account whatever the keyboard: full-width and capital letters are folded. */
export const normaliseAccount = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** Fragments that guesses start with; a password may hold them only beside much else. */
const usual = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'admin',
  'lifang',
  'qwerty',
  'asdfgh',
  '1q2w3e',
  'abc123',
  '123456',
  '654321',
  '888888',
  '666666',
  '111111',
  '000000',
  '5201314',
  'iloveyou',
  'woaini',
  'shequ',
  'jiedao',
  'wangge',
  'zhongguo',
  'welcome',
  '里坊',
  '社区',
  '街道',
  '网格',
  '密码',
];

/** Letters that must remain when everything guessable is taken out. */
const enough = 6;

/**
 * Refuses a password that is short or easy to guess: usual words, the account, the name, the phone number,
 * rows of one character (OWASP ASVS 6.2.4, 6.2.11; GB/T 22239-2019 8.1.4.1 a).
 */
export const checkPassword = (
  password: string,
  known: { readonly account: string; readonly name?: string | undefined; readonly phone?: string | undefined },
): DomainError | undefined => {
  const length = [...password].length;
  if (length < 10) return refuse('password.short', { least: 10 }, { field: 'password' });
  const telling = [...usual, normaliseAccount(known.account), known.name?.toLowerCase(), known.phone].filter(
    (word): word is string => word !== undefined && [...word].length >= 2,
  );
  let rest = password.normalize('NFKC').toLowerCase();
  for (const word of telling.sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  rest = rest.replace(/(.)\1{2,}/gu, '$1');
  return [...rest].length >= enough && new Set(rest).size >= 4
    ? undefined
    : refuse('password.guessable', {}, { field: 'password' });
};
