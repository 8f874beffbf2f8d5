import { isRefusal } from '#kernel/domain-error';
import { label } from '#kernel/label';
import type { CodeItem, Field, FieldContext, FieldRefusal, FieldType, Json } from '../field.ts';
import { foldWidth } from '../fold-text.ts';
import { isLabel, numberOption, onlyTrue, option, optionProblems, wholeNumber } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

/** The items that a choice offers, from its code list or its own `items`. */
export const choiceItems = (field: Field, context: FieldContext): readonly CodeItem[] => {
  const list = option(field, 'list');
  if (typeof list === 'string') return context.codeList(list)?.items ?? [];
  return (option(field, 'items') ?? []) as unknown as readonly CodeItem[];
};

/** What may be chosen: in a list with levels only the finest items, unless the field takes `inner` ones too. */
export const choosableItems = (field: Field, context: FieldContext): readonly CodeItem[] => {
  const items = choiceItems(field, context);
  const parents = new Set(items.map((item) => item.parent));
  return option(field, 'inner') === true ? items : items.filter((item) => !parents.has(item.code));
};

const isMany = (field: Field): boolean => option(field, 'many') === true;

const checkOne = (
  code: unknown,
  field: Field,
  items: readonly CodeItem[],
  context: FieldContext,
): string | FieldRefusal => {
  if (typeof code !== 'string') return refuseShape(field);
  if (items.some((item) => item.code === code)) return code;
  const above = choiceItems(field, context).find((item) => item.code === code);
  return refuseField(
    field,
    above
      ? label(`「${above.name.zh}」还要选到下一级`, `“${above.name.en}” needs a choice one level further down`)
      : label('请从列表中选择', 'please choose from the list'),
  );
};

const checkMany = (
  codes: readonly unknown[],
  field: Field,
  context: FieldContext,
): readonly string[] | FieldRefusal => {
  const items = choosableItems(field, context);
  for (const code of codes) {
    const checked = checkOne(code, field, items, context);
    if (isRefusal(checked)) return checked;
  }
  const chosen = items.map((item) => item.code).filter((code) => codes.includes(code));
  const max = numberOption(field, 'max', items.length);
  if (chosen.length <= max) return chosen;
  return refuseField(field, label(`最多选 ${max} 项`, `at most ${max} may be chosen`));
};

/** `矛盾纠纷 · 邻里关系`; a code that left the list is printed as it is. */
export const nameOf = (code: string, items: readonly CodeItem[], locale: 'zh' | 'en'): string => {
  const item = items.find((one) => one.code === code);
  if (!item) return code;
  const above = item.parent === undefined ? undefined : items.find((one) => one.code === item.parent);
  return above ? `${above.name[locale]} · ${item.name[locale]}` : item.name[locale];
};

/** Codes that may be chosen and whose code, name or class hold all the words; those that begin with them first. */
export const findChoices = (words: string, field: Field, context: FieldContext): readonly string[] => {
  const items = choiceItems(field, context);
  const wanted = foldWidth(words).trim().toLowerCase().split(/\s+/);
  const found = choosableItems(field, context).flatMap((item) => {
    const above = items.find((one) => one.code === item.parent);
    const said = [item.code, item.name.zh, item.name.en, above?.name.zh ?? '', above?.name.en ?? ''].map((one) =>
      one.toLowerCase(),
    );
    if (!wanted.every((word) => said.some((one) => one.includes(word)))) return [];
    const first = wanted[0] ?? '';
    return [{ code: item.code, begins: said.slice(0, 3).some((one) => one.startsWith(first)) }];
  });
  return [...found.filter((one) => one.begins), ...found.filter((one) => !one.begins)].map((one) => one.code);
};

const itemsRule = (value: Json): string | null => {
  if (!Array.isArray(value) || value.length === 0) return 'a list of {code, name} is needed';
  const items = value as unknown as readonly CodeItem[];
  const bad = items.find(
    (item) => typeof item?.code !== 'string' || item.code === '' || isLabel(item.name as unknown as Json) !== null,
  );
  if (bad) return 'each item needs a code and a name in zh and en';
  const codes = new Set(items.map((item) => item.code));
  if (codes.size < items.length) return 'a code stands twice';
  return items.every((item) => item.parent === undefined || codes.has(item.parent)) ? null : 'a parent is missing';
};

/**
 * One item, or with `many` several, of a code list (`list`: its id) or of the field's own `items`.
 * At rest a code, or codes in the order of the list. Further options: `max` of many, `inner` (see above).
 */
export const choice: FieldType<string | readonly string[]> = {
  id: 'choice',
  name: label('选项', 'Choice'),
  schema: (field, context): Readonly<Record<string, Json>> => {
    const codes = choosableItems(field, context).map((item) => item.code);
    if (!isMany(field)) return { type: 'string', enum: codes };
    const maxItems = numberOption(field, 'max', codes.length);
    return { type: 'array', items: { type: 'string', enum: codes }, uniqueItems: true, maxItems };
  },
  check: (value, field, context) => {
    if (!isMany(field)) return checkOne(value, field, choosableItems(field, context), context);
    return Array.isArray(value) ? checkMany(value, field, context) : refuseShape(field);
  },
  text: (value, field, context, locale) => {
    const items = choiceItems(field, context);
    const codes = typeof value === 'string' ? [value] : value;
    return codes.map((code) => nameOf(code, items, locale)).join(locale === 'zh' ? '、' : ', ');
  },
  sample: (field, context, chance) => {
    const codes = choosableItems(field, context).map((item) => item.code);
    const code = codes[Math.floor(chance * codes.length) % codes.length] ?? '';
    return isMany(field) ? [code] : code;
  },
  problems: (field, context) => {
    const list = option(field, 'list');
    const both = (list === undefined) === (option(field, 'items') === undefined);
    return [
      ...optionProblems(field, {
        list: (id) => (typeof id === 'string' && context.codeList(id) ? null : `unknown code list ${String(id)}`),
        items: itemsRule,
        many: onlyTrue,
        inner: onlyTrue,
        max: wholeNumber(1, 1000),
      }),
      ...(both ? ['options: either list or items is needed'] : []),
      ...(!isMany(field) && option(field, 'max') !== undefined ? ['option max: only with many'] : []),
    ];
  },
};
