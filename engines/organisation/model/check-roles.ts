import type { DefinitionProblem, SectionChecker } from '#kernel/pack-loader';
import { rankOf } from '#kernel/sensitivity';
import { type Duty, dutyOf } from './permission.ts';
import type { BodyKind, Role } from './role.ts';

/** What the definitions of this room refer to. */
export interface OrganisationKnown {
  /** Ids of territory levels. */
  readonly levels: readonly string[];
  /** Permissions that the route tables ask for, and whose roles may carry each. */
  readonly permissions: ReadonlyMap<string, readonly Duty[]>;
}

const doubled = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];

const problemsOfRole = (role: Role, known: OrganisationKnown, all: readonly Role[]): readonly DefinitionProblem[] => {
  const say = (path: string, message: string): DefinitionProblem => ({ id: role.id, path, message });
  return [
    known.levels.includes(role.level) ? [] : say('level', `there is no territory level ${role.level}`),
    role.permissions.map((permission, index) =>
      known.permissions.has(permission)
        ? []
        : say(`permissions[${index}]`, `no operation asks for the permission ${permission}`),
    ),
    role.permissions.map((permission, index) => {
      const carriers = known.permissions.get(permission);
      return !carriers || carriers.includes(dutyOf(role))
        ? []
        : say(
            `permissions[${index}]`,
            `${permission} is for ${carriers.join(' and ')}, and this role is for ${dutyOf(role)}: no role mixes the two`,
          );
    }),
    role.reads && role.works
      ? say('works', 'a role that reads only what its body is given would have no work at all')
      : [],
    role.administers && (role.reads || rankOf(role.clearance ?? 'internal') > rankOf('internal'))
      ? say('clearance', 'an administrator sees no business data')
      : [],
    role.firstAdministrator && role.administers !== 'system'
      ? say('firstAdministrator', 'the first administrator is a system administrator')
      : [],
    doubled(role.permissions).map((permission) => say('permissions', `${permission} stands twice`)),
    (role.grants ?? []).map((id, index) =>
      all.some((other) => other.id === id) ? [] : say(`grants[${index}]`, `there is no role ${id}`),
    ),
    role.session && !(role.session.idleMinutes > 0 && role.session.hours > 0)
      ? say('session', 'both limits must be above zero')
      : [],
    role.firstAdministrator && all.filter((other) => other.firstAdministrator).length > 1
      ? say('firstAdministrator', 'only one role may be that of the first administrator')
      : [],
  ].flat(2);
};

export const problemsOfRoles = (roles: readonly Role[], known: OrganisationKnown): readonly DefinitionProblem[] =>
  roles.flatMap((role) => problemsOfRole(role, known, roles));

/** Checker of the section `roles`. */
export const roleChecker =
  (known: OrganisationKnown): SectionChecker<Role> =>
  (roles) =>
    problemsOfRoles(roles, known);

/** Checker of the section `bodyKinds`. */
export const bodyKindChecker =
  (known: Pick<OrganisationKnown, 'levels'>): SectionChecker<BodyKind> =>
  (kinds) =>
    kinds.flatMap((kind) => {
      const say = (path: string, message: string): DefinitionProblem => ({ id: kind.id, path, message });
      return [
        kind.levels.length > 0 ? [] : say('levels', 'names no territory level'),
        kind.levels.map((level, index) =>
          known.levels.includes(level) ? [] : say(`levels[${index}]`, `there is no territory level ${level}`),
        ),
        kind.administers && kinds.filter((other) => other.administers).length > 1
          ? say('administers', 'only one kind of body may hold the first administrator')
          : [],
      ].flat(2);
    });
