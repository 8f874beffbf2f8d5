import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { CodeList } from '#fields/field';
import type {
  Candidate,
  CaseDocument,
  DoorGroup,
  Plan,
  Playbook,
  ReportChannel,
  ResidentDoor,
} from '#engines/case/model';
import type { Point } from '#platform/contract';
import type { SqlOrTransaction } from '#platform/server/parts';
import type { SlotPorts } from './slots/slot-ports.ts';

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
  /** Codes of all districts that this installation keeps. */
  readonly districts: () => Promise<readonly string[]>;
  /** Places of a level at or below a path, in the order of their codes. */
  readonly placesAtLevel: (
    path: string,
    level: string,
  ) => Promise<readonly { readonly code: string; readonly path: string }[]>;
  /** Whom a resident of a place can phone, nearest first. */
  readonly phonesAt: (path: string) => Promise<readonly { readonly name: Label; readonly phone: string }[]>;
  /** Posts that a person holds today, of those kept in a district: an approved export is made with what is left of them. */
  readonly postsHeld: (district: string, person: Id) => Promise<readonly { readonly id: Id }[]>;
  /**
   * Posts of a body with what they are at this moment: their part in the line of a category at a place, who is away, who
   * is on duty. Their load is the engine's own. Of no body: those that answer for the line at the place.
   */
  readonly postsOfBody: (
    district: string,
    body: Id | null,
    about: { readonly path: string; readonly category: string },
  ) => Promise<readonly Omit<Candidate, 'load'>[]>;
  /** Posts of a role whose range holds a place, or posts of bodies. */
  readonly postsFor: (
    district: string,
    asked: { readonly path: string; readonly roles: readonly string[]; readonly bodies: readonly Id[] },
  ) => Promise<readonly Id[]>;
  /** Who is on duty for a place now, holding a post of a role. */
  readonly personsOnDuty: (district: string, path: string, role: string, at: Instant) => Promise<readonly Id[]>;
  /** Tells receivers of an event, once each; in the same transaction. */
  readonly notify: (sql: SqlOrTransaction, told: CaseNotice) => Promise<void>;
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
  /** Bookable times; absent: nothing can be booked. */
  readonly slots?: SlotPorts;
  /** A secret key of this installation for one purpose; it never lies in the database. */
  readonly keyFor: (purpose: string) => Promise<Uint8Array>;
}

export interface CaseNotice {
  readonly district: string;
  /** Of the event: told twice under one id, nobody hears it twice. */
  readonly id: Id;
  readonly template: string;
  readonly values: Readonly<Record<string, string | Label>>;
  /** A `phone` is told by short message when the template has one. */
  readonly to: readonly (
    | { readonly post: Id }
    | { readonly person: Id }
    | { readonly resident: Id }
    | { readonly phone: string }
  )[];
  readonly about: string;
  readonly sensitivity: Sensitivity;
}

export interface CaseDefinitions {
  readonly playbooks: readonly Playbook[];
  readonly codeLists: readonly CodeList[];
  readonly roles: readonly CaseRole[];
  /** Kinds of bodies and ids of notice templates, for whoever designs a playbook; absent: not checked. */
  readonly bodyKinds?: readonly { readonly id: string; readonly name: Label }[];
  readonly templates?: readonly string[];
  /** 文书. */
  readonly documents?: readonly CaseDocument[];
  /** Matters that come round. */
  readonly plans: readonly Plan[];
  /** What residents meet, by playbook; absent: everything that takes reports of residents, ungrouped. */
  readonly doors?: readonly ResidentDoor[];
  readonly doorGroups?: readonly DoorGroup[];
  /** Ways on which matters arrive; absent: not checked. */
  readonly channels?: readonly ReportChannel[];
  /** Ids of the levels of territory. */
  readonly levels: readonly string[];
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
