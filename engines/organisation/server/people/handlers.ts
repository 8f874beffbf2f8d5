import type { Handlers } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';
import type { grantRoutes, peopleRoutes, roleRoutes } from '#engines/organisation/contract';
import { pathBy } from '../path-by.ts';
import type { OrganisationPorts } from '../ports.ts';
import { scopesWith } from '../scope-sql.ts';
import { createInstallationView } from '../structure/installation-view.ts';
import { type DemoAccount, demoAccountsKey } from '../structure/plant.ts';
import type { PeopleRoom } from './index.ts';

export const peopleHandlers = (
  parts: Parts,
  ports: OrganisationPorts,
  { view, people, firstAdministrator, firstSecurity, activation, tellChanged }: PeopleRoom,
): Handlers<typeof peopleRoutes> => {
  const pathOf = pathBy(ports);
  return {
    setUp: async ({ body: { secret, ...given }, address }) => {
      await firstAdministrator.setUp(secret, given, address);
    },
    activate: async ({ body, address }) => {
      const { district, person } = await activation.activate(body, address, firstSecurity.whenActivated);
      tellChanged(district, person);
    },
    seeInstallation: createInstallationView(parts, ports),
    listDemoAccounts: async () =>
      parts.demo ? [...(await parts.settings.get<readonly DemoAccount[]>(demoAccountsKey, []))] : [],
    listPeople: async ({ session, query }) => [
      ...(await view.listPeople(scopesWith(session, 'organisation.read'), { ...query, at: await pathOf(query.at) })),
    ],
    addPerson: ({ session, address, body }) => people.addPerson({ session, address }, body),
    editPerson: ({ session, address, params, body }) => people.editPerson({ session, address }, params.id, body),
    issueActivation: ({ session, address, params }) => people.issueActivation({ session, address }, params.id),
    seeLeaving: ({ session, address, params }) => people.seeLeaving({ session, address }, params.id),
    disablePerson: ({ session, address, params, body }) =>
      people.disablePerson({ session, address }, params.id, body.reason),
    enablePerson: ({ session, address, params, body }) =>
      people.enablePerson({ session, address }, params.id, body.reason),
  };
};

export const grantHandlers = ({
  appointments,
  appointmentsView,
  firstSecurity,
}: PeopleRoom): Handlers<typeof grantRoutes> => ({
  proposeHolder: ({ session, address, params, body }) =>
    appointments.propose({ session, address }, { ...body, post: params.id }),
  listProposals: ({ session, address, query }) => appointments.listProposed({ session, address }, query.state),
  withdrawProposal: ({ session, address, params }) => appointments.withdraw({ session, address }, params.id),
  listGrants: ({ session, address, query }) => appointments.listForDecision({ session, address }, query.state),
  decideGrant: ({ session, address, params, body }) =>
    appointments.decide({ session, address }, { ...body, id: params.id }),
  revokeHolder: ({ session, address, params, body }) =>
    appointments.revokeHolder({ session, address }, { post: params.id, person: params.person, reason: body.reason }),
  endHolder: ({ session, address, params, query }) =>
    appointments.endHolder({ session, address }, { post: params.id, person: params.person, reason: query.reason }),
  seeAdministrators: () => appointmentsView.countAdministrators(),
  appointFirstSecurity: ({ session, address, body }) => firstSecurity.appoint({ session, address }, body),
});

export const roleHandlers = ({ roleProposals }: PeopleRoom): Handlers<typeof roleRoutes> => ({
  listRoles: () => roleProposals.listRoles(),
  listPermissions: () => roleProposals.listPermissions(),
  listRoleProposals: ({ session, address }) => roleProposals.listProposals({ session, address }),
  proposeRole: ({ session, address, body }) => roleProposals.propose({ session, address }, body),
  withdrawRoleProposal: ({ session, address, params }) => roleProposals.withdraw({ session, address }, params.id),
  decideRole: ({ session, address, params, body }) =>
    roleProposals.decide({ session, address }, { ...body, id: params.id }),
  exportRoles: () => ({ type: 'application/json', body: roleProposals.exportRoles(), name: 'roles.json' }),
});
