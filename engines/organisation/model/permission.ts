import type { Label } from '#kernel/label';
import type { Role } from './role.ts';

/** What somebody is there for: the district's business, or one of the three administrations, never two of them. */
export const duties = ['business', 'system', 'security', 'audit'] as const;
export type Duty = (typeof duties)[number];

/** A permission in plain words, and whose roles may carry it. */
export interface Permission {
  /** As the route tables name it. */
  readonly id: string;
  readonly name: Label;
  /** What its holder can do with it, for whoever has to decide about a grant. */
  readonly means: Label;
  readonly duties: readonly Duty[];
}

export const dutyOf = (role: Pick<Role, 'administers'>): Duty => role.administers ?? 'business';

/**
 * What an administration cannot do without: a role of it that lost one of these would lock everybody out
 * of granting, or of seeing what was done.
 */
export const essential: Readonly<Record<Duty, readonly string[]>> = {
  business: [],
  system: ['organisation.read', 'organisation.edit'],
  security: ['organisation.read', 'grant.decide', 'role.decide'],
  audit: ['audit.read'],
};

/** May somebody who holds roles of these duties also hold one of that duty? */
export const goesWith = (held: readonly Duty[], added: Duty): boolean => held.every((duty) => duty === added);
