import type { BodyKind, Role } from './role.ts';

/** What the packs know that roles and body kinds refer to. */
export interface OrganisationKnown {
  /** Ids of territory levels. */
  readonly levels: readonly string[];
  /** Permissions that route tables ask for; without them permissions are not checked. */
  readonly permissions?: ReadonlySet<string>;
}

const idForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const doubled = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];

/** What is wrong with the roles of all packs together; each sentence names the role. Empty when right. */
export const roleProblems = (roles: readonly Role[], known: OrganisationKnown): readonly string[] => {
  const ids = new Set(roles.map((role) => role.id));
  const first = roles.filter((role) => role.firstAdministrator);
  return [
    ...doubled(roles.map((role) => role.id)).map((id) => `role ${id} is declared twice`),
    ...(first.length > 1 ? [`roles ${first.map((role) => role.id).join(', ')} all claim firstAdministrator`] : []),
    ...roles.flatMap((role) => [
      ...(idForm.test(role.id) ? [] : [`role ${role.id}: an id is small letters, digits and single hyphens`]),
      ...(known.levels.includes(role.level) ? [] : [`role ${role.id}: there is no territory level ${role.level}`]),
      ...role.permissions
        .filter((permission) => known.permissions && !known.permissions.has(permission))
        .map((permission) => `role ${role.id}: no route asks for the permission ${permission}`),
      ...doubled(role.permissions).map((permission) => `role ${role.id}: permission ${permission} is listed twice`),
      ...(role.grants ?? []).filter((id) => !ids.has(id)).map((id) => `role ${role.id}: grants an unknown role ${id}`),
      ...(role.session && !(role.session.idleMinutes > 0 && role.session.hours > 0)
        ? [`role ${role.id}: session limits must be above zero`]
        : []),
    ]),
  ];
};

/** What is wrong with the body kinds of all packs together; empty when right. */
export const bodyKindProblems = (kinds: readonly BodyKind[], known: OrganisationKnown): readonly string[] => [
  ...doubled(kinds.map((kind) => kind.id)).map((id) => `body kind ${id} is declared twice`),
  ...kinds.flatMap((kind) => [
    ...(idForm.test(kind.id) ? [] : [`body kind ${kind.id}: an id is small letters, digits and single hyphens`]),
    ...(kind.levels.length > 0 ? [] : [`body kind ${kind.id}: names no territory level`]),
    ...kind.levels
      .filter((level) => !known.levels.includes(level))
      .map((level) => `body kind ${kind.id}: there is no territory level ${level}`),
  ]),
];
