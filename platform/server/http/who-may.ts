import { boundOf, type Route } from '#kernel/route';

export interface RoleGrants {
  readonly id: string;
  readonly permissions: readonly string[];
  /** `tasks`: its range gives no right to read matters. */
  readonly reads?: 'tasks';
}

/** How far somebody may ask: not at all, or within which bound. */
export type Reached = '' | 'range' | 'tasks' | 'own' | 'all';

/** What a route answers to a role; undefined: to whoever is not signed in. */
export const reachedBy = (route: Route, role: RoleGrants | undefined): Reached => {
  const { who } = route;
  const bound = boundOf(route);
  const may =
    who === 'anyone' ||
    (role !== undefined && who !== 'resident' && (who === 'signed-in' || role.permissions.includes(who.permission)));
  if (!may) return '';
  if (bound === 'nothing') return 'all';
  if (bound === 'matters') return role?.reads === 'tasks' ? 'tasks' : 'range';
  return bound;
};

/** The matrix of all routes × roles as a Markdown table: what a reviewer reads when a grant changes. */
export const whoMayTable = (
  tables: readonly Readonly<Record<string, Route>>[],
  roles: readonly RoleGrants[],
): string => {
  const heads = ['anyone', ...roles.map((role) => role.id)];
  const rows = tables.flatMap((table) =>
    Object.entries(table).map(([name, route]) => {
      const who = typeof route.who === 'string' ? route.who : route.who.permission;
      const cells = [undefined, ...roles].map((role) => reachedBy(route, role));
      return `| ${name} | ${route.method} ${route.url} | ${who}${route.confirm ? ' \\*' : ''} | ${cells.join(' | ')} |`;
    }),
  );
  return [
    `| route | address | needs | ${heads.join(' | ')} |`,
    `|---|---|---|${heads.map(() => ':-:|').join('')}`,
    ...rows,
    '',
  ].join('\n');
};
