import { type Label, label } from '#kernel/label';
import type { CodeItem, CodeList, Field, Json } from '#fields/field';
import type { PlaybookExample } from '../example.ts';
import type { Action, Clock, Limit, LimitRule, Owner, Stage } from '../playbook.ts';

/** Short ways to write plain definitions; each gives exactly what its longer form would be. */

/** `shown` is what the one who asked reads; the stage's own name unless told. */
export const stage = (id: string, name: Label, owner: Owner, shown: Label = name): Stage => ({
  id,
  name,
  shown,
  owner,
});

export const end = (id: string, name: Label, shown: Label = name): Stage => ({ id, name, shown, ends: true });

type More = Partial<Pick<Field, 'required' | 'hint' | 'privacy' | 'show'>>;
export type Kind = readonly [code: string, zh: string, en: string];

const itemsOf = (kinds: readonly Kind[]): readonly CodeItem[] =>
  kinds.map(([code, zh, en]) => ({ code, name: { zh, en } }));

export const choice = (id: string, name: Label, kinds: readonly Kind[], more: More = {}): Field => ({
  id,
  type: 'choice',
  name,
  options: { items: itemsOf(kinds) as unknown as Json },
  ...more,
});

/** Of a code list. */
export const listed = (id: string, name: Label, list: string, more: More = {}): Field => ({
  id,
  type: 'choice',
  name,
  options: { list },
  ...more,
});

/** One line of text. */
export const line = (id: string, name: Label, more: More & { readonly max?: number } = {}): Field => {
  const { max = 60, ...rest } = more;
  return { id, type: 'text', name, options: { max }, ...rest };
};

export const number = (
  id: string,
  name: Label,
  { min = 0, max = 1_000_000, ...more }: More & { readonly min?: number; readonly max?: number } = {},
): Field => ({ id, type: 'number', name, options: { min, max }, ...more });

export const date = (id: string, name: Label, more: More = {}): Field => ({ id, type: 'date', name, ...more });
export const yesNo = (id: string, name: Label, more: More = {}): Field => ({ id, type: 'yes-no', name, ...more });

/** When something happened: never later than now. */
export const happened = (id: string, name: Label, more: More = {}): Field => ({
  id,
  type: 'moment',
  name,
  options: { past: true },
  ...more,
});

export const rows = (
  id: string,
  name: Label,
  columns: readonly Field[],
  { min = 0, max = 50, ...more }: More & { readonly min?: number; readonly max?: number } = {},
): Field => ({ id, type: 'rows', name, options: { columns: columns as unknown as Json, min, max }, ...more });

export const hours = (amount: number, source = 'proposed'): Limit => ({ amount, unit: 'clock-hours', source });
export const workingDays = (amount: number, source = 'proposed'): Limit => ({ amount, unit: 'working-days', source });
export const workingHours = (amount: number, source = 'proposed'): Limit => ({ amount, unit: 'working-hours', source });
export const days = (amount: number, source = 'proposed'): Limit => ({ amount, unit: 'calendar-days', source });

/** One limit for all unless rules come before it. */
export const clock = (
  id: string,
  name: Label,
  stages: readonly string[],
  limit: Limit,
  {
    before = [],
    ...more
  }: Partial<Pick<Clock, 'main' | 'warnAt' | 'whenOver'>> & {
    readonly before?: readonly LimitRule[];
  } = {},
): Clock => ({ id, name, stages, limits: [...before, { limit }], ...more });

/** An action; what is not said stays absent. */
export const act = (
  id: string,
  name: Label,
  from: readonly string[],
  who: readonly Owner[],
  rest: Omit<Action, 'id' | 'name' | 'from' | 'who'> = {},
): Action => ({ id, name, from, who, ...rest });

/** A code list of one level, each item with the limit that stands beside it, if any. */
export const codeList = (
  id: string,
  name: Label,
  source: string,
  kinds: readonly (readonly [code: string, zh: string, en: string, extra?: Readonly<Record<string, Json>>])[],
): CodeList => ({
  id,
  name,
  source,
  items: kinds.map(([code, zh, en, extra]) => ({ code, name: { zh, en }, ...(extra && { extra }) })),
});

type Told = Pick<PlaybookExample, 'given' | 'when' | 'then' | 'proves'>;

/** Makes the examples of a playbook: `tell('settled', '当场办结', 'Settled', { given, when, then })`. */
export const examplesOf =
  (playbook: string) =>
  (id: string, zh: string, en: string, told: Told): PlaybookExample => ({
    id: `${playbook}.${id}`,
    playbook,
    name: label(zh, en),
    ...told,
  });
