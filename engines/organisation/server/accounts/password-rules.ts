import { pinyin } from 'pinyin-pro';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Parts } from '#platform/server/parts';
import { checkPassword, type KnownOfPerson } from '#engines/organisation/model';
import type { OrganisationPorts } from '../ports.ts';
import type { OrganisationSql } from '../tables.ts';
import { commonPasswords } from './common-passwords.ts';
import { verifyPassword } from './password.ts';
import type { SecurityPolicy } from './security-policy.ts';

/** As colleagues would type a Chinese name: 李明 → liming, mingli, lm. */
const spellings = (name: string): readonly string[] => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((one) =>
    one.toLowerCase().replace(/[^a-z]/g, ''),
  );
  const [first = '', ...rest] = syllables;
  const whole = syllables.join('');
  return [whole, rest.join('') + first, rest.join(''), syllables.map((one) => one.slice(0, 1)).join('')];
};

/** 青石街道 is also typed without its kind: qingshi; what stands in brackets is a note. */
const withoutKind = (name: string): string =>
  name.replace(/[（(].*$/u, '').replace(/(?:街道|社区|居委会|村|区|县|市|镇|乡)$/u, '');

/** Paths of a place and of all above it: `44.03.10.001.` → `44.03.10.`, `44.03.10.001.`. */
const chainOf = (path: string): readonly string[] => {
  const steps = path.split('.').filter(Boolean);
  return steps.map((_, index) => `${steps.slice(0, index + 1).join('.')}.`).slice(2);
};

export interface About extends KnownOfPerson {
  /** Territory paths that the person works in or belongs to. */
  readonly places?: readonly string[];
}

/** Which passwords are taken here, by the profile of the installation. */
export const createPasswordRules = (
  parts: Pick<Parts, 'sql'>,
  ports: Pick<OrganisationPorts, 'namesOf'>,
  policy: SecurityPolicy,
) => {
  const wordsOf = async ({ name, places = [], words = [] }: About): Promise<readonly string[]> => {
    const names = await ports.namesOf([...new Set(places.flatMap(chainOf))]);
    const spoken = [...names.values()].flatMap((one) => [one, withoutKind(one)]);
    return [...words, ...spoken, ...[...spoken, name ?? ''].flatMap(spellings)].filter((word) => word.length >= 2);
  };

  /** @throws password.short, password.guessable, password.classes */
  const assertGood = async (password: string, about: About): Promise<void> => {
    const [rules, common, words] = await Promise.all([policy.passwords(), commonPasswords(), wordsOf(about)]);
    const weak = checkPassword(
      password,
      { ...about, words },
      { policy: rules, isCommon: (folded) => common.has(folded) },
    );
    if (weak) throw weak;
  };

  /** @throws password.used when it is the present one or among the last ones, where the profile says so */
  const assertNew = async (password: string, district: string, person: Id, present: string): Promise<void> => {
    const { past } = await policy.passwords();
    const sql: OrganisationSql = parts.sql;
    const rows =
      past === 0
        ? []
        : await sql
            .selectFrom('past_password')
            .select('password')
            .where('district', '=', district)
            .where('person', '=', person)
            .orderBy('at', 'desc')
            .limit(past)
            .execute();
    for (const stored of [present, ...rows.map((row) => row.password)])
      if ((await verifyPassword(password, stored)).right)
        throw new DomainError('password.used', {}, { field: 'password' });
  };

  return { assertGood, assertNew };
};

export type PasswordRules = ReturnType<typeof createPasswordRules>;
