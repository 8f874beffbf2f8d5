import { isRefusal, refuse, type DomainError } from '#kernel/domain-error';
import { label, type Label } from '#kernel/label';
import { fieldText, getFieldType } from '#fields';
import type { CodeItem, Field, FieldContext, Json } from '#fields/field';
import type { Playbook } from '../playbook.ts';

/** What a column of somebody's sheet can be: the category, the place, who asked, or a field of the playbook's form. */
export interface SheetTarget {
  /** `category`, `place`, `placeText`, `name`, `phone`, or `field:<id>`. */
  readonly id: string;
  readonly name: Label;
  readonly required: boolean;
  /** What may stand in a cell, where that is a list. */
  readonly choices: readonly string[];
  /** A cell as it may look. */
  readonly example: string;
  /** Other headers under which offices keep it. */
  readonly known: readonly string[];
}

/** A cell of a field as its value; the refusal of the field's own type where it is wrong. */
export type ReadCell = (cell: string) => Json | DomainError;

const enumOf = (schema: unknown): readonly string[] | undefined => {
  const codes = (schema as { enum?: unknown } | undefined)?.enum;
  return Array.isArray(codes) && codes.every((code) => typeof code === 'string') ? codes : undefined;
};

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Codes of a list by everything that people write for them: the code, the name, the last part of a name in levels. */
const codesByName = (
  codes: readonly string[],
  nameOf: (code: string) => string,
): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>();
  const put = (text: string, code: string): void => {
    const key = fold(text);
    if (key === '') return;
    // Two of one name: which is meant has to be said.
    found.set(key, found.has(key) && found.get(key) !== code ? null : code);
  };
  for (const code of codes) {
    const name = nameOf(code);
    for (const text of new Set([code, name, name.split(' · ').at(-1) ?? ''])) put(text, code);
  }
  return found;
};

const fromList = (field: Field, cell: string): DomainError =>
  refuse(
    'field.invalid',
    {
      name: field.name,
      detail: label(`「${cell.slice(0, 40)}」不在选项中`, `“${cell.slice(0, 40)}” is not one of the choices`),
    },
    { field: field.id },
  );

/**
 * How a cell of a field is read; undefined for a field that no cell can hold (pictures, tables, bodies). Goes by what the
 * type says of its values: a list of codes is read by names, anything else as the type reads typed text.
 */
export const readerOf = (field: Field, context: FieldContext): ReadCell | undefined => {
  const type = getFieldType(field.type);
  if (type.refersTo || type.books) return undefined;
  const schema = type.schema(field, context);
  const one = enumOf(schema);
  const many = schema['type'] === 'array' ? enumOf(schema['items']) : undefined;
  if (one ?? many) {
    const byName = codesByName(one ?? many ?? [], (code) => fieldText(field, one ? code : [code], context, 'zh'));
    const read = (text: string): string | DomainError => byName.get(fold(text)) ?? fromList(field, text);
    if (one) return read;
    return (cell) => {
      const codes = cell
        .split(/[、,，;；]/)
        .filter((part) => part.trim() !== '')
        .map(read);
      return codes.find(isRefusal) ?? type.check(codes as readonly string[], field, context);
    };
  }
  if (!['string', 'number', 'integer', 'boolean'].includes(String(schema['type']))) return undefined;
  return (cell) => type.check(cell, field, context);
};

const choicesOf = (field: Field, context: FieldContext): readonly string[] => {
  const type = getFieldType(field.type);
  const schema = type.schema(field, context);
  const codes = enumOf(schema);
  if (codes) return codes.map((code) => fieldText(field, code, context, 'zh'));
  return schema['type'] === 'boolean' ? [true, false].map((value) => fieldText(field, value, context, 'zh')) : [];
};

const exampleOf = (field: Field, context: FieldContext): string => {
  const sample = getFieldType(field.type).sample(field, context, 0.3);
  // A personal value is printed masked by some types; a made-up one may stand as it is.
  return typeof sample === 'string' && choicesOf(field, context).length === 0 && !field.privacy
    ? sample
    : field.privacy && typeof sample === 'string'
      ? sample
      : fieldText(field, sample, context, 'zh');
};

