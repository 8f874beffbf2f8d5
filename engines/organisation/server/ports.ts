import type { Id } from '#kernel/ids';
import type { BodyKind, Role } from '#engines/organisation/model';

/** What the organisation asks of others; wired in `apps/server/compose.ts`. */
export interface OrganisationPorts {
  /** Section `roles` of all packs, with what was changed here by two people. */
  readonly roles: () => readonly Role[];
  /** Section `bodyKinds` of all packs. */
  readonly bodyKinds: readonly BodyKind[];
  /** Territory path of a code such as `440310001003`; undefined when the tree has no such node. */
  readonly findPath: (code: string) => Promise<string | undefined>;
  /** Names of territory paths as a person reads them; a path that the tree does not know is left out. */
  readonly namesOf: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** How many open matters wait at each of these posts; a post left out has none. */
  readonly countOpenCases: (posts: readonly WorkingPost[]) => Promise<ReadonlyMap<Id, number>>;
}

export interface WorkingPost {
  readonly id: Id;
  readonly role: string;
  readonly body: Id;
  /** Territory path with trailing dot. */
  readonly scope: string;
  /** Of the scope: where its matters lie. */
  readonly district: string;
}
