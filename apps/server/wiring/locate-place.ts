import type { LocatedPlace, WherePlace } from '#engines/case/server';
import { districtOfPath, inScope, toWgs84 } from '#engines/territory/model';
import type { TerritoryEngine } from '#engines/territory/server';

/**
 * Where a matter lies: what the code says, or deeper inside it if the point says more. A point alone needs
 * to know its district. A code that the tree does not know is no place, whatever the point says.
 */
export const locatePlaceBy =
  (territory: Pick<TerritoryEngine, 'findNode' | 'locate' | 'districtsAt'>) =>
  async ({ district, code, point }: WherePlace): Promise<LocatedPlace | undefined> => {
    const node = code === undefined ? undefined : await territory.findNode(code);
    if (code !== undefined && !node) return undefined;
    const at = point ? toWgs84(point, point.datum) : null;
    const known = node?.district ?? district;
    const districts = known !== undefined ? [known] : at ? await territory.districtsAt(at) : [];
    for (const one of districts) {
      const deepest = at ? (await territory.locate(one, at)).deepest : null;
      if (node) return { district: one, path: deepest && inScope(deepest, node.path) ? deepest : node.path, point: at };
      if (deepest) return { district: districtOfPath(deepest), path: deepest, point: at };
    }
    return undefined;
  };
