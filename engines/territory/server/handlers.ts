import { DomainError } from '#kernel/domain-error';
import type { Located, territoryRoutes } from '#engines/territory/contract';
import {
  codeToPath,
  depthOf,
  dwellingsOfPlan,
  kinds,
  pathToCode,
  suggestHouseholdGroups,
  type TerritoryPath,
  toWgs84,
  trailPaths,
} from '#engines/territory/model';
import type { Handlers } from '#platform/server/http';
import type { Parts, Session } from '#platform/server/parts';
import { checkBoundaries } from './checks-view.ts';
import type { Changes } from './changes/changes.ts';
import { createChangeHandlers } from './change-handlers.ts';
import { getDetail, getDetailThen } from './detail-view.ts';
import { districtsAt } from './districts-view.ts';
import type { createEdits, Editor } from './edit-territory.ts';
import { buildingPlans } from './household-view.ts';
import { boundaryJob } from './jobs.ts';
import { readLevels } from './levels.ts';
import type { Names } from './names.ts';
import type { Places } from './places.ts';
import type { TerritoryPorts } from './ports.ts';
import { everywhere, isSeen, isWithin, type Reach, reachOf } from './reach.ts';
import { listRulings } from './ruling-view.ts';
import { foundByFormerName, searchTerritory } from './search-view.ts';
import { findLiving } from './successors.ts';
import * as tree from './tree-view.ts';

/** Borders are known to some metres, and so is a phone's place: within this a neighbour claims the point too (m). */
const claimMetres = 20;

export interface HandlerParts {
  readonly parts: Parts;
  readonly ports: TerritoryPorts;
  readonly names: Names;
  readonly places: Places;
  readonly edits: ReturnType<typeof createEdits>;
  readonly changes: Changes;
}

const editorOf = (call: { readonly session: Session; readonly address: string }): Editor => ({
  reach: reachOf(call.session),
  person: call.session.person,
  address: call.address,
});

/** The path of a code that the session may see; anything else is not found, whether it exists or not. */
const seenPath = (reach: Reach, code: string): TerritoryPath => {
  const path = codeToPath(code);
  if (!isSeen(reach, path)) throw new DomainError('request.not-found');
  return path;
};

/** Whoever may see what carries on may learn what its old code became: the name and what lay above, nothing more. */
const reachOrSuccessor = (reach: Reach, path: TerritoryPath, living: readonly { readonly path: string }[]): Reach =>
  living.some((one) => one.path !== path && isWithin(reach, one.path))
    ? { scopes: reach.scopes, trail: new Set([...reach.trail, path]) }
    : reach;

