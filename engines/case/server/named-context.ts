import type { Id } from '#kernel/ids';
import { referencesIn } from '#fields';
import type { Field, FieldContext } from '#fields/field';
import { codeToPath, findPathOfCode } from '#engines/territory/model';
import type { CasePorts } from './ports.ts';

/** Names of places by their codes; one that is unknown is left out. */
export const namesOfCodes = async (
  ports: Pick<CasePorts, 'namesOf'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const paths = new Map(codes.flatMap((code) => (findPathOfCode(code) ? [[code, codeToPath(code)] as const] : [])));
  const names = paths.size > 0 ? await ports.namesOf([...paths.values()]) : new Map<string, string>();
  return new Map(
    [...paths].flatMap(([code, path]) => {
      const name = names.get(path);
      return name === undefined ? [] : [[code, name] as const];
    }),
  );
};

/** The context of fields with the names of the people, bodies and places that their values speak of: an id is nothing to read. */
export const namedContext = async (
  ports: Pick<CasePorts, 'namesOf' | 'namesOfPersons' | 'namesOfBodies'>,
  context: FieldContext,
  district: string,
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): Promise<FieldContext> => {
  const found = referencesIn(fields, values);
  const ids = (kind: 'body' | 'person' | 'territory'): readonly Id[] => [
    ...new Set(found.flatMap((one) => (one.kind === kind ? [one.id] : []))),
  ];
  const [people, bodies, codes] = [ids('person'), ids('body'), ids('territory')];
  const names: ReadonlyMap<string, string> = new Map([
    ...(people.length > 0 ? await ports.namesOfPersons(district, people) : []),
    ...(bodies.length > 0 ? await ports.namesOfBodies(district, bodies) : []),
    ...(await namesOfCodes(ports, codes)),
  ]);
  const nameOf = (id: string): string | undefined => names.get(id);
  return { ...context, personName: nameOf, bodyName: nameOf, territoryName: nameOf };
};
