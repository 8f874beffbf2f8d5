import { isRefusal, refuse } from '#kernel/domain-error';
import { label } from '#kernel/label';
import type { Field, FieldContext, FieldRefusal, FieldType, Json } from '../field.ts';
import { isLabel, numberOption, option, optionProblems, orderProblems, wholeNumber } from '../options.ts';
import { soundsPersonal } from '../personal-name.ts';
import { refuseEmpty, refuseField, refuseShape } from '../refuse-field.ts';

/** One row: canonical values by column id; what was left empty is absent. */
export type Row = { readonly [column: string]: Json };

const MOST = 50;
export const maxRows = (field: Field): number => numberOption(field, 'max', MOST);
export const minRows = (field: Field): number => numberOption(field, 'min', 0);

/** The columns of a field of this type; its options hold them as data. */
export const columnsOf = (field: Field): readonly Field[] =>
  (option(field, 'columns') ?? []) as unknown as readonly Field[];

/** Fields as the option `columns`, which is plain data: `options: { columns: rowColumns([…]) }`. */
export const rowColumns = (columns: readonly Field[]): Json => columns as unknown as Json;

/** What the numbers of a column have to come to: shares of 100 %. */
interface Total {
  readonly column: string;
  readonly is: number;
}
const totalOf = (field: Field): Total | undefined => option(field, 'total') as unknown as Total | undefined;

const refuseTotal = (field: Field, rows: readonly Row[]): FieldRefusal | undefined => {
  const total = totalOf(field);
  const column = columnsOf(field).find((one) => one.id === total?.column);
  if (!total || !column || rows.length === 0) return undefined;
  // Cells have few digits: what binary fractions leave over is not a difference.
  const sum = Math.round(rows.reduce((all, row) => all + Number(row[column.id] ?? 0), 0) * 1e6) / 1e6;
  if (sum === total.is) return undefined;
  return refuseField(
    field,
    label(
      `各行「${column.name.zh}」合计应为 ${total.is}，现为 ${sum}`,
      `“${column.name.en}” of all rows has to come to ${total.is}; now it is ${sum}`,
    ),
  );
};

