import type { Field, Json } from './field.ts';

/** Says what is wrong with the value of one option; null when it is right. */
export type OptionRule = (value: Json) => string | null;

/** Problems of a field's options: unknown names and values that their rules refuse. */
export const optionProblems = (field: Field, rules: Readonly<Record<string, OptionRule>>): string[] =>
  Object.entries(field.options ?? {}).flatMap(([name, value]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const problem = rule ? rule(value) : `unknown; known are ${Object.keys(rules).join(', ') || 'none'}`;
    return problem === null ? [] : [`option ${name}: ${problem}`];
  });

export const wholeNumber =
  (least: number, most: number): OptionRule =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? null
      : `a whole number from ${least} to ${most} is needed`;

export const anyNumber: OptionRule = (value) => (typeof value === 'number' ? null : 'a number is needed');
export const onlyTrue: OptionRule = (value) => (value === true ? null : 'only true has a meaning');
export const textList: OptionRule = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one !== '')
    ? null
    : 'a list of ids is needed';
export const oneOf =
  (values: readonly string[]): OptionRule =>
  (value) =>
    values.includes(value as string) ? null : `one of ${values.join(', ')} is needed`;
export const isLabel: OptionRule = (value) => {
  const { zh, en } = (value ?? {}) as { zh?: unknown; en?: unknown };
  return typeof zh === 'string' && zh !== '' && typeof en === 'string' && en !== ''
    ? null
    : 'a text in zh and en is needed';
};

export const option = (field: Field, name: string): Json | undefined =>
  field.options && Object.hasOwn(field.options, name) ? field.options[name] : undefined;

export const numberOption = (field: Field, name: string, otherwise: number): number => {
  const value = option(field, name);
  return typeof value === 'number' ? value : otherwise;
};

/** Problems of a `min` that is above its `max`. */
export const orderProblems = (field: Field): string[] => {
  const [min, max] = [option(field, 'min'), option(field, 'max')];
  return typeof min === typeof max && min !== undefined && max !== undefined && (min as number) > (max as number)
    ? ['option min: it is more than max']
    : [];
};
