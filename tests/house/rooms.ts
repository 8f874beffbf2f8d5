/** The room of a file, and who may import whom (docs/map.md). Names: `model:case`, `pack:grid`, `app:console`. */
export const roomOf = (file: string): string => {
  const [top, second = '', third = ''] = file.split('/');
  if (top === 'engines') return `${third}:${second}`;
  if (top === 'packs') return `pack:${second}`;
  if (top === 'apps') return `app:${second}`;
  if (top === 'platform') return `platform-${second}`;
  if (top === 'fields') return file.endsWith('.tsx') || file === 'fields/web.ts' ? 'fields-web' : 'fields';
  return top ?? '';
};

/** Rooms that the rooms of a kind may import, beside themselves. `*` is any name, `=` the engine's own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  fields: ['kernel'],
  'fields-web': ['kernel', 'fields', 'platform-web', 'platform-contract'],
  model: ['kernel', 'fields', 'model:territory'],
  contract: ['kernel', 'fields', 'model:=', 'platform-contract'],
  server: ['kernel', 'fields', 'model:=', 'model:territory', 'contract:=', 'platform-server', 'platform-contract'],
  web: [
    'kernel',
    'fields',
    'fields-web',
    'model:=',
    'model:territory',
    'contract:=',
    'platform-web',
    'platform-contract',
  ],
  'platform-contract': ['kernel'],
  'platform-server': ['kernel', 'platform-contract'],
  'platform-web': ['kernel', 'platform-contract'],
  pack: ['kernel', 'fields', 'model:*'],
  // Nothing imports an app; so one app does not import another.
  app: [
    'kernel',
    'fields',
    'fields-web',
    'model:*',
    'contract:*',
    'server:*',
    'web:*',
    'platform-server',
    'platform-web',
    'platform-contract',
    'pack:*',
  ],
};

const matches = (allowed: string, room: string, engine: string): boolean => {
  const [kind = '', name] = allowed.split(':');
  if (name === undefined) return allowed === room;
  const [roomKind, roomName] = room.split(':');
  return kind === roomKind && (name === '*' || roomName === (name === '=' ? engine : name));
};

export const mayRoomImport = (from: string, to: string): boolean => {
  const [kind = '', engine = ''] = from.split(':');
  if (from === to || kind === 'tools' || kind === 'tests') return true;
  return (mayImport[kind] ?? []).some((allowed) => matches(allowed, to, engine));
};

/** npm packages of the rooms that run everywhere; the others are watched by knip. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  kernel: ['feelin'],
  fields: ['gcoord'],
  contract: ['typebox'],
  'platform-contract': ['typebox'],
  pack: [],
};
const runsInBrowsers = new Set([
  'kernel',
  'fields',
  'fields-web',
  'model',
  'contract',
  'web',
  'pack',
  'platform-web',
  'platform-contract',
]);

export const mayRoomUse = (from: string, module: string): boolean => {
  const [kind = '', name = ''] = from.split(':');
  const browser = runsInBrowsers.has(kind) || (kind === 'app' && name !== 'server');
  if (browser && module.startsWith('node:')) return false;
  return mayUse[kind]?.includes(module) ?? true;
};
