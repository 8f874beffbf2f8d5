import type { Id } from '#kernel/ids';
import { referencesIn } from '#fields';
import type { Field, FieldContext } from '#fields/field';
import type { CasePorts } from './ports.ts';

/** The context of fields with the names of the people and bodies that their values speak of: an id is nothing to read. */
export const namedContext = async (
  ports: Pick<CasePorts, 'namesOfPersons' | 'namesOfBodies'>,
  context: FieldContext,
  district: string,
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): Promise<FieldContext> => {
  const found = referencesIn(fields, values);
  const ids = (kind: 'body' | 'person'): readonly Id[] => [
    ...new Set(found.flatMap((one) => (one.kind === kind ? [one.id] : []))),
  ];
  const [people, bodies] = [ids('person'), ids('body')];
  const names: ReadonlyMap<string, string> = new Map([
    ...(people.length > 0 ? await ports.namesOfPersons(district, people) : []),
    ...(bodies.length > 0 ? await ports.namesOfBodies(district, bodies) : []),
  ]);
  const nameOf = (id: string): string | undefined => names.get(id);
  return { ...context, personName: nameOf, bodyName: nameOf };
};
