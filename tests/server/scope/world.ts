import { hash } from 'node:crypto';
import { after } from 'node:test';
import fc from 'fast-check';
import { type Sensitivity, sensitivities } from '#kernel/sensitivity';
import type { Role } from '#engines/organisation/model';
import { pathToCode } from '#engines/territory/model';
import { bindRoutes, createHttp } from '#platform/server/http';
import { createEventStreams } from '#platform/server/live';
import { createLog } from '#platform/server/log';
import type { News, Parts, Session } from '#platform/server/parts';
import { createSettings } from '#platform/server/settings';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { testPost, testSession } from '#tests/support/sessions.ts';
import { createEngines } from '../../../apps/server/engines.ts';
import { platformHandlers } from '../../../apps/server/platform-handlers.ts';
import { mediation, visits } from '../../../engines/case/model/fixtures/labelled.ts';
import { repair } from '../../../engines/case/model/fixtures/repair.ts';
import { platformRoutes } from '#platform/contract/platform-routes';
import { newId, packs, paths } from './pack.ts';

export const database = await testDatabase();
const base = await testParts(database);
export const news: News[] = [];
const parts: Parts & { settings: ReturnType<typeof createSettings> } = {
  ...base,
  live: { ...base.live, tell: (one: News) => void news.push(one) },
  settings: createSettings(database.sql, base.live, base.audit),
};
const keyFor = async (purpose: string) => hash('sha256', purpose, 'buffer');
export const engines = createEngines({ parts, packs, pool: database.pool, keyFor });
const streams = createEventStreams(base.live, () => undefined);
export const sessions = new Map<string, Session>();
export const app = await createHttp({
  log: createLog({ to: 'silent' }),
  findSession: (token) => sessions.get(token),
  rateFactor: 1e6,
});
bindRoutes(app, platformRoutes, platformHandlers(parts, streams));
engines.routes(app);
after(async () => {
  streams.close();
  await app.close();
  engines.close();
});

export interface Matter {
  readonly id: string;
  readonly path: string;
  readonly label: Sensitivity;
  readonly playbook: string;
  /** Body whose task it is. */
  readonly task: string | null;
  readonly reporter: string;
  number: string;
}
export const bodies = paths.map((path) => ({ id: newId(), path, name: `单位〔${path}〕` }));
export const bodyAt = (path: string) => bodies.find((body) => body.path === path)?.id ?? '';
export const people = paths.flatMap((path) =>
  [0, 1].map((turn) => ({ id: newId(), post: newId(), path, name: `人〔${path}〕${turn}` })),
);
export const matters: Matter[] = [];
export const playbooks = { internal: repair, sensitive: mediation, 'key-persons': visits } as const;

const roles = new Map(packs.all<Role>('roles').map((one) => [one.id, one]));
interface Held {
  readonly role: string;
  readonly scope: (typeof paths)[number];
  readonly body: string;
  readonly clearance: Sensitivity;
}
export const sessionFor = (posts: readonly Held[]): Session =>
  testSession({
    id: newId(),
    person: newId(),
    name: '试',
    confirmedAt: new Date().toISOString(),
    posts: posts.map(({ role: held, scope, body, clearance }) =>
      testPost({
        id: newId(),
        role: held,
        permissions: roles.get(held)?.permissions ?? [],
        reads: roles.get(held)?.reads ?? 'range',
        clearance,
        body,
        scope,
        district: pathToCode(scope).slice(0, 6).padEnd(6, '0'),
      }),
    ),
  });
export const post = fc.record({
  role: fc.constantFrom(
    'worker',
    'dispatcher',
    'inspector',
    'handler',
    'visitor',
    'grid-worker',
    'community-staff',
    'department-handler',
    'district-manager',
    'system-admin',
    'security-admin',
    'audit-admin',
  ),
  scope: fc.constantFrom(...paths),
  body: fc.constantFrom(bodyAt('99.01.01.'), bodyAt('99.01.01.002.'), bodyAt('99.01.01.001.001.')),
  clearance: fc.constantFrom(...sensitivities),
});
