import type { FastifyInstance } from 'fastify';
import type { Parts, Session } from '#platform/server/parts';
import { createDirectory } from './directory.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { createLending } from './lend-post.ts';
import { createManage } from './manage.ts';
import { createPlanting } from './plant.ts';
import type { OrganisationPorts } from './ports.ts';
import { bindOrganisation, organisationHandlers } from './routes.ts';
import { scopesInFullWith, scopesWith } from './scope-sql.ts';
import { createSessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { dropOldFailures } from './sign-in-locks.ts';
import { createStructureView } from './structure-view.ts';

export type { DirectoryBody } from './directory.ts';
export type { NewAdministrator } from './first-administrator.ts';
export { demoAccountsKey } from './plant.ts';
export type { DemoAccount, OrganisationPlan, WantedBody } from './plant.ts';
export type { OrganisationPorts, WorkingPost } from './ports.ts';

/** Bodies, posts, holders, persons; who is signed in and what they may do. */
export const createOrganisationEngine = (parts: Parts, ports: OrganisationPorts) => {
  const sessions = createSessions(parts, ports);
  const directory = createDirectory(parts);
  const view = createStructureView(parts, ports);
  const manage = createManage(parts, ports, view, sessions, directory);
  const signIn = createSignIn(parts, ports, sessions);
  const firstAdministrator = createFirstAdministrator(parts, ports, directory);
  const { plantOrganisation, ensureBodies } = createPlanting(parts, directory);
  const handlers = organisationHandlers(parts, ports, { view, manage, directory, signIn, firstAdministrator });
  parts.jobs.every('17 * * * *', 'organisation-old-sign-in-failures', () => dropOldFailures(parts.sql, parts.clock()));

  return {
    routes: (app: FastifyInstance): void => bindOrganisation(app, handlers),
    /** For `createHttp`: from memory, without a round trip while the session is known. */
    findSession: sessions.find,
    /** `(district, kind, path)`: the body of a kind nearest above a place. */
    findBody: directory.findBody,
    /** `(district, path, words?)`: bodies a matter at a place may be given to, nearest first. */
    bodiesToChoose: directory.bodiesToChoose,
    /** `(district, ids)` → id → name; an abolished body is left out. */
    namesOfBodies: directory.namesOfBodies,
    /** As `namesOfBodies`, of whatever district: for figures, which know a body by its id alone. */
    namesOfAnyBodies: directory.namesOfAnyBodies,
    /** `(district, ids)` → id → name. */
    namesOfPersons: directory.namesOfPersons,
    /** `(district, person)`: posts held today. */
    postsOf: directory.postsOf,
    /** Scopes in which a session may do something: those of the posts whose role carries the permission. */
    scopesWith: (session: Session, permission: string) => scopesWith(ports.roles, session, permission),
    /** As `scopesWith`, without posts that read only what their body was given to do. */
    scopesInFullWith: (session: Session, permission: string) => scopesInFullWith(ports.roles, session, permission),
    plantOrganisation,
    ensureBodies,
    lendPost: createLending(parts, sessions),
    /** How many of these are not there yet, by kind and name. */
    countMissingBodies: directory.countMissingBodies,
    createAdministrator: firstAdministrator.createAdministrator,
    /** A secret to print when there is no account yet; undefined otherwise. */
    prepareSetup: firstAdministrator.prepareSetup,
    close: (): void => {
      sessions.close();
      directory.close();
    },
  };
};

export type OrganisationEngine = ReturnType<typeof createOrganisationEngine>;
