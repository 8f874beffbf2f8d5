import { type DomainError, isRefusal, sentenceOf } from '#kernel/domain-error';
import { label, type Label } from '#kernel/label';
import type { FieldContext, Json } from '#fields/field';
import type { Playbook } from '../playbook.ts';
import { categoriesByName, foldedCell, type ReadCell, readerOf } from './sheet-columns.ts';

/** A row of a sheet as a report, or what is wrong with its cells. */
export type RowRead = { readonly row: MatterRow } | { readonly faults: readonly CellFault[] };

export interface MatterRow {
  readonly category: string;
  /** Territory path. */
  readonly path: string;
  readonly placeText: string;
  readonly values: Readonly<Record<string, Json>>;
  readonly name: string | null;
  readonly phone: string | null;
}

export interface CellFault {
  /** Target of the column; null: the row as a whole. */
  readonly target: string | null;
  readonly reason: Label;
}

/** What stands in for a column that the sheet does not have. */
export interface SheetDefaults {
  readonly category?: string | undefined;
  /** Territory path. */
  readonly path?: string | undefined;
}

export interface RowReader {
  readonly playbook: Playbook;
  readonly context: FieldContext;
  /** Path of a place as people write it: a code, a name, names from street down; null when two bear the name. */
  readonly findPlace: (text: string) => string | null | undefined;
  readonly checkPhone: ReadCell;
  readonly defaults: SheetDefaults;
}

/** Reads the rows of one sheet. Nothing is guessed: what cannot be read is a fault of its cell. */
export const createRowReader = ({ playbook, context, findPlace, checkPhone, defaults }: RowReader) => {
  const categories = categoriesByName(context.codeList(playbook.categories)?.items ?? []);
  const readers = new Map(playbook.fields.map((field) => [`field:${field.id}`, readerOf(field, context)]));

  /** @param cells by target */
  return (cells: ReadonlyMap<string, string>): RowRead => {
    const faults: CellFault[] = [];
    const cell = (target: string): string => cells.get(target) ?? '';
    const fault = (target: string, reason: Label): undefined => {
      faults.push({ target, reason });
      return undefined;
    };

    const readCategory = (): string | undefined => {
      const text = cell('category');
      if (text === '')
        return defaults.category ?? fault('category', label('没有写事项类别', 'the category is missing'));
      const code = categories.get(foldedCell(text));
      if (code === null)
        return fault(
          'category',
          label(`「${text}」有多个同名类别，请连同上级类别一起写`, `“${text}” is the name of several`),
        );
      return code ?? fault('category', label(`没有「${text}」这个类别`, `there is no category “${text}”`));
    };

    const readPlace = (): string | undefined => {
      const text = cell('place');
      if (text === '') return defaults.path ?? fault('place', label('没有写所属区域', 'the territory is missing'));
      const path = findPlace(text);
      if (path === null)
        return fault('place', label(`「${text}」有重名，请连同街道一起写`, `several places are called “${text}”`));
      return path ?? fault('place', label(`没有找到「${text}」`, `“${text}” was not found`));
    };

    const values: Record<string, Json> = {};
    for (const [target, read] of readers) {
      const text = cell(target);
      if (!read || text === '') continue;
      const value = read(text);
      if (isRefusal(value)) faults.push({ target, reason: sentenceOf(value) });
      else values[target.slice('field:'.length)] = value;
    }
    const phone = cell('phone') === '' ? null : checkPhone(cell('phone'));
    if (isRefusal(phone)) fault('phone', sentenceOf(phone));
    const name = cell('name').slice(0, 40) || null;
    if (name === null && cell('phone') !== '') fault('name', label('有电话而没有姓名', 'a phone without a name'));
    const [category, path] = [readCategory(), readPlace()];
    if (faults.length > 0 || category === undefined || path === undefined) return { faults };
    const placeText = cell('placeText').slice(0, 200);
    return { row: { category, path, placeText, values, name, phone: typeof phone === 'string' ? phone : null } };
  };
};

/** What the rules of the playbook say no to, by the columns it concerns. */
export const faultsOf = (refusal: DomainError, fields: ReadonlySet<string>): readonly CellFault[] =>
  [refusal, ...refusal.also].map((one) => {
    const field = one.field?.split('.')[0];
    const target =
      field === undefined
        ? null
        : field === 'category' || field === 'place'
          ? field
          : fields.has(field)
            ? `field:${field}`
            : null;
    return { target, reason: sentenceOf(one) };
  });
