import { isRefusal } from '#kernel/domain-error';
import { evaluate, type Expression, getExpression } from '#kernel/expression';
import type { CodeItem, FieldContext, Json } from '#fields/field';
import type { Playbook, Target } from './playbook.ts';
import type { CaseCore } from './state.ts';

/** Names that every FEEL text of a playbook may speak of. */
export const reportVariables = ['data', 'category', 'place', 'reporter', 'channel'] as const;
/** Names in an action's `when`, which is asked for every matter of a list. */
export const whenVariables = ['data', 'category', 'reporter', 'channel', 'times', 'matter'] as const;
/** Further names in the targets of an action. */
export const actionVariables = [...reportVariables, 'form', 'at', 'times', 'matter'] as const;
/** Further names in effects; `row` is the present one of `each`. */
export const effectVariables = [...actionVariables, 'row'] as const;

export type Scope = Readonly<Record<string, Json>>;

/** Texts are compiled once and kept by the kernel; a checked playbook holds none that cannot be read. */
const expressionOf = (text: string): Expression => getExpression(text, effectVariables);

export const holds = (condition: string | undefined, scope: Scope): boolean =>
  condition === undefined || evaluate(expressionOf(condition), scope) === true;

/** The value of a FEEL text that should give a text; undefined when it gives another thing. */
export const textOf = (text: string, scope: Scope): string | undefined => {
  const value = evaluate(expressionOf(text), scope);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** The value of a FEEL text; undefined when it cannot be computed. */
export const valueOf = (text: string, scope: Scope): Json | undefined => {
  const value = evaluate(expressionOf(text), scope);
  return isRefusal(value) ? undefined : (value as Json);
};

/** The first target whose condition holds; undefined when none does. */
export const targetOf = (to: string | readonly Target[], scope: Scope): Target | undefined =>
  typeof to === 'string' ? { to } : to.find((target) => holds(target.when, scope));

/** The category and the class above it, as FEEL texts and facts see them. Undefined for an unknown code. */
export interface CategoryScope {
  readonly item: CodeItem;
  readonly above: CodeItem | undefined;
}

const indexes = new WeakMap<object, ReadonlyMap<string, CategoryScope & { readonly leaf: boolean }>>();

const indexOf = (list: { readonly items: readonly CodeItem[] }) => {
  let index = indexes.get(list);
  if (!index) {
    const items = new Map(list.items.map((item) => [item.code, item]));
    const parents = new Set(list.items.map((item) => item.parent));
    index = new Map(
      list.items.map((item) => [
        item.code,
        { item, above: item.parent === undefined ? undefined : items.get(item.parent), leaf: !parents.has(item.code) },
      ]),
    );
    indexes.set(list, index);
  }
  return index;
};

/** An item of the playbook's list, at whatever level. */
export const findCategory = (
  playbook: Playbook,
  code: string,
  fields: FieldContext,
): (CategoryScope & { readonly leaf: boolean }) | undefined => {
  const list = fields.codeList(playbook.categories);
  return list && indexOf(list).get(code);
};

type Spoken = Pick<CaseCore, 'data' | 'category' | 'place' | 'channel'> & {
  readonly reporter: { readonly kind: string };
};

/** @param placeName names from street down, when they are known */
export const reportScope = (about: Spoken, category: CategoryScope | undefined, placeName = ''): Scope => ({
  data: about.data,
  category: {
    code: about.category,
    name: category?.item.name.zh ?? about.category,
    class: category?.above?.code ?? null,
    className: category?.above?.name.zh ?? null,
    extra: { ...category?.above?.extra, ...category?.item.extra },
  },
  place: { name: placeName, text: about.place.text },
  reporter: { kind: about.reporter.kind },
  channel: about.channel,
});