/** Items of the playbook's categories that a matter may have: the finest of the list. */
export const leavesOf = (items: readonly CodeItem[]): readonly CodeItem[] => {
  const parents = new Set(items.map((item) => item.parent));
  return items.filter((item) => !parents.has(item.code));
};

const nameInLevels = (item: CodeItem, items: readonly CodeItem[]): string => {
  const above = items.find((one) => one.code === item.parent);
  return above ? `${above.name.zh} · ${item.name.zh}` : item.name.zh;
};

/** Codes of categories by name; null for a name that two have. */
export const categoriesByName = (items: readonly CodeItem[]): ReadonlyMap<string, string | null> => {
  const leaves = leavesOf(items);
  return codesByName(
    leaves.map((item) => item.code),
    (code) => {
      const item = leaves.find((one) => one.code === code);
      return item ? nameInLevels(item, items) : code;
    },
  );
};

export const foldedCell = fold;

/** Everything that a column can be mapped to, in the order of the template. */
export const sheetTargets = (playbook: Playbook, context: FieldContext): readonly SheetTarget[] => {
  const items = context.codeList(playbook.categories)?.items ?? [];
  const leaves = leavesOf(items);
  const target = (id: string, name: Label, more: Partial<SheetTarget>): SheetTarget => ({
    id,
    name,
    required: false,
    choices: [],
    example: '',
    known: [],
    ...more,
  });
  return [
    target('category', label('事项类别', 'Category'), {
      required: true,
      choices: leaves.map((item) => nameInLevels(item, items)),
      example: leaves[0] ? nameInLevels(leaves[0], items) : '',
      known: [
        '类别',
        '类型',
        '事项类型',
        '问题类别',
        '问题类型',
        '隐患类别',
        '隐患类型',
        '诉求类别',
        '诉求类型',
        '小类',
      ],
    }),
    target('place', label('所属区域', 'Territory'), {
      required: true,
      known: [
        '社区',
        '所属社区',
        '村社区',
        '社区村',
        '街道',
        '网格',
        '所属网格',
        '属地',
        '区域',
        '区划代码',
        '责任网格',
      ],
    }),
    target('placeText', label('具体地点', 'Place'), {
      example: '3 号楼 2 单元门口',
      known: ['地点', '地址', '位置', '发生地点', '事发地点', '详细地址', '具体位置', '场所'],
    }),
    target('name', label('诉求人', 'Reported by'), {
      example: '',
      known: ['姓名', '联系人', '反映人', '来电人', '投诉人', '当事人', '群众姓名'],
    }),
    target('phone', label('联系电话', 'Phone'), {
      example: '',
      known: ['电话', '手机', '手机号', '联系方式', '来电号码'],
    }),
    ...playbook.fields.flatMap((field) =>
      readerOf(field, context)
        ? [
            target(`field:${field.id}`, field.name, {
              required: field.required === true && field.show === undefined,
              choices: choicesOf(field, context),
              example: exampleOf(field, context),
              known: /说明|描述|内容|情况/.test(field.name.zh)
                ? [
                    '内容',
                    '事项内容',
                    '问题描述',
                    '情况描述',
                    '诉求内容',
                    '隐患描述',
                    '具体内容',
                    '事项',
                    '标题',
                    '问题',
                  ]
                : [],
            }),
          ]
        : [],
    ),
  ];
};

/** Which target each header means, by name; null where nobody can say. No target is taken twice. */
export const guessTargets = (
  headers: readonly string[],
  targets: readonly SheetTarget[],
): readonly (string | null)[] => {
  const bare = (text: string): string => fold(text).replace(/[（(].*?[)）]|[*＊:：]/g, '');
  const taken = new Set<string>();
  const take = (guess: (string | null)[], fits: (header: string, target: SheetTarget) => boolean): (string | null)[] =>
    guess.map((known, at) => {
      if (known !== null) return known;
      const header = bare(headers[at] ?? '');
      const found = header === '' ? undefined : targets.find((one) => !taken.has(one.id) && fits(header, one));
      if (found) taken.add(found.id);
      return found?.id ?? null;
    });
  const names = ({ name, known }: SheetTarget): readonly string[] => [name.zh, name.en, ...known].map(bare);
  const exact = take(
    headers.map(() => null),
    (header, one) => names(one).includes(header),
  );
  return take(exact, (header, one) => names(one).some((name) => name.length > 1 && header.includes(name)));
};
