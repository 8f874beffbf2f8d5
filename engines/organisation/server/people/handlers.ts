import type { Handlers } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';
import type { peopleRoutes } from '#engines/organisation/contract';
import { pathBy } from '../path-by.ts';
import type { OrganisationPorts } from '../ports.ts';
import { scopesWith } from '../scope-sql.ts';
import { createInstallationView } from '../structure/installation-view.ts';
import { type DemoAccount, demoAccountsKey } from '../structure/plant.ts';
import type { createFirstAdministrator } from './first-administrator.ts';
import type { ManagePeople } from './manage-people.ts';
import type { PeopleView } from './people-view.ts';

export const peopleHandlers = (
  parts: Parts,
  ports: OrganisationPorts,
  view: PeopleView,
  manage: ManagePeople,
  firstAdministrator: ReturnType<typeof createFirstAdministrator>,
): Handlers<typeof peopleRoutes> => {
  const pathOf = pathBy(ports);
  return {
    setUp: async ({ body: { secret, ...given }, address }) => {
      await firstAdministrator.setUp(secret, given, address);
    },
    seeInstallation: createInstallationView(parts, ports),
    listDemoAccounts: async () =>
      parts.demo ? [...(await parts.settings.get<readonly DemoAccount[]>(demoAccountsKey, []))] : [],
    appointHolder: ({ session, address, params, body }) =>
      manage.appointHolder({ session, address }, { post: params.id, ...body }),
    endHolder: ({ session, address, params }) =>
      manage.endHolder({ session, address }, { post: params.id, person: params.person }),
    listPeople: async ({ session, query }) => [
      ...(await view.listPeople(scopesWith(session, 'organisation.read'), { ...query, at: await pathOf(query.at) })),
    ],
    addPerson: ({ session, address, body }) => manage.addPerson({ session, address }, body),
    disablePerson: ({ session, address, params }) => manage.disablePerson({ session, address }, params.id),
    listRoles: () =>
      ports.roles().map(({ id, name, level, permissions }) => ({ id, name, level, permissions: [...permissions] })),
  };
};
