import type { FastifyInstance } from 'fastify';
import { chinaDate, type DateText } from '#kernel/instant';
import { territoryRoutes } from '#engines/territory/contract';
import {
  districtOfPath,
  districtPath,
  findLevel,
  findPathOfCode,
  isPath,
  type LngLat,
  pathToCode,
  type Place,
  type TerritoryPath,
  trailPaths,
} from '#engines/territory/model';
import { insertOf } from '#platform/server/audit';
import { bindRoutes } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';
import { profilesOf } from './profiles-view.ts';
import { listDivisions } from './division-names.ts';
import { districtsAt } from './districts-view.ts';
import { createChanges } from './changes/changes.ts';
import { createEdits } from './edit-territory.ts';
import { createHandlers } from './handlers.ts';
import { importBoundaries } from './import-boundaries.ts';
import { readOfficial } from './import-official.ts';
import { boundaryJob } from './jobs.ts';
import { readLevels } from './levels.ts';
import { createNames, manyChanged, type TerritoryRef } from './names.ts';
import { createPlaces } from './places.ts';
import { type PlantedNode, plantTerritory, type PlantOptions } from './plant-territory.ts';
import type { TerritoryPorts } from './ports.ts';
import { everywhere } from './reach.ts';
import { findActingPath } from './ruling-store.ts';
import { findLiving, findStanding } from './successors.ts';
import { listAtLevel, listBetween } from './tree-view.ts';

export { type BoundaryImport, importSummary } from './import-boundaries.ts';
export type { PlantedNode, PlantOptions, PlantResult } from './plant-territory.ts';
export { readOfficial } from './import-official.ts';
export type { TerritoryRef } from './names.ts';
export type { Followed, Follower, TerritoryPorts } from './ports.ts';

const pathOf = (place: string): TerritoryPath | undefined => (isPath(place) ? place : findPathOfCode(place));

export type TerritoryEngine = ReturnType<typeof createTerritoryEngine>;

