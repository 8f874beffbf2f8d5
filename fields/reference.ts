import { type Id, isId, uuidv7 } from '#kernel/ids';
import type { Label } from '#kernel/label';
import type { FieldContext, FieldReference, FieldType } from './field.ts';
import { optionProblems } from './options.ts';
import { refuseShape } from './refuse-field.ts';

/** The id that a value names: itself, or the `id` of an object that a list hands over. */
export const findReference = (value: unknown): Id | undefined => {
  const id: unknown = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
  return isId(id) ? id : undefined;
};

/** An id for samples. */
export const sampleId = (chance: number): Id => {
  const part = Math.floor(chance * 255);
  return uuidv7(1_790_000_000_000 + part, [part, part, part, part, part, part, part, part, part, part]);
};

/**
 * A field type whose value at rest is the id of a record kept elsewhere; names change, ids do not. Takes
 * `{ id, … }` too, as a list hands it over. Whether the record exists is for the engine that keeps it.
 */
export const referenceType = (type: {
  readonly id: Exclude<FieldReference['kind'], 'territory'>;
  readonly name: Label;
  readonly personal?: true;
  readonly nameOf: (id: Id, context: FieldContext) => string | undefined;
}): FieldType<Id> => ({
  id: type.id,
  name: type.name,
  ...(type.personal && { personal: true }),
  schema: () => ({ type: 'string', format: 'uuid' }),
  check: (value, field) => findReference(value) ?? refuseShape(field),
  text: (value, _field, context) => type.nameOf(value, context) ?? value,
  refersTo: (id) => [{ kind: type.id, id }],
  sample: (_field, _context, chance) => sampleId(chance),
  problems: (field) => optionProblems(field, {}),
});