export const createHandlers = ({
  parts,
  ports,
  names,
  places,
  edits,
  changes,
}: HandlerParts): Handlers<typeof territoryRoutes> => {
  const { sql } = parts;

  const detail = (session: Session, path: TerritoryPath) => getDetail(sql, reachOf(session), path, parts.clock());

  /** What the reach may know of a point: nodes inside it, else the nearest one on the trail above it. */
  const locateWithin = async (reach: Reach, lng: number, lat: number): Promise<Located> => {
    const districts = await districtsAt(sql, reach, lng, lat);
    const claims: TerritoryPath[] = [];
    let deepest: TerritoryPath | null = null;
    for (const district of districts) {
      const place = (await places.indexOf(district)).locateNear(lng, lat, claimMetres);
      claims.push(...place.claims.filter((path) => isWithin(reach, path)));
      if (place.deepest !== null)
        deepest =
          trailPaths(place.deepest)
            .filter((path) => isSeen(reach, path))
            .at(-1) ?? deepest;
    }
    const nodes = await tree.listByPath(sql, reach, [...claims, ...(deepest === null ? [] : [deepest])]);
    const byPath = new Map(nodes.map((node) => [node.path, node]));
    const named = deepest === null ? '' : ((await names.namesOf([deepest])).get(deepest) ?? '');
    return {
      deepest: deepest === null ? null : (byPath.get(deepest) ?? null),
      candidates: claims.flatMap((path) => byPath.get(path) ?? []),
      names: named,
    };
  };

  return {
    ...createChangeHandlers({ parts, ports, names, changes }),
    listRoots: ({ session }) => tree.listRoots(sql, reachOf(session)),
    getTerritory: async ({ session, params, query }) => {
      const path = codeToPath(params.code);
      const living = await findLiving(names, path);
      const reach = reachOrSuccessor(reachOf(session), path, living);
      if (!isSeen(reach, path)) throw new DomainError('request.not-found');
      if (query.on !== undefined) return getDetailThen(sql, reach, path, query.on, parts.clock());
      const successors = living.flatMap((one) => (one.path === path ? [] : [one.code]));
      return { ...(await getDetail(sql, reach, path, parts.clock())), successors };
    },
    listChildren: ({ session, params }) => {
      const reach = reachOf(session);
      return tree.listChildren(sql, reach, seenPath(reach, params.code));
    },
    listBoundaries: ({ session, params, query }) => {
      const reach = reachOf(session);
      return tree.boundariesBelow(sql, reach, seenPath(reach, params.code), query.level);
    },
    searchTerritory: async ({ session, query }) => {
      const reach = reachOf(session);
      const at = query.at === undefined ? undefined : seenPath(reach, query.at);
      const nodes = await searchTerritory(sql, reach, {
        words: query.words,
        at,
        size: query.size ?? 20,
        living: async (path) => (await findLiving(names, path)).map((one) => one.path),
      });
      const whole = reach.scopes.some((scope) => depthOf(scope) < 3);
      const trails = await names.namesOf(
        nodes.map((node) => node.path),
        whole,
      );
      const former = await foundByFormerName(sql, nodes, query.words);
      return nodes.map((node) => ({
        node,
        names: trails.get(node.path) ?? node.name,
        formerly: former.get(node.path) ?? null,
      }));
    },
    locate: ({ session, body }) => {
      const { lng, lat } = toWgs84(body, body.datum);
      return locateWithin(reachOf(session), lng, lat);
    },
    locatePublicly: async ({ body }) => {
      const { lng, lat } = toWgs84(body.point, body.point.datum);
      const { deepest } = (await places.indexOf(body.district)).locate(lng, lat);
      if (deepest === null) return { code: null, names: '' };
      const levels = await readLevels(parts);
      const refs = await names.find(trailPaths(deepest));
      const open = trailPaths(deepest).filter((path) =>
        levels.some((level) => level.open && level.id === refs.get(path)?.level),
      );
      const community = open.at(-1);
      if (community === undefined) return { code: null, names: '' };
      return { code: pathToCode(community), names: (await names.namesOf([community])).get(community) ?? '' };
    },
    listPublicPlaces: async ({ params }) => {
      const nodes = await tree.listOpenChildren(sql, codeToPath(params.code), await readLevels(parts));
      return nodes.map(({ code, name, childCount }) => ({ code, name, childCount }));
    },
    listPublicBoundaries: async ({ params }) => {
      const path = codeToPath(params.code);
      const open = (await readLevels(parts)).filter((level) => level.open);
      const finest = open.sort((a, b) => a.rank - b.rank).at(-1);
      // Above a district it would be a country's worth of shapes.
      if (depthOf(path) < 3 || !finest) return { type: 'FeatureCollection', features: [] };
      return tree.boundariesBelow(sql, everywhere, path, finest.id);
    },
    addTerritory: async (call) => {
      const path = await edits.addNode(editorOf(call), await readLevels(parts), call.body);
      return (await detail(call.session, path)).node;
    },
    editTerritory: async (call) => {
      const path = seenPath(reachOf(call.session), call.params.code);
      await edits.editNode(editorOf(call), path, call.body);
      return detail(call.session, path);
    },
    drawBoundary: async (call) => {
      const path = seenPath(reachOf(call.session), call.params.code);
      await edits.drawBoundary(editorOf(call), path, call.body);
      return detail(call.session, path);
    },
    checkBoundaries: async ({ session, params }) => {
      const reach = reachOf(session);
      return checkBoundaries(sql, reach, seenPath(reach, params.code), await readLevels(parts));
    },
    suggestHouseholdGroups: async ({ session, params }) => {
      const reach = reachOf(session);
      const path = seenPath(reach, params.code);
      if (!isWithin(reach, path)) throw new DomainError('request.not-found');
      const dwellings = ports.listDwellings
        ? await ports.listDwellings(path)
        : (await buildingPlans(sql, reach, path, parts.clock())).flatMap(dwellingsOfPlan);
      return suggestHouseholdGroups(dwellings).map((group) => ({ name: group.name, dwellings: [...group.dwellings] }));
    },
    importBoundaries: (call) => boundaryJob.start(parts, editorOf(call), call.session, call.body),
    listLevels: async () => ({
      levels: (await readLevels(parts)).map(({ id, name, rank, letter, apart }) => ({
        id,
        name,
        rank,
        letter: letter ?? null,
        apart: apart === true,
      })),
      kinds: Object.entries(kinds).map(([id, name]) => ({ id, name })),
    }),
    listZones: ({ session, params }) => {
      const reach = reachOf(session);
      return tree.listZones(sql, reach, seenPath(reach, params.code));
    },
    listRulings: ({ session, params }) => {
      const reach = reachOf(session);
      return listRulings(sql, reach, seenPath(reach, params.code), everywhere);
    },
    ruleTerritory: async (call) => {
      const reach = reachOf(call.session);
      const path = seenPath(reach, call.params.code);
      await edits.rule(editorOf(call), path, call.body);
      return listRulings(sql, reach, path, everywhere);
    },
  };
};
