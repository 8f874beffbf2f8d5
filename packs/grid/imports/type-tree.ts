import type { CodeItem } from '#fields/field';

type Row = readonly [code: string, zh: string, en: string];

/** A type with its main types and sub-types, as the flat items of a code list. */
export type TypeTree = readonly CodeItem[];

const item = ([code, zh, en]: Row, parent?: string): CodeItem => ({
  code,
  name: { zh, en },
  ...(parent ? { parent } : {}),
});

/**
 * A main type and its sub-types. Its last item bears its own name once more: a matter whose sub-type was
 * set aside is of the main type as a whole, and only the finest items are categories.
 */
export const main = (row: Row, subs: readonly Row[]): TypeTree => {
  const [code, zh, en] = row;
  return [item(row), ...subs.map((sub) => item(sub, code)), item([`${code}.0`, zh, en], code)];
};

export const type = (row: Row, mains: readonly TypeTree[]): TypeTree => [
  item(row),
  ...mains.flatMap(([first, ...subs]) => (first ? [{ ...first, parent: row[0] }, ...subs] : [])),
];
