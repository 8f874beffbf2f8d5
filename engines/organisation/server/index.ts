import type { FastifyInstance } from 'fastify';
import { bindRoutes } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';
import { organisationRoutes } from '#engines/organisation/contract';
import { accountHandlers } from './accounts/handlers.ts';
import { createSessions } from './accounts/sessions.ts';
import { createSignIn } from './accounts/sign-in.ts';
import { dropOldFailures } from './accounts/sign-in-locks.ts';
import { createFirstAdministrator } from './people/first-administrator.ts';
import { peopleHandlers } from './people/handlers.ts';
import { createLending } from './people/lend-post.ts';
import { createManagePeople } from './people/manage-people.ts';
import { createPeopleView } from './people/people-view.ts';
import type { OrganisationPorts } from './ports.ts';
import { createReach } from './reach.ts';
import { scopesInFullWith, scopesWith } from './scope-sql.ts';
import { createDirectory } from './structure/directory.ts';
import { structureHandlers } from './structure/handlers.ts';
import { createManageBodies } from './structure/manage-bodies.ts';
import { createPlanting } from './structure/plant.ts';
import { createStructureView } from './structure/structure-view.ts';

export type { DirectoryBody } from './structure/directory.ts';
export type { NewAdministrator } from './people/first-administrator.ts';
export { demoAccountsKey } from './structure/plant.ts';
export type { DemoAccount, OrganisationPlan, WantedBody } from './structure/plant.ts';
export type { OrganisationPorts, WorkingPost } from './ports.ts';

/** Bodies, posts, holders, persons; who is signed in and what they may do. */
export const createOrganisationEngine = (parts: Parts, ports: OrganisationPorts) => {
  const sessions = createSessions(parts, ports);
  const directory = createDirectory(parts);
  const reach = createReach(parts, ports);
  const views = { structure: createStructureView(parts, ports), people: createPeopleView(parts, ports) };
  const manageBodies = createManageBodies(parts, ports, reach, views.structure, directory);
  const managePeople = createManagePeople(parts, reach, views, sessions, directory);
  const signIn = createSignIn(parts, ports, sessions);
  const firstAdministrator = createFirstAdministrator(parts, ports, directory);
  const { plantOrganisation, ensureBodies } = createPlanting(parts, directory);
  const handlers = {
    ...accountHandlers(parts, ports, directory, signIn),
    ...peopleHandlers(parts, ports, views.people, managePeople, firstAdministrator),
    ...structureHandlers(ports, views.structure, manageBodies),
  };
  parts.jobs.every('17 * * * *', 'organisation-old-sign-in-failures', () => dropOldFailures(parts.sql, parts.clock()));

  return {
    routes: (app: FastifyInstance): void => bindRoutes(app, organisationRoutes, handlers),
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
    scopesWith,
    /** As `scopesWith`, without posts that read only what their body was given to do. */
    scopesInFullWith,
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
