import type { Role } from '#engines/organisation/model';
import { whoMayTable } from '#platform/server/http';
import { readPacks } from './packs.ts';
import { routeTables } from './route-tables.ts';

/** Every operation × every role of the packs, and what bounds what it answers. */
export const whoMayText = async (): Promise<string> => {
  const packs = await readPacks();
  const roles = packs.flatMap((pack) => (pack.sections['roles'] ?? []) as readonly Role[]);
  return [
    '# Who may',
    '',
    'Made by `node tools/openapi.ts` from the route tables and the roles of the packs; a test keeps it equal to them.',
    'Route × role × scope: an empty cell is refused, for whoever holds no other post. Otherwise the cell says how far:',
    '',
    '- `range`: what lies in the range of the posts that carry the permission; the rest does not exist for its holder',
    '- `tasks`: matters that the body of the post was given, as long as it has them; the range gives no right to read',
    '- `own`: what is the asker’s own',
    '- `all`: the same for everybody who may ask',
    '',
    'A star behind the permission: the asker has to have proved again who he is within ten minutes.',
    '',
    whoMayTable(Object.values(routeTables), roles),
  ].join('\n');
};
