import { accountRoutes } from './account-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { structureRoutes } from './structure-routes.ts';

export * from './account-routes.ts';
export * from './people-routes.ts';
export * from './structure-routes.ts';

export const organisationRoutes = { ...accountRoutes, ...peopleRoutes, ...structureRoutes };
