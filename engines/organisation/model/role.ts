import type { Label } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';

/** What a post may do (角色). Pack data, section `roles`; work and scope belong to the post, not to the role. */
export interface Role {
  readonly id: string;
  readonly name: Label;
  /** Territory level at which posts of this role usually stand: `grid`, `community`, `street`, `district`. */
  readonly level: string;
  /** As the route tables name them: `case.read`, `figure.read` … */
  readonly permissions: readonly string[];
  /**
   * `tasks`: the post's range gives no right to read matters; its body sees those that it was given.
   * Absent: everything in its range.
   */
  readonly reads?: 'tasks';
  /**
   * `range`: its posts have the work of their range alone. What their body is given waits for the body's other posts (a
   * grid worker does not sign for the residents' committee), and reaches them only where there are none. Absent: both.
   */
  readonly works?: 'range';
  /**
   * Ids of roles that its holders may give to others although they lack those permissions themselves:
   * an administrator of accounts appoints grid workers without reading a single matter.
   * Roles whose permissions one holds in full may always be given.
   */
  readonly grants?: readonly string[];
  /** How long a sign-in lasts; the strictest of a person's roles counts. */
  readonly session?: SessionLimits;
  /** The highest level of sensitivity that its holders see; `internal` unless said otherwise. */
  readonly clearance?: Sensitivity;
  /**
   * One of the three administrators (三员, GB/T 22239-2019 8.1.4.2 d): its holder may hold no other post,
   * least of all another administrator's, and sees no business data.
   */
  readonly administers?: 'system' | 'security' | 'audit';
  /** Two people took it out of use: it gives nothing, and is kept so that what was held has a name. */
  readonly retired?: true;
  /** Set on the one role that the first administrator of an empty installation gets. */
  readonly firstAdministrator?: true;
}

export interface SessionLimits {
  /** Minutes without a request after which one has to sign in again. */
  readonly idleMinutes: number;
  /** Hours after which one has to sign in again however busy one was. */
  readonly hours: number;
}

/** Where a role says nothing: 30 minutes idle, 12 hours in all (GB/T 22239-2019 8.1.4.1 b, OWASP ASVS 7.3). */
export const usualSession: SessionLimits = { idleMinutes: 30, hours: 12 };

/** Of the three administrators, unless their role says otherwise: 15 minutes idle. */
export const administratorSession: SessionLimits = { idleMinutes: 15, hours: 12 };

export const defineRole = (role: Role): Role => role;

/** Kind of body (单位类别). Pack data, section `bodyKinds`; routing rules name it. */
export interface BodyKind {
  /** Such as `urban-management`. */
  readonly id: string;
  readonly name: Label;
  /** Territory levels at which such bodies stand. */
  readonly levels: readonly string[];
  /** Set on the kind of body that holds the first administrator's post. */
  readonly administers?: true;
}

export const defineBodyKind = (kind: BodyKind): BodyKind => kind;

/** Permissions of somebody who holds all these roles. A role that no pack declares any more gives none. */
export const permissionsOf = (roles: readonly Role[], held: readonly string[]): ReadonlySet<string> =>
  new Set(roles.filter((role) => held.includes(role.id)).flatMap((role) => role.permissions));

/** The strictest limits of the roles held. */
export const sessionLimitsOf = (roles: readonly Role[], held: readonly string[]): SessionLimits => {
  const limits = roles
    .filter((role) => held.includes(role.id))
    .map((role) => role.session ?? (role.administers ? administratorSession : usualSession));
  if (limits.length === 0) return usualSession;
  return {
    idleMinutes: Math.min(...limits.map((limit) => limit.idleMinutes)),
    hours: Math.min(...limits.map((limit) => limit.hours)),
  };
};

/** May a holder of the roles `mine` give the role `given` to somebody? Never more than one's own permissions, unless granted. */
export const mayGrant = (roles: readonly Role[], mine: readonly string[], given: string): boolean => {
  const role = roles.find((one) => one.id === given);
  if (!role || role.retired) return false;
  if (roles.some((one) => mine.includes(one.id) && one.grants?.includes(given))) return true;
  const own = permissionsOf(roles, mine);
  return role.permissions.every((permission) => own.has(permission));
};
