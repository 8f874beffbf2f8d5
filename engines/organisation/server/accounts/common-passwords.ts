let list: Promise<ReadonlySet<string>> | undefined;

/** The 49,000 most used passwords of published leaks, in small letters (`@zxcvbn-ts/language-common`, offline). */
export const commonPasswords = (): Promise<ReadonlySet<string>> => {
  list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return list;
};
