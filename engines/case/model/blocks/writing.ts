import { label } from '#kernel/label';
import type { CodeItem, CodeList, Field, Json, Privacy } from '#fields/field';
import type { PlaybookExample } from '../example.ts';
import type { Limit, Owner, Stage } from '../playbook.ts';

/** Short ways to write what a playbook is full of: stages, fields, code lists, examples. What comes out is plain data. */

/** @param shown what whoever asked reads while the matter is here, zh and en */
export const stage = (id: string, zh: string, en: string, shown: readonly [string, string], owner: Owner): Stage => ({
  id,
  name: label(zh, en),
  shown: label(...shown),
  owner,
});

export const ending = (id: string, zh: string, en: string, shown: readonly [string, string] = [zh, en]): Stage => ({
  id,
  name: label(zh, en),
  shown: label(...shown),
  ends: true,
});

type More = Partial<Pick<Field, 'required' | 'hint' | 'privacy' | 'show'>>;
type Range = { readonly min?: number; readonly max?: number };

/** What a field is told beside its id, type and name: its options are picked out of `more`. */
const made = (id: string, type: string, zh: string, en: string, more: More, options: object): Field => {
  const said = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    id,
    type,
    name: label(zh, en),
    ...more,
    ...(Object.keys(said).length > 0 && { options: said as Readonly<Record<string, Json>> }),
  };
};

/** One line of text. */
export const line = (id: string, zh: string, en: string, { max = 100, ...more }: More & { max?: number } = {}): Field =>
  made(id, 'text', zh, en, more, { max });

/** @param unit as it stands behind the number, zh and en */
export const number = (
  id: string,
  zh: string,
  en: string,
  { min = 0, max, digits, unit, ...more }: More & Range & { digits?: number; unit?: readonly [string, string] } = {},
): Field => made(id, 'number', zh, en, more, { min, max, digits, unit: unit && label(...unit) });

/** `min` and `max` in yuan. At rest, and in FEEL, the value is fen. */
export const money = (id: string, zh: string, en: string, { min, max, ...more }: More & Range = {}): Field =>
  made(id, 'money', zh, en, more, { min, max });

export const simple = (
  type: 'date' | 'moment' | 'point' | 'yes-no' | 'body' | 'file' | 'person' | 'phone' | 'territory' | 'rating',
  id: string,
  zh: string,
  en: string,
  more: More = {},
): Field => made(id, type, zh, en, more, {});

/** @param items code, zh, en; or the id of a code list */
export const choice = (
  id: string,
  zh: string,
  en: string,
  items: readonly (readonly [string, string, string])[] | string,
  { many, ...more }: More & { many?: true } = {},
): Field =>
  made(id, 'choice', zh, en, more, {
    ...(typeof items === 'string'
      ? { list: items }
      : { items: items.map(([code, zhName, enName]) => ({ code, name: label(zhName, enName) })) }),
    many,
  });

/** @param total what the numbers of a column have to come to, such as shares of 100 */
export const table = (
  id: string,
  zh: string,
  en: string,
  columns: readonly Field[],
  { min, max, total, ...more }: More & Range & { total?: { readonly column: string; readonly is: number } } = {},
): Field => made(id, 'rows', zh, en, more, { columns, min, max, total });

export const privacyOf = (
  zh: string,
  en: string,
  basis: Privacy['basis'],
  sensitivity: Privacy['sensitivity'] = 'personal',
  retentionMonths = 24,
): Privacy => ({ purpose: label(zh, en), basis, sensitivity, retentionMonths });

export const limit = (amount: number, unit: Limit['unit'], source = 'proposed'): Limit => ({ amount, unit, source });

/** `extra` of an item whose matters have a limit of their own. */
export const limited = (amount: number, unit: Limit['unit'], source = 'proposed'): Readonly<Record<string, Json>> => ({
  limit: { amount, unit, source },
});

/** One item of a list: code, zh, en; its limit and whatever else packs read. */
export type ItemRow = readonly [code: string, zh: string, en: string, extra?: Readonly<Record<string, Json>>];

/** Items below a class, or on the top level; an item's code is written whole. */
export const items = (rows: readonly ItemRow[], parent?: string): readonly CodeItem[] =>
  rows.map(([code, zh, en, extra]) => ({
    code,
    name: label(zh, en),
    ...(parent !== undefined && { parent }),
    ...(extra && { extra }),
  }));

export const codeList = (id: string, zh: string, en: string, source: string, all: readonly CodeItem[]): CodeList => ({
  id,
  name: label(zh, en),
  source,
  items: all,
});

/** Writes the examples of one playbook: id behind the playbook's, name in zh and en, what is given and what comes of it. */
export const examplesOf =
  (playbook: string) =>
  (
    id: string,
    zh: string,
    en: string,
    rest: Pick<PlaybookExample, 'given' | 'when' | 'then' | 'proves'>,
  ): PlaybookExample => ({ id: `${playbook}.${id}`, playbook, name: label(zh, en), ...rest });
