import { type DomainError, refuse } from '#kernel/domain-error';
import type { Label } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';
import { problemsOfRoles } from './check-roles.ts';
import type { OrganisationKnown } from './check-roles.ts';
import { dutyOf, essential } from './permission.ts';
import type { Role, SessionLimits } from './role.ts';

/** What was changed here of a role: kept apart from the pack, so that a newer pack still brings what it brings. */
export interface RoleOverlay {
  /** A role that no pack declares: like this one but for what follows. */
  readonly copyOf?: string;
  readonly name?: Label;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly session?: SessionLimits;
  readonly clearance?: Sensitivity;
  /** Gives nothing any more and is given to nobody. */
  readonly retired?: true;
}

/** What somebody wants to change: only what is named. */
export interface RoleEdit {
  readonly copy?: { readonly name: Label };
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  readonly session?: SessionLimits;
  readonly clearance?: Sensitivity;
  readonly retire?: true;
}

const unchanged: RoleOverlay = { add: [], remove: [] };

export const overlayRole = (base: Role, overlay: RoleOverlay): Role => {
  const removed = new Set(overlay.remove);
  const kept = base.permissions.filter((permission) => !removed.has(permission));
  const { firstAdministrator, ...rest } = base;
  return {
    ...rest,
    // Only one role may be the first administrator's: that of the pack, not its copy.
    ...(firstAdministrator && !overlay.copyOf ? { firstAdministrator } : {}),
    ...(overlay.name ? { name: overlay.name } : {}),
    ...(overlay.session ? { session: overlay.session } : {}),
    ...(overlay.clearance ? { clearance: overlay.clearance } : {}),
    ...(overlay.retired ? { retired: true as const } : {}),
    permissions: overlay.retired ? [] : [...kept, ...overlay.add.filter((permission) => !kept.includes(permission))],
  };
};

/**
 * The roles in force: those of the packs with what was changed here, and copies. Whoever may give a role may give
 * its copies. A copy of a role that no pack declares any more is left out, as the role itself is.
 */
export const rolesInForce = (packed: readonly Role[], overlays: ReadonlyMap<string, RoleOverlay>): readonly Role[] => {
  const own = packed.map((role) => {
    const overlay = overlays.get(role.id);
    return overlay && !overlay.copyOf ? overlayRole(role, overlay) : role;
  });
  const copies = [...overlays].flatMap(([id, overlay]) => {
    const base = packed.find((role) => role.id === overlay.copyOf);
    return base && !packed.some((role) => role.id === id) ? [{ ...overlayRole(base, overlay), id }] : [];
  });
  return [...own, ...copies].map((role) => {
    if (!role.grants) return role;
    const grants = role.grants;
    const more = copies.filter((copy) => grants.includes(overlays.get(copy.id)?.copyOf ?? '')).map((copy) => copy.id);
    return more.length === 0 ? role : { ...role, grants: [...grants, ...more] };
  });
};

/** Packed permissions of a role or of what it is a copy of. */
const packedPermissions = (packed: readonly Role[], role: string, overlay: RoleOverlay): readonly string[] =>
  packed.find((one) => one.id === (overlay.copyOf ?? role))?.permissions ?? [];

/** The overlay after an edit; what an edit takes back leaves no trace. */
export const editOverlay = (
  packed: readonly Role[],
  role: string,
  before: RoleOverlay | undefined,
  edit: RoleEdit,
): RoleOverlay => {
  const start = before ?? unchanged;
  const fromPack = new Set(packedPermissions(packed, role, start));
  const [add, remove] = [new Set(start.add), new Set(start.remove)];
  for (const permission of edit.add ?? [])
    if (!remove.delete(permission) && !fromPack.has(permission)) add.add(permission);
  for (const permission of edit.remove ?? [])
    if (!add.delete(permission) && fromPack.has(permission)) remove.add(permission);
  return {
    ...start,
    add: [...add].sort(),
    remove: [...remove].sort(),
    ...(edit.session ? { session: edit.session } : {}),
    ...(edit.clearance ? { clearance: edit.clearance } : {}),
    ...(edit.retire ? { retired: true as const } : {}),
  };
};

/** The overlay of a new role: everything that its model is today, under another name. */
export const copyOverlay = (
  packed: readonly Role[],
  model: string,
  overlays: ReadonlyMap<string, RoleOverlay>,
  edit: RoleEdit & { readonly copy: { readonly name: Label } },
): RoleOverlay => {
  const of = overlays.get(model);
  const { copyOf = model, retired: _, ...like } = of ?? unchanged;
  return editOverlay(packed, copyOf, { ...like, copyOf, name: edit.copy.name }, edit);
};

export interface RoleDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly session: boolean;
  readonly clearance: boolean;
}

export const differenceOf = (before: Role | undefined, after: Role): RoleDifference => ({
  added: after.permissions.filter((permission) => !before?.permissions.includes(permission)),
  removed: (before?.permissions ?? []).filter((permission) => !after.permissions.includes(permission)),
  session: JSON.stringify(before?.session ?? null) !== JSON.stringify(after.session ?? null),
  clearance: (before?.clearance ?? 'internal') !== (after.clearance ?? 'internal'),
});

/**
 * Why a role may not become what an edit makes of it. All that the pack loader asks of a role is asked again,
 * and that no administration loses what it cannot do without.
 */
export const refuseRole = (
  known: OrganisationKnown,
  all: readonly Role[],
  before: Role | undefined,
  after: Role,
): DomainError | undefined => {
  const others = all.filter((role) => role.id !== after.id);
  const problem = problemsOfRoles([...others, after], known).find(({ id }) => id === after.id);
  if (problem) return refuse('role.refused', { detail: `${problem.path}: ${problem.message}` });
  if (before?.administers && after.retired) return refuse('role.needed', { name: after.name.zh });
  const missing = essential[dutyOf(after)].filter(
    (permission) => known.permissions.has(permission) && !after.permissions.includes(permission),
  );
  if (missing.length > 0 && !after.retired) return refuse('role.needed', { name: after.name.zh });
  const { added, removed, session, clearance } = differenceOf(before, after);
  const same = before && before.retired === after.retired && !session && !clearance;
  return same && added.length + removed.length === 0 ? refuse('role.unchanged') : undefined;
};
