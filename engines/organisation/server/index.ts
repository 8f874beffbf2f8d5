import type { FastifyInstance } from 'fastify';
import { bindRoutes } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';
import { organisationRoutes } from '#engines/organisation/contract';
import { createAccounts } from './accounts/index.ts';
import { createSessions } from './accounts/sessions.ts';
import { createDeskPosts } from './desk-posts.ts';
import { createCoverSeals } from './duty/cover-seals.ts';
import { createDutyRoom } from './duty/index.ts';
import { grantHandlers, peopleHandlers, roleHandlers } from './people/handlers.ts';
import { createHoldings } from './people/holdings.ts';
import { createPeopleRoom } from './people/index.ts';
import { createPhones } from './people/phones.ts';
import { createRoleBook } from './people/role-book.ts';
import type { OrganisationPorts } from './ports.ts';
import { createReachable } from './reachable.ts';
import { createReach } from './reach.ts';
import { createResidents } from './residents/index.ts';
import { scopesInFullWith, scopesWith } from './scope-sql.ts';
import { createDirectory } from './structure/directory.ts';
import { createStructureRoom } from './structure/index.ts';
import { servedDistricts } from './structure/installation-view.ts';
import { createPlanting } from './structure/plant.ts';
import { createStructurePlanting } from './structure/plant-structure.ts';
import { createRelocate } from './structure/relocate.ts';

export type { DirectoryBody } from './structure/directory.ts';
import type { NewAdministrator } from './people/first-administrator.ts';
import type { OrganisationPlan } from './structure/plant.ts';

export type { NewAdministrator };
export { demoAccountsKey } from './structure/plant.ts';
export type { DemoAccount, OrganisationPlan, WantedBody } from './structure/plant.ts';
export { staffingSettings, usualLimits } from './structure/establishment.ts';
export type { StructurePlan } from './structure/plant-structure.ts';
export type { OidcSettings, OrganisationPorts, WorkingPost } from './ports.ts';

/** Bodies, posts, holders, persons; who is signed in and what they may do. */
export const createOrganisationEngine = (parts: Parts, given: OrganisationPorts) => {
  const book = createRoleBook(parts, given.roles());
  const ports: OrganisationPorts = { ...given, roles: book.roles };
  const holdings = createHoldings(parts);
  const phones = createPhones(parts);
  const sessions = createSessions(parts, ports, holdings, createCoverSeals(parts));
  const directory = createDirectory(parts);
  const relocate = createRelocate(parts, sessions);
  const reach = createReach(parts, ports);
  const reachable = createReachable(parts);
  const residents = createResidents(parts, ports.residents);
  const structure = createStructureRoom(parts, ports, { reach, sessions, directory });
  const accounts = createAccounts(parts, ports, {
    sessions,
    directory,
    reach,
    grantAgain: (...given) => people.appointments.proposeAgain(...given),
  });
  const { rules } = accounts;
  const people = createPeopleRoom(parts, ports, {
    reach,
    rules,
    sessions,
    directory,
    holdings,
    phones,
    book,
    establishment: structure.establishment,
  });
  const { plantOrganisation, ensureBodies } = createPlanting(parts, directory, { holdings, phones });
  const duty = createDutyRoom(parts, ports, {
    reach,
    sessions,
    establishment: structure.establishment,
    propose: people.appointments.propose,
    endHolding: async (trx, district, post, person, on) =>
      (await holdings.end(trx, { district, post, person }, on)) !== undefined,
  });
  const handlers = {
    ...accounts.handlers,
    ...residents.handlers,
    ...peopleHandlers(parts, ports, people),
    ...grantHandlers(people),
    ...roleHandlers(people),
    ...structure.handlers,
    ...duty.handlers,
  };

  return {
    routes: (app: FastifyInstance): void => bindRoutes(app, organisationRoutes, handlers),
    /** For `createHttp`: from memory, without a round trip while the session is known. */
    findSession: (token: string) =>
      residents.isResidentToken(token) ? residents.findSession(token) : sessions.find(token),
    /** What the nightly job does: accounts that nobody used for 90 days are suspended. */
    suspendUnused: accounts.suspendUnused,
    /** `(district, kind, path)`: the body of a kind nearest above a place. */
    findBody: directory.findBody,
    /** `(district, kind)`: all bodies of a kind, with their places. */
    bodiesOfKind: directory.bodiesOfKind,
    /** `(district, role)`: places at which posts of a role stand. */
    scopesOfRole: directory.scopesOfRole,
    /** `(district, path, words?)`: bodies a matter at a place may be given to, nearest first. */
    bodiesToChoose: directory.bodiesToChoose,
    /** `(district, ids)` → id → name; an abolished body is left out. */
    namesOfBodies: directory.namesOfBodies,
    /** `(district, ids)` → id → who does the work of that body today. */
    heirsOf: directory.heirsOf,
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
    /** Posts, people and bodies follow changes of the tree, in their transaction. */
    relocate: relocate.follower,
    /** For the tree: posts whose scope is exactly a node. */
    postsAt: relocate.postsAt,
    /** At whose desk work lies: posts of roles and bodies, who is on duty, who answers for a line. */
    ...createDeskPosts(parts, ports),
    /** Whom to tell, in the sender's transaction. */
    ...reachable,
    contactOfResident: residents.contactOfResident,
    /** Codes of the districts that this installation serves. */
    districts: () => servedDistricts(parts),
    /** The roles in force: what packs declare, with what was changed here by two people. */
    roles: book.roles,
    /** Before anybody is served: roles are read, the database knows which of them administer, old rows are sealed. */
    ready: people.prepare,
    plantStructure: createStructurePlanting(parts),
    /** What the jobs do: changes of bodies whose day has come; former posts of people whose new one was granted. */
    applyBodyChanges: structure.life.applyDue,
    finishTransfers: duty.transfers.finishGranted,
    plantOrganisation: async (plan: OrganisationPlan): Promise<void> => {
      await people.prepare();
      await plantOrganisation(plan);
    },
    ensureBodies,
    lendPost: people.lendPost,
    /** How many holdings were altered outside of Lifang; the nightly check. */
    checkHoldings: holdings.checkAll,
    /** How many of these are not there yet, by kind and name. */
    countMissingBodies: directory.countMissingBodies,
    createAdministrator: async (administrator: NewAdministrator) => {
      await people.prepare();
      return people.firstAdministrator.createAdministrator(administrator);
    },
    /** A secret to print when there is no account yet; undefined otherwise. */
    prepareSetup: people.firstAdministrator.prepareSetup,
    close: (): void => {
      sessions.close();
      residents.close();
      directory.close();
      book.close();
    },
  };
};

export type OrganisationEngine = ReturnType<typeof createOrganisationEngine>;
