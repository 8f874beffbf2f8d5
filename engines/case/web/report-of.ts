import type { Json } from '#fields/field';
import type { Id } from '#kernel/ids';
import type { ReportCase } from '#engines/case/contract';
import { placeFields } from './place-fields.ts';

type Values = Readonly<Record<string, Json | null>>;

const own = new Set<string>(['category', ...Object.values(placeFields).map((field) => field.id)]);

/**
 * The command that a filled form means. Category and place leave the flat form for their own places in the body.
 * @param known a place that needs no asking: the plate’s building, the worker’s grid
 */
export const reportOf = (
  id: Id,
  playbook: string,
  values: Values,
  known: { readonly code?: string | undefined } = {},
): ReportCase => {
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const code = text(placeFields.code.id) ?? known.code;
  const point = values[placeFields.point.id] as ReportCase['place']['point'] | null | undefined;
  return {
    id,
    playbook,
    category: text('category') ?? '',
    place: { ...(code ? { code } : {}), ...(point ? { point } : {}), text: text(placeFields.text.id) ?? '' },
    values: Object.fromEntries(Object.entries(values).filter(([name, value]) => !own.has(name) && value !== null)),
  };
};

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** Hashes of all files that a form speaks of, whatever fields they are in: photos are hashes, a file has one as its id, and rows of a table hold both. */
export const filesOf = (values: Readonly<Record<string, unknown>>): readonly string[] => {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (isHash(value)) found.add(value);
    else if (Array.isArray(value)) for (const one of value) look(one);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) look(one);
  };
  for (const value of Object.values(values)) look(value);
  return [...found];
};
