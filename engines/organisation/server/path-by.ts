import type { OrganisationPorts } from './ports.ts';

/** Path of an asked code; one that the tree does not know, or that lies elsewhere, simply holds nothing. */
export const pathBy =
  (ports: Pick<OrganisationPorts, 'findPath'>) =>
  async (code: string | undefined): Promise<string | undefined> =>
    code === undefined ? undefined : ((await ports.findPath(code)) ?? '-');
