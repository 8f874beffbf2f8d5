import type { Route } from '#kernel/route';

export interface RoleGrants {
  readonly id: string;
  readonly permissions: readonly string[];
}

/** The matrix of all routes × roles as a Markdown table: what a reviewer reads when a grant changes. */
export const whoMayTable = (
  tables: readonly Readonly<Record<string, Route>>[],
  roles: readonly RoleGrants[],
): string => {
  const heads = ['anyone', ...roles.map((role) => role.id)];
  const may = (route: Route, role: RoleGrants | undefined): boolean => {
    if (route.who === 'anyone') return true;
    if (!role || route.who === 'resident') return false;
    return route.who === 'signed-in' || role.permissions.includes(route.who.permission);
  };
  const rows = tables.flatMap((table) =>
    Object.entries(table).map(([name, route]) => {
      const who = typeof route.who === 'string' ? route.who : route.who.permission;
      const cells = [undefined, ...roles].map((role) => (may(route, role) ? '✓' : ''));
      return `| ${name} | ${route.method} ${route.url} | ${who} | ${cells.join(' | ')} |`;
    }),
  );
  return [
    `| route | address | needs | ${heads.join(' | ')} |`,
    `|---|---|---|${heads.map(() => ':-:|').join('')}`,
    ...rows,
    '',
  ].join('\n');
};
