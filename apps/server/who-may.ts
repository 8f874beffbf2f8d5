import type { Role } from '#engines/organisation/model';
import { whoMayTable } from '#platform/server/http';
import { readPacks } from './packs.ts';
import { routeTables } from './route-tables.ts';

/** Every operation × every role of the packs. The scope of a post then says where. */
export const whoMayText = async (): Promise<string> => {
  const packs = await readPacks();
  const roles = packs.flatMap((pack) => (pack.sections['roles'] ?? []) as readonly Role[]);
  return [
    '# Who may',
    '',
    'Made by `node tools/openapi.ts` from the route tables and the roles of the packs; a test keeps it equal to them.',
    'A role says what, the post that carries it says where: rows outside its range do not exist for its holder.',
    '',
    whoMayTable(Object.values(routeTables), roles),
  ].join('\n');
};
