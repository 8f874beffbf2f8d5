import type { Id } from '#kernel/ids';
import type { Label } from '#kernel/label';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { CodeList } from '#fields/field';
import type { CaseDocument, Playbook } from '#engines/case/model';
import type { Point } from '#platform/contract';
import type { SqlOrTransaction } from '#platform/server/parts';

/** What the case engine asks of others, one question each; wired in `apps/server/compose.ts`. */
export interface CasePorts {
  /** Sections `playbooks`, `codeLists` and `roles` of all packs. */
  readonly definitions: CaseDefinitions;
  /** Where does a matter lie, by code, by point, or by both? A point inside the code's node may say more. */
  readonly locatePlace: (where: WherePlace) => Promise<LocatedPlace | undefined>;
  /** Names of paths from street down, joined with ` · `; unknown ones are left out. */
  readonly namesOf: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The body of a kind nearest above a place. */
  readonly findBody: (
    district: string,
    kind: string,
    path: string,
  ) => Promise<{ readonly id: Id; readonly name: string } | undefined>;
  /** Names of bodies; one that does not exist or is abolished is left out, and gets no work. */
  readonly namesOfBodies: (district: string, ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;
  /** Who does the work of a body today: itself, or what carries on; a body without successor is left out. */
  readonly heirsOf: (
    district: string,
    ids: readonly Id[],
  ) => Promise<ReadonlyMap<Id, { readonly id: Id; readonly name: string }>>;
  readonly namesOfPersons: (district: string, ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Paths of the buildings below a path, for QR plates. */
  readonly buildingsBelow: (path: string) => Promise<readonly string[]>;
  /** Whom a resident of a place can phone, nearest first. */
  readonly phonesAt: (path: string) => Promise<readonly { readonly name: Label; readonly phone: string }[]>;
  /** Posts that a person holds today, of those kept in a district: an approved export is made with what is left of them. */
  readonly postsHeld: (district: string, person: Id) => Promise<readonly { readonly id: Id }[]>;
  /** Tells one member of staff inside the house, in the same transaction. */
  readonly tellPerson?: (
    sql: SqlOrTransaction,
    told: {
      readonly district: string;
      readonly event: Id;
      readonly person: Id;
      readonly template: string;
      readonly values: Readonly<Record<string, string>>;
      readonly about?: string;
    },
  ) => Promise<void>;
  /** Somebody looks at personal values faster than work explains; told to the security administrators, in the same transaction. */
  readonly tellSecurity?: (
    sql: SqlOrTransaction,
    alarm: {
      readonly district: string;
      readonly person: Id;
      readonly name: string;
      readonly looks: number;
      readonly minutes: number;
    },
  ) => Promise<void>;
  /** A secret key of this installation for one purpose; it never lies in the database. */
  readonly keyFor: (purpose: string) => Promise<Uint8Array>;
}

export interface CaseDefinitions {
  readonly playbooks: readonly Playbook[];
  readonly codeLists: readonly CodeList[];
  readonly roles: readonly CaseRole[];
  /** 文书. */
  readonly documents?: readonly CaseDocument[];
}

/** What the engine looks at in a role. */
export interface CaseRole {
  readonly id: string;
  readonly name: Label;
  readonly permissions: readonly string[];
  /** `tasks`: its posts read only what their body was given; absent: all in their range. */
  readonly reads?: 'tasks';
}

export interface WherePlace {
  /** Six digits; when absent the code or the point says it. */
  readonly district?: string;
  readonly code?: string;
  readonly point?: Point;
}

export interface LocatedPlace {
  readonly district: string;
  /** Territory path with trailing dot, the deepest known. */
  readonly path: string;
  /** WGS-84. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
}
