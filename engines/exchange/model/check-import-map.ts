import type { ImportMap } from './import-map.ts';

/** What a map may refer to; asked of the packs that are loaded. */
export interface ImportMapSurroundings {
  readonly playbookFields: (playbook: string) => readonly string[] | undefined;
  readonly codeList: (id: string) => readonly string[] | undefined;
  readonly bodyKinds: ReadonlySet<string>;
}

/** What is wrong in a map, each sentence with the offending id; empty when it is right. */
export const problemsOfImportMap = (map: ImportMap, around: ImportMapSurroundings): readonly string[] => {
  const problems: string[] = [];
  const pairs = new Set(map.pairs.map((pair) => pair.id));
  const needPair = (id: string, where: string): void => {
    if (!pairs.has(id))
      problems.push(`import map ${map.id}: ${where} names the pair “${id}”, which it does not declare`);
  };
  if (pairs.size !== map.pairs.length) problems.push(`import map ${map.id}: two pairs have one id`);
  if (!/^[0-9]{6}$/.test(map.district))
    problems.push(`import map ${map.id}: district “${map.district}” is not six digits`);
  map.place.levels.forEach((level) => needPair(level.pair, 'place'));
  map.category.levels.forEach((level) => needPair(level.pair, 'category'));
  map.values.forEach((value) => needPair(value.pair, 'values'));
  if (map.body) needPair(map.body.pair, 'body');
  if (map.body && !around.bodyKinds.has(map.body.kind))
    problems.push(`import map ${map.id}: no pack declares the kind of body “${map.body.kind}”`);
  if (!around.codeList(map.category.list))
    problems.push(`import map ${map.id}: no pack declares the code list “${map.category.list}”`);
  const fields = around.playbookFields(map.playbook);
  if (!fields) problems.push(`import map ${map.id}: no pack declares the playbook “${map.playbook}”`);
  for (const value of map.values)
    if (fields && !fields.includes(value.field))
      problems.push(`import map ${map.id}: the playbook “${map.playbook}” has no field “${value.field}”`);
  return problems;
};
