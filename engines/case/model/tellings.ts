import type { Json } from '#fields/field';
import { expressionIs, type Tell } from './check-parts.ts';
import type { Told } from './events.ts';
import { actionVariables, type Scope, valueOf } from './expressions.ts';
import type { Telling } from './playbook.ts';

const LONGEST = 60;

/** `PT1H30M`, `P2DT3H` in hours; undefined for any other text. */
const hoursIn = (text: string): number | undefined => {
  const found = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!found || !/\d/.test(text)) return undefined;
  const [days, hours, minutes, seconds] = found.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return (found[1] ? -1 : 1) * (days * 24 + hours + minutes / 60 + seconds / 3600);
};

const toldOf = (what: string, value: Json): readonly Told[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one) => toldOf(what, one));
  if (typeof value === 'boolean') return [{ what, said: value ? 'yes' : 'no', value: 1 }];
  if (typeof value === 'number') return [{ what, said: 'number', value }];
  if (typeof value !== 'string' || value === '') return [];
  const hours = hoursIn(value);
  return [
    hours === undefined ? { what, said: value.slice(0, LONGEST), value: 1 } : { what, said: 'hours', value: hours },
  ];
};

/** What a form said that figures count; see `Telling`. */
export const toldBy = (tellings: readonly Telling[] | undefined, scope: Scope): readonly Told[] =>
  (tellings ?? []).flatMap(({ what, value }) => toldOf(what, valueOf(value, scope) ?? null));

/** What is wrong with them. */
export const checkTellings = (tellings: readonly Telling[] | undefined, where: string, tell: Tell): void => {
  for (const { what, value } of tellings ?? []) {
    if (!/^[a-z][a-z0-9-]*$/.test(what))
      tell(
        'expression-wrong',
        where,
        `统计项「${what}」应为小写字母、数字和连字符。`,
        `“${what}” should be of small letters, digits, “-”.`,
      );
    expressionIs(value, actionVariables, where, tell);
  }
};