/** The territory engine: its routes, its use cases, and the answers that other engines' ports ask for. */
export const createTerritoryEngine = (parts: Parts, ports: TerritoryPorts) => {
  const { sql, live } = parts;
  const names = createNames(sql, live);
  const places = createPlaces(sql, live);

  /** After the commit: this process forgets at once, the others when the news reach them. */
  const changed = (path: TerritoryPath, id = pathToCode(path)): void => {
    names.forget(path);
    places.forget(path);
    live.tell({ topic: 'territory', district: districtOfPath(path), path, id });
  };
  const changedMany = (districts: Iterable<string>): void => {
    for (const district of districts) {
      const path = findPathOfCode(district.replace(/(00){1,2}$/, ''));
      if (path !== undefined) changed(path, manyChanged);
    }
    names.forgetAll();
  };

  const edits = createEdits(parts, changed);
  const changes = createChanges({
    parts,
    ports,
    levels: () => readLevels(parts),
    changed: (districts) => {
      for (const district of districts) places.forget(districtPath(district));
      changedMany(districts);
    },
  });
  // Midnight of China is among these; a server that was down then catches up.
  parts.jobs.every('*/10 * * * *', 'territory-changes-due', changes.applyDue);
  parts.jobs.every('7 * * * *', 'territory-late-rows', changes.followStragglers);
  boundaryJob.define(parts, changed);
  const handlers = createHandlers({ parts, ports, names, places, edits, changes });

  const plant = async (nodes: Iterable<PlantedNode> | AsyncIterable<PlantedNode>, options: PlantOptions = {}) => {
    const districts = new Set<string>();
    const watched = async function* () {
      for await (const node of nodes) {
        districts.add(districtOfPath(node.path));
        yield node;
      }
    };
    const result = await plantTerritory(ports.pool, watched(), { levels: await readLevels(parts), ...options });
    if (result.added + result.changed > 0) changedMany(districts);
    return result;
  };

  return {
    routes: (app: FastifyInstance): void => bindRoutes(app, territoryRoutes, handlers),

    /** Which node holds a point (WGS-84), and which could claim it. In memory. */
    locate: async (district: string, point: LngLat): Promise<Place> =>
      (await places.indexOf(district)).locate(point.lng, point.lat),
    /** Districts whose boundaries may hold a point (WGS-84), for whoever does not know the district. */
    districtsAt: (point: LngLat): Promise<readonly string[]> => districtsAt(sql, everywhere, point.lng, point.lat),
    /** By code (`440310001003g07`) or path. For one that has ended: its only successor, else what lies above all of them. */
    findNode: async (place: string): Promise<TerritoryRef | undefined> => {
      const path = pathOf(place);
      return path === undefined ? undefined : findStanding(names, path);
    },
    /** As `findNode`, of nodes that have ended too: themselves, with `ended`. */
    findNodeEver: async (place: string): Promise<TerritoryRef | undefined> => {
      const path = pathOf(place);
      return path === undefined ? undefined : (await names.find([path])).get(path);
    },
    /** Nodes of today in the place of one that was split, merged or moved. */
    findSuccessors: (path: TerritoryPath): Promise<readonly TerritoryRef[]> => findLiving(names, path),
    namesOf: (paths: readonly TerritoryPath[]): Promise<ReadonlyMap<TerritoryPath, string>> => names.namesOf(paths),
    /** The node at a level on the trail of a path, the path itself included. */
    ancestorAt: async (path: TerritoryPath, level: string): Promise<TerritoryRef | undefined> => {
      const trail = trailPaths(path);
      const refs = await names.find(trail);
      return trail.flatMap((step) => refs.get(step) ?? []).find((ref) => ref.level === level);
    },
    /** Nodes of a level below (or at) a path, in order. */
    childrenAtLevel: async (path: TerritoryPath, level: string): Promise<TerritoryRef[]> =>
      (await listAtLevel(sql, everywhere, path, level)).map((node) => ({
        path: node.path,
        code: node.code,
        name: node.name,
        level: node.level,
        kind: node.kind,
        district: districtOfPath(node.path),
      })),
    /** Nodes of a level below (or at) a path that there were on some day of a period, `to` exclusive. */
    childrenBetween: async (
      path: TerritoryPath,
      level: string,
      from: DateText,
      to: DateText,
    ): Promise<TerritoryRef[]> =>
      (await listBetween(sql, path, level, from, to)).map((node) => ({
        path: node.path,
        code: node.code,
        name: node.name,
        level: node.level,
        kind: node.kind,
        district: districtOfPath(node.path),
      })),
    /** For tests and the command line: changes that are due are carried out. */
    applyDueChanges: changes.applyDue,
    /** Whose people act at a place for a business line (插花地); the place itself where nothing was ruled. */
    whoActs: (path: TerritoryPath, line: string): Promise<TerritoryPath> =>
      findActingPath(sql, path, line, chinaDate(parts.clock())),
    /** Name of a level, such as 社区（村）. */
    levelName: async (id: string) => findLevel(id, await readLevels(parts))?.name,

    /** What holds today in the profiles of some nodes. */
    profilesOf: (paths: readonly TerritoryPath[]) => profilesOf(sql, paths, chinaDate(parts.clock())),
    /** Nodes of some levels below (or at) a path, with their official names where these differ. */
    listDivisions: (path: TerritoryPath, levels: readonly string[]) => listDivisions(sql, path, levels),
    plantTerritory: plant,
    /** Official divisions from a folder of lists, one code with trail and everything below, or the whole country. */
    importOfficial: (from: string | readonly string[], code: string | undefined, progress?: (done: number) => void) =>
      plant(readOfficial(from, code), {
        ...(progress ? { progress } : {}),
        inside: async (client, batch) => {
          const row = parts.audit.stamp({
            district: code?.slice(0, 6).padEnd(6, '0') ?? '000000',
            person: null,
            action: 'territory.import',
            object: `territory:${code ?? 'all'}`,
            result: 'done',
            detail: { ...batch },
          });
          await client.query(insertOf(row));
        },
      }),
    /** Boundaries from GeoJSON, as the command line does it: all of the installation in reach. */
    importBoundaries: async (file: Parameters<typeof importBoundaries>[2]) => {
      const { paths, ...result } = await sql.transaction().execute(async (trx) => {
        const done = await importBoundaries(trx, everywhere, file);
        const [first] = done.paths;
        await parts.audit.write(trx, {
          district: first === undefined ? '000000' : districtOfPath(first),
          person: null,
          action: 'territory.import-boundaries',
          object: 'territory:file',
          result: 'done',
          detail: { set: done.set, unchanged: done.unchanged, refused: done.refused.length },
        });
        return done;
      });
      for (const path of paths) changed(path);
      return result;
    },
  };
};
