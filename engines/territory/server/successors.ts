import { findPathOfCode, parentPath, type TerritoryPath, trailPaths } from '#engines/territory/model';
import type { Names, TerritoryRef } from './names.ts';

/** More steps than any node has been changed; a ring in the data must not turn for ever. */
const mostSteps = 50;

/** Nodes that exist today in the place of others: those themselves, or who carries on from them. Unknown paths are left out. */
export const findLiving = async (names: Pick<Names, 'find'>, path: TerritoryPath): Promise<readonly TerritoryRef[]> => {
  const living = new Map<TerritoryPath, TerritoryRef>();
  const seen = new Set<TerritoryPath>();
  let asked = [path];
  for (let step = 0; asked.length > 0 && step < mostSteps; step += 1) {
    const refs = await names.find(asked);
    const next: TerritoryPath[] = [];
    for (const ref of refs.values()) {
      if (seen.has(ref.path)) continue;
      seen.add(ref.path);
      if (ref.ended) next.push(...ref.ended.flatMap((code) => findPathOfCode(code) ?? []));
      else living.set(ref.path, ref);
    }
    asked = next;
  }
  return [...living.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
};

/**
 * The node in which something belongs that names an older one: the node itself, its only successor, else
 * what lies above all of them. Undefined for what the tree never knew.
 */
export const findStanding = async (
  names: Pick<Names, 'find'>,
  path: TerritoryPath,
): Promise<TerritoryRef | undefined> => {
  const [ref] = (await names.find([path])).values();
  if (!ref?.ended) return ref;
  const living = await findLiving(names, path);
  const [first, ...others] = living;
  if (!first) return findStanding(names, parentPath(path));
  if (others.length === 0) return first;
  const shared = trailPaths(first.path).filter((step) => others.every((other) => other.path.startsWith(step)));
  const above = shared.at(-1);
  return above === undefined ? undefined : (await names.find([above])).get(above);
};
