import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { ResidentPorts } from './residents/ports.ts';
import type { SqlOrTransaction } from '#platform/server/parts';
import type { BodyKind, BusinessLine, Permission, Role, StaffRule } from '#engines/organisation/model';

/** What the organisation asks of others; wired in `apps/server/compose.ts`. */
export interface OrganisationPorts {
  /** Section `roles` of all packs; within the engine, with what was changed here by two people. */
  readonly roles: () => readonly Role[];
  /** Every permission that a route asks for, in words. */
  readonly permissions: readonly Permission[];
  /** Section `businessLines` of all packs. */
  readonly businessLines: readonly BusinessLine[];
  /** Section `staffRules` of all packs. */
  readonly staffRules: readonly StaffRule[];
  /** Open matters that a body has, in the caller's transaction. */
  readonly countAssigned: (trx: SqlOrTransaction, district: string, body: Id) => Promise<number>;
  /** Which of these bodies have open matters. */
  readonly findAssigned: (trx: SqlOrTransaction, district: string, bodies: readonly Id[]) => Promise<readonly Id[]>;
  /** Open matters of a body go to another, each by an event of its own. @returns how many */
  readonly handOverCases: (trx: SqlOrTransaction, given: WorkHandOver) => Promise<number>;
  /** Numbers of the open matters that wait at a post. */
  readonly listOpenCases: (post: WorkingPost) => Promise<readonly { readonly id: Id; readonly number: string }[]>;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Names and profiles of places; unknown ones are left out. */
  readonly profilesOf: (paths: readonly string[]) => Promise<readonly PlaceProfile[]>;
  /** Path of the grid in which a place lies. */
  readonly gridOf: (path: string) => Promise<string | undefined>;
  /** Whom a resident of a place can phone, nearest first. */
  readonly phonesAt: (path: string) => Promise<readonly { readonly name: Label; readonly phone: string }[]>;
  /** Where a QR plate in use hangs. */
  readonly findPlate: (code: string) => Promise<{ readonly path: string } | undefined>;
  /** The plate in use of a place, made when there is none. */
  readonly ensurePlate: (path: string, by: Id | null) => Promise<string>;
  /** A secret key of this installation for one purpose; it never lies in the database. */
  readonly keyFor: (purpose: string) => Promise<Uint8Array>;
  /** Section `bodyKinds` of all packs. */
  readonly bodyKinds: readonly BodyKind[];
  /** Territory path of a code such as `440310001003`; undefined when the tree has no such node. */
  readonly findPath: (code: string) => Promise<string | undefined>;
  /** Names of territory paths as a person reads them; a path that the tree does not know is left out. */
  readonly namesOf: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** How many open matters wait at each of these posts; a post left out has none. */
  readonly countOpenCases: (posts: readonly WorkingPost[]) => Promise<ReadonlyMap<Id, number>>;
  /** Another house whose word is taken for who somebody is; null while single sign-on is not set up. */
  readonly oidc: () => Promise<OidcSettings | null>;
  /** Tells a member of staff something, in the caller's transaction. Once for each event, however often it is asked. */
  readonly tellPerson: (sql: SqlOrTransaction, told: ToldPerson) => Promise<void>;
  /** What residents’ accounts ask. */
  readonly residents: ResidentPorts;
}

/** As the settings `sign-in.oidc.*` say it. */
export interface OidcSettings {
  /** `https://sso.example.cn` */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it is called on the sign-in page: 区统一身份认证. */
  readonly name: string;
  /** Values of `acr` or `amr` that stand for two factors; `*`: every sign-in there does. */
  readonly twoFactors: readonly string[];
  /** The provider lies in the government's own network. */
  readonly inside: boolean;
}

export interface ToldPerson {
  readonly district: string;
  /** What happened, by an id that a repeat has too. */
  readonly event: Id;
  readonly person: Id;
  /** Of the section `noticeTemplates`. */
  readonly template: string;
  /** One for each hole of the template. */
  readonly values: Readonly<Record<string, string | number | Label>>;
  /** In the house alone unless told. */
  readonly channels?: readonly ('app' | 'sms' | 'email')[];
}

export interface PlaceProfile {
  readonly path: string;
  readonly name: string;
  readonly profile: Readonly<Record<string, unknown>>;
}

export interface WorkHandOver {
  readonly district: string;
  readonly from: { readonly body: Id; readonly name: string };
  readonly to: { readonly body: Id; readonly name: string };
  readonly reason: string;
  readonly by: { readonly person: Id | null; readonly name: string | null };
  readonly at: Instant;
}

export interface WorkingPost {
  readonly id: Id;
  readonly role: string;
  readonly body: Id;
  /** Has the work that its body is given (`body-work.ts`). */
  readonly forBody: boolean;
  /** Territory path with trailing dot. */
  readonly scope: string;
  /** Of the scope: where its matters lie. */
  readonly district: string;
}
