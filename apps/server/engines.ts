import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { LoadedPacks } from '#kernel/pack-loader';
import type { BodyKind, Role } from '#engines/organisation/model';
import { createOrganisationEngine, type OrganisationEngine } from '#engines/organisation/server';
import { createTerritoryEngine, type TerritoryEngine } from '#engines/territory/server';
import type { KeyFor } from '#platform/server/keys';
import type { Parts } from '#platform/server/parts';

export interface Engines {
  readonly territory: TerritoryEngine;
  readonly organisation: OrganisationEngine;
  readonly routes: (app: FastifyInstance) => void;
  /** Resolves when every engine has read what it keeps in memory. */
  readonly ready: () => Promise<void>;
  readonly close: () => void;
}

interface EngineSources {
  readonly parts: Parts;
  readonly packs: LoadedPacks;
  readonly pool: pg.Pool;
  readonly keyFor: KeyFor;
}

/** Makes the engines and answers, port by port, what one asks of another. */
export const createEngines = ({ parts, packs, pool }: EngineSources): Engines => {
  const territory = createTerritoryEngine(parts, { pool });
  const organisation = createOrganisationEngine(parts, {
    roles: packs.all<Role>('roles'),
    bodyKinds: packs.all<BodyKind>('bodyKinds'),
    findPath: async (code) => (await territory.findNode(code))?.path,
    namesOf: territory.namesOf,
    countOpenCases: async () => new Map(),
  });
  return {
    territory,
    organisation,
    routes: (app) => {
      organisation.routes(app);
      territory.routes(app);
    },
    ready: async () => undefined,
    close: () => organisation.close(),
  };
};
