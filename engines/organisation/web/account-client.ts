import { accountRoutes, oidcRoutes } from '#engines/organisation/contract';
import { api } from '#platform/web/api';

/** What the pieces of this room ask. */
export const accounts = api({ ...accountRoutes, ...oidcRoutes });