/** Whole numbers that come to `sum`, the first takes what is left over. */
const shareOf = (sum: number, among: number, index: number): number => {
  const each = Math.floor(sum / among);
  return index === 0 ? sum - each * (among - 1) : each;
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A cell as a field of its own: its refusals name the row, and point at `<field>.<row>.<column>`, rows from 0. */
export const cellField = (field: Field, column: Field, row: number): Field => ({
  ...column,
  id: `${field.id}.${row}.${column.id}`,
  name: label(
    `${field.name.zh}第 ${row + 1} 行 · ${column.name.zh}`,
    `${field.name.en}, row ${row + 1} · ${column.name.en}`,
  ),
});

/**
 * A small table: the same few questions again and again, such as members of a household or things handed over. At
 * rest a list of rows; a row left wholly empty is no row. Options: `columns` (fields of any other type, without
 * `show`; needed), `min` (0) and `max` (50) of rows, `total` (`{ column, is }`: what its numbers have to come to). Where a column is personal the field itself declares `privacy`.
 * @param findType the types of cells, which this type is itself one of
 */
export const rowsType = (findType: (id: string) => FieldType<Json> | undefined): FieldType<readonly Row[]> => {
  const typeOf = (column: Field): FieldType<Json> => {
    const type = findType(column.type);
    if (!type) throw new Error(`there is no field type ${column.type}`);
    return type;
  };

  const checkRow = (given: Readonly<Record<string, unknown>>, row: number, field: Field, context: FieldContext) => {
    const columns = columnsOf(field);
    const known = new Set(columns.map((column) => column.id));
    const values: Record<string, Json> = {};
    const refusals: FieldRefusal[] = Object.keys(given)
      .filter((name) => !known.has(name))
      .map((name) =>
        refuse('field.unknown', { name: name.slice(0, 60) }, { field: `${field.id}.${row}.${name.slice(0, 60)}` }),
      );
    for (const column of columns) {
      const cell = cellField(field, column, row);
      const typed = Object.hasOwn(given, column.id) ? given[column.id] : null;
      const value = isEmpty(typed) ? null : typeOf(column).check(typed, cell, context);
      if (isRefusal(value)) refusals.push(value);
      else if (!isEmpty(value)) values[column.id] = value;
      else if (column.required) refusals.push(refuseEmpty(cell));
    }
    return { values, refusals };
  };

  /** `姓名：张三，数量：3 件`; cells that are empty are left out. */
  const rowText = (row: Row, field: Field, zh: boolean, say: (column: Field, value: Json) => string): string =>
    columnsOf(field)
      .flatMap((column) => {
        const value = row[column.id];
        if (isEmpty(value)) return [];
        return [`${zh ? column.name.zh : column.name.en}${zh ? '：' : ': '}${say(column, value as Json)}`];
      })
      .join(zh ? '，' : ', ');

  const eachCell = <Found>(
    rows: readonly Row[],
    field: Field,
    ask: (type: FieldType<Json>, cell: Json, column: Field) => readonly Found[] | undefined,
  ): readonly Found[] =>
    columnsOf(field).flatMap((column) =>
      rows.flatMap((row) => {
        const cell = row[column.id];
        return cell === undefined ? [] : (ask(typeOf(column), cell, column) ?? []);
      }),
    );

  const listText = (rows: readonly Row[], zh: boolean, one: (row: Row) => string): string =>
    rows.map((row, index) => `${rows.length > 1 ? `${index + 1}. ` : ''}${one(row)}`).join(zh ? '；' : '; ');

  const columnProblems = (field: Field, index: number, context: FieldContext): string[] => {
    const columns = columnsOf(field);
    const column = columns[index] as Field;
    if (!isRow(column)) return [`column ${index + 1}: a field is needed`];
    const { id, type: typeId, name, hint, show, privacy } = column;
    const type = findType(typeId);
    const personal = privacy !== undefined || type?.personal === true || soundsPersonal(column);
    return [
      /^[a-z][A-Za-z0-9_]{0,39}$/.test(id) ? '' : 'the id begins with a small letter; then letters, digits and “_”',
      columns.findIndex((other) => other?.id === id) < index ? 'two columns have this id' : '',
      isLabel(name) === null ? '' : 'the name is needed in zh and en',
      hint === undefined || isLabel(hint) === null ? '' : 'the hint is needed in zh and en',
      show === undefined ? '' : 'a column has no condition of its own',
      personal && field.privacy === undefined ? 'it is personal information: privacy of the whole field is needed' : '',
      ...(typeId === 'rows'
        ? ['a table holds no table']
        : type
          ? (type.problems?.(column, context) ?? [])
          : [`unknown type ${String(typeId)}`]),
    ]
      .filter(Boolean)
      .map((problem) => `column ${id ?? index + 1}: ${problem}`);
  };

  return {
    id: 'rows',
    name: label('表格', 'Table'),
    schema: (field, context) => {
      const columns = columnsOf(field);
      return {
        type: 'array',
        minItems: minRows(field),
        maxItems: maxRows(field),
        items: {
          type: 'object',
          properties: Object.fromEntries(
            columns.map((column) => [column.id, { title: column.name.zh, ...typeOf(column).schema(column, context) }]),
          ),
          required: columns.filter((column) => column.required).map((column) => column.id),
          additionalProperties: false,
        },
      };
    },
    check: (value, field, context) => {
      if (!Array.isArray(value) || value.length > 1000 || !value.every(isRow)) return refuseShape(field);
      const filled = value.flatMap((row, index) => (Object.values(row).every(isEmpty) ? [] : [{ row, index }]));
      const [min, max] = [minRows(field), maxRows(field)];
      if (filled.length > max) {
        const over = filled.length - max;
        return refuseField(
          field,
          label(`最多 ${max} 行，请去掉 ${over} 行`, `at most ${max} rows; please take ${over} away`),
        );
      }
      const checked = filled.map(({ row, index }) => checkRow(row, index, field, context));
      const [first, ...also] = checked.flatMap(({ refusals }) => refusals);
      if (first) {
        return refuse(first.code, first.values, { ...(first.field !== undefined && { field: first.field }), also });
      }
      if (filled.length > 0 && filled.length < min) {
        return refuseField(field, label(`至少填写 ${min} 行`, `at least ${min} rows are needed`));
      }
      // Signs that cannot be seen may be all that a cell had.
      const rows = checked.map(({ values }) => values).filter((row) => Object.keys(row).length > 0);
      return refuseTotal(field, rows) ?? rows;
    },
    text: (value, field, context, locale) =>
      listText(value, locale === 'zh', (row) =>
        rowText(row, field, locale === 'zh', (column, cell) => typeOf(column).text(cell, column, context, locale)),
      ),
    mask: (value, field, context, locale) =>
      listText(value, locale === 'zh', (row) =>
        rowText(
          row,
          field,
          locale === 'zh',
          (column, cell) => typeOf(column).mask?.(cell, column, context, locale) ?? '***',
        ),
      ),
    refersTo: (value, field) => eachCell(value, field, (type, cell, column) => type.refersTo?.(cell, column)),
    books: (value, field) => eachCell(value, field, (type, cell, column) => type.books?.(cell, column)),
    sample: (field, context, chance) => {
      const length = Math.max(1, minRows(field));
      const total = totalOf(field);
      return Array.from({ length }, (_, index) => ({
        ...Object.fromEntries(
          columnsOf(field).map((column) => [
            column.id,
            typeOf(column).sample(column, context, (chance + index * 0.37) % 1),
          ]),
        ),
        ...(total && { [total.column]: shareOf(total.is, length, index) }),
      }));
    },
    problems: (field, context) => {
      const columns = option(field, 'columns');
      return [
        ...optionProblems(field, {
          columns: (value) => (Array.isArray(value) && value.length > 0 ? null : 'a list of fields is needed'),
          min: wholeNumber(0, 200),
          max: wholeNumber(1, 200),
          total: (value) =>
            isRow(value) &&
            typeof value['is'] === 'number' &&
            columnsOf(field).some((one) => one.id === value['column'] && one.type === 'number')
              ? null
              : 'a column of numbers and what it comes to are needed',
        }),
        ...orderProblems(field),
        ...(columns === undefined ? ['options: columns are needed'] : []),
        ...(Array.isArray(columns)
          ? columnsOf(field).flatMap((_, index) => columnProblems(field, index, context))
          : []),
      ];
    },
  };
};
