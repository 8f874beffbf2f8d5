import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type LoadedPacks, loadPacks } from '#kernel/pack-loader';
import { namesOfActions, type Playbook } from '#engines/case/model';
import { auditRoutes } from '#platform/contract/audit-routes';
import { platformRoutes } from '#platform/contract/platform-routes';
import { auditHandlers, createRefusals, defineAuditJobs, findDistricts, forgetOld } from '#platform/server/audit';
import { bindRoutes, createHttp, serveApps } from '#platform/server/http';
import { createEventStreams } from '#platform/server/live';
import type { Sql } from '#platform/server/parts';
import { createHolds, createRetention, type Holds, type Retention } from '#platform/server/retention';
import { createResealing, type Resealing } from '#platform/server/seals';
import { createMetrics, serveMetrics } from '#platform/server/metrics';
import { createEngines, type Engines } from './engines.ts';
import { openParts, type OpenParts, type PartsOptions } from './open-parts.ts';
import { readPacks } from './packs.ts';
import { platformHandlers } from './platform-handlers.ts';
import { sectionCheckers } from './section-checkers.ts';
import { belongsToNobodyElse } from './wiring/demo-or-own.ts';
import { keepSealsFresh } from './wiring/keep-seals-fresh.ts';
import { retentionRules } from './retention-rules.ts';
import { sealedColumns } from './sealed-columns.ts';
import { mapKey } from './settings.ts';

export interface ComposeOptions extends Omit<PartsOptions, 'isDemo'> {
  /** An installation that belongs to nobody yet is or becomes a demo. */
  readonly demo: boolean;
  readonly trustProxy?: readonly string[];
  readonly rateFactor?: number;
  readonly imageHosts?: readonly string[];
  readonly metricsAllow?: readonly string[];
  readonly checkAnswers?: boolean;
}

export interface Lifang extends Omit<OpenParts, 'open'> {
  readonly packs: LoadedPacks;
  readonly engines: Engines;
  readonly resealing: Resealing;
  readonly retention: Retention;
  readonly holds: Holds;
  /** The HTTP server with all routes and pages, not yet listening. Stopping it is the caller's. */
  readonly createApp: () => Promise<FastifyInstance>;
}

const appsFolder = path.resolve(import.meta.dirname, '..');
const tileHosts = ['https://*.tianditu.gov.cn'];

/** Builds the whole graph: the one place where engines meet. Nothing runs yet but the line to the database. */
export const compose = async (options: ComposeOptions): Promise<Lifang> => {
  const packs = loadPacks(await readPacks(), sectionCheckers());
  const isDemo = async (sql: Sql): Promise<boolean> => options.demo && (await belongsToNobodyElse(sql));
  const opened = await openParts({ ...options, isDemo });
  const { parts, pool, jobs, keyFor, keyring, auditLog } = opened;
  const engines = createEngines({ parts, packs, pool, keyFor });

  jobs.every('41 3 * * *', 'temporary-files', opened.files.sweep);
  const holds = createHolds(parts);
  const retention = createRetention(parts, retentionRules(parts, engines.cases, opened.files));
  jobs.every('23 3 * * *', 'retention', async () => void (await retention.run()));
  const resealing = createResealing({ pool, keyring, seals: parts.seals, columns: sealedColumns });
  keepSealsFresh(parts, resealing);
  const actionNames = namesOfActions(packs.all<Playbook>('playbooks'));
  const auditRoom = {
    pool,
    ...auditLog,
    namesOfPersons: engines.organisation.namesOfPersons,
    nameOfAction: (action: string) => actionNames.get(action),
  };
  defineAuditJobs(parts, auditRoom);
  jobs.every('37 3 * * *', 'audit-retention', async () => {
    for (const district of await findDistricts(pool)) await forgetOld(parts, district);
  });
  const refusals = createRefusals(parts);
  await opened.open();
  await engines.ready();

  const createApp = async (): Promise<FastifyInstance> => {
    const metrics = createMetrics();
    const findSession = engines.organisation.findSession;
    let imageHosts = options.imageHosts ?? [];
    const readImageHosts = async (): Promise<void> => {
      const key = await parts.settings.get(mapKey, '');
      imageHosts = [...(options.imageHosts ?? []), ...(key ? tileHosts : [])];
    };
    await readImageHosts();
    parts.live.listen(({ topic }) => {
      if (topic === 'setting' || topic === 'everything') readImageHosts().catch(() => undefined);
    });

    const app = await createHttp({
      log: parts.log,
      findSession,
      measure: metrics.measure,
      refused: ({ posts, person }, route, code, origin) =>
        refusals.tell({ district: posts[0]?.district ?? '000000', person, route, code, origin }),
      pages: { imageHosts: () => imageHosts },
      ...(options.trustProxy ? { trustProxy: options.trustProxy } : {}),
      ...(options.rateFactor ? { rateFactor: options.rateFactor } : {}),
      ...(options.checkAnswers ? { checkAnswers: true } : {}),
    });
    const streams = createEventStreams(parts.live, findSession);
    app.addHook('preClose', async () => streams.close());
    bindRoutes(app, platformRoutes, platformHandlers(parts, streams));
    bindRoutes(app, auditRoutes, auditHandlers(parts, auditRoom));
    engines.routes(app);

    metrics.gauge('lifang_live_streams', 'Pages that listen to live updates', streams.count);
    metrics.gauge('lifang_database_connections', 'Connections of the pool', () => pool.totalCount);
    metrics.gauge('lifang_database_waiting', 'Requests that wait for a connection', () => pool.waitingCount);
    serveMetrics(app, metrics, {
      healthy: async () => (await pool.query('select 1')).rowCount === 1,
      ...(options.metricsAllow ? { allow: options.metricsAllow } : {}),
    });
    await serveApps(app, [
      { prefix: '/m/', folder: path.join(appsFolder, 'mobile/dist') },
      { prefix: '/', folder: path.join(appsFolder, 'console/dist') },
    ]);
    return app;
  };

  return {
    parts,
    pool,
    jobs,
    files: opened.files,
    retention,
    holds,
    keyFor,
    keyring,
    auditLog,
    resealing,
    packs,
    engines,
    createApp,
    close: async () => {
      engines.close();
      await refusals.flush();
      await opened.close();
    },
  };
};
