import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Readable } from 'node:stream';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label, Locale } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';
import type { Signer } from '#platform/server/signatures';

/** What the platform hands to every engine's server. Made once in `apps/server/compose.ts`. */
export interface Parts {
  /** Untyped on purpose: an engine narrows it with `parts.sql.withTables<CaseTables>()`. */
  readonly sql: Sql;
  readonly clock: () => Instant;
  readonly newId: () => Id;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly live: Live;
  readonly audit: Audit;
  readonly settings: Settings;
  readonly seals: Seals;
  /** Signs documents that must not be denied later, where the installation has a key for it. */
  readonly signer?: Signer | null;
  readonly limits: Limits;
  readonly log: Logger;
  /** True for the demo district: one switch, shown on every page. */
  readonly demo: boolean;
}

// oxlint-disable-next-line typescript/no-explicit-any -- engines narrow it
export type Sql = Kysely<any>;
// oxlint-disable-next-line typescript/no-explicit-any -- engines narrow it
export type SqlOrTransaction = Sql | Transaction<any>;

/** Who is asking, as a handler sees it. Kept in memory; ends at once when revoked anywhere. */
export interface Session {
  readonly id: Id;
  /** Staff hold posts; a resident sees what he himself has submitted, and has neither posts nor permissions. */
  readonly kind: 'staff' | 'resident';
  /** The person; of a resident, the resident's own id. */
  readonly person: Id;
  readonly name: string;
  /** Union of those of the posts. A right reaches only as far as the post that carries it. */
  readonly permissions: ReadonlySet<string>;
  readonly posts: readonly SessionPost[];
  /**
   * What has to be done before this sign-in counts; until then only routes marked `early` answer.
   * `factor`: the second factor was not shown yet; `enrol`: there is none yet; `password`: it must be changed.
   */
  readonly pending: 'factor' | 'enrol' | 'password' | null;
  /** When the person last proved who he is, by password or factor: routes marked `confirm` want it fresh. */
  readonly confirmedAt: Instant;
}

export interface SessionPost {
  readonly id: Id;
  readonly role: string;
  /** Of the role, as it is today: what the post may do in its range. */
  readonly permissions: ReadonlySet<string>;
  /** `tasks`: sees what its body was given to do; `range`: everything in its range. */
  readonly reads: 'range' | 'tasks';
  /** The highest level of sensitivity that the post sees. */
  readonly clearance: Sensitivity;
  readonly title: string;
  readonly body: Id;
  /** Has the work that its body is given; else the work of its range alone. */
  readonly forBody: boolean;
  /** Territory path with trailing dot; the post sees what lies in its range. */
  readonly scope: string;
  /** Six digits: the district of its range, under which matters and figures lie. */
  readonly district: string;
  /** District under which the post itself is kept, when another than that of its range: its holder's. */
  readonly keptIn?: string;
  /** Name of the person on leave in whose place the post is worked at. */
  readonly standsInFor?: string;
}

/** A request as a handler receives it: checked by its schemas, allowed by its `who`. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Present unless the route is for anyone. */
  readonly session: Session;
  readonly locale: Locale;
  readonly address: string;
  readonly trace: string;
}

export interface AuditRow {
  readonly district: string;
  readonly person: Id | null;
  /** Whom it was done for: an id, or a name, which is kept masked. */
  readonly onBehalfOf?: string | null;
  /** Of the request that is being answered, unless told. */
  readonly address?: string | null;
  /** When it happened, where that is not now. */
  readonly at?: Instant;
  /** What was done: `case.dispatch`, `territory.draw-boundary`, `session.sign-in`. Labels: `platform/contract/audit-actions.ts`. */
  readonly action: string;
  /** What it was done to: `case:<id>`. */
  readonly object: string;
  readonly result: 'done' | 'refused';
  /** Why, in the words of whoever did it: of a reveal, an export, a grant. */
  readonly reason?: string | null;
  /** Ids, codes, counts: never a personal value or a secret. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** A row of `audit_row` under the names of its columns, ready to be inserted as it is: nothing may be changed any more. */
export interface StampedAuditRow {
  readonly district: string;
  readonly id: Id;
  readonly at: Instant;
  readonly person: Id | null;
  readonly on_behalf_of: string | null;
  readonly address: string | null;
  readonly agent: string | null;
  readonly trace: string | null;
  readonly action: string;
  readonly object: string;
  readonly result: 'done' | 'refused';
  readonly reason: string | null;
  /** JSON text. */
  readonly detail: string;
  /** As `bytea` reads it: `\x…`. */
  readonly mac: string;
}

/** Audit rows are written in the transaction of what they tell of. */
export interface Audit {
  readonly write: (sql: SqlOrTransaction, row: AuditRow) => Promise<void>;
  /** For a store that writes its rows in one statement: the whole row, with id, origin and mac. */
  readonly stamp: (row: AuditRow) => StampedAuditRow;
  /**
   * HMAC-SM3 over the values of a row that nobody may alter beside the program, such as a grant (GB/T 39786-2021 8.4):
   * to be kept in a column of the row. @param purpose such as `holder`
   */
  readonly rowMac: (purpose: string, parts: readonly (string | null)[]) => Promise<string>;
  readonly rowMacFits: (purpose: string, parts: readonly (string | null)[], mac: string | null) => Promise<boolean>;
}

export interface StoredFile {
  /** SHA-256 (hex) of the bytes as the client sent them. */
  readonly id: string;
  readonly type: string;
  readonly size: number;
}

/** Content-addressed files. Images are re-encoded and lose EXIF and GPS; magic, size and pixels are checked. */
export interface Files {
  readonly put: (
    id: string,
    body: Readable,
    options: { readonly declaredType: string; readonly by: Id | null },
  ) => Promise<StoredFile>;
  readonly find: (ids: readonly string[]) => Promise<readonly StoredFile[]>;
  /**
   * A command names files: who does has to have sent them, by sign-in or within the last day; to know a hash is
   * not enough. A repeat of the command is harmless. @throws file.not-sent
   */
  readonly claim: (ids: readonly string[], options: { readonly by: Id | null; readonly command: Id }) => Promise<void>;
  /** Null when there is none. */
  readonly open: (
    id: string,
    variant?: 'full' | 'thumb',
  ) => Promise<{ readonly type: string; readonly size: number; readonly body: Readable } | null>;
  /** For what a job makes (an export): stored under a random id. */
  readonly write: (name: string, type: string, body: Readable) => Promise<StoredFile>;
  /** Takes away what a job made, when its time is over. One that is gone already is no error. @returns how many went */
  readonly remove: (ids: readonly string[]) => Promise<number>;
}

export interface JobProgress {
  readonly report: (done: number, total?: number) => Promise<void>;
  readonly log: Logger;
}

export interface JobResult {
  readonly file?: { readonly id: string; readonly name: string };
  readonly result?: unknown;
  readonly message?: Label;
}

/** Long work with visible progress, run by graphile-worker, enqueued in the caller's transaction. */
export interface Jobs {
  readonly define: <Payload>(
    kind: string,
    run: (payload: Payload, progress: JobProgress) => Promise<JobResult>,
  ) => void;
  readonly start: (
    sql: SqlOrTransaction,
    job: {
      readonly id: Id;
      readonly kind: string;
      readonly district: string;
      readonly person: Id | null;
      readonly payload: unknown;
    },
  ) => Promise<void>;
  /** Housekeeping on a timetable (crontab text), without visible progress. */
  readonly every: (cron: string, name: string, run: () => Promise<void>) => void;
}

/**
 * Live updates: told after the commit, batched, spread over all server processes by LISTEN/NOTIFY.
 * A browser gets only what lies in its scope; it is a hint to ask again, never the data itself.
 * Listeners inside the server hear all, and the topic `everything` after the connection was lost:
 * something may have been missed, so whatever is kept in memory has to be read again.
 */
export interface Live {
  readonly tell: (news: News) => void;
  readonly listen: (hear: (news: News) => void) => () => void;
}

export interface News {
  /** `case`, `figure`, `job`, `territory`, `session` (id: person), `setting` (id: key) … */
  readonly topic: string;
  readonly district: string;
  /** Of the place; empty when only the server itself is to hear it. */
  readonly path: string;
  readonly id: string;
  /** Only for this person's pages, wherever the posts are: the progress of a job. */
  readonly person?: Id;
  /** Which posts may hear of it, where the place alone does not say so. */
  readonly for?: NewsFor;
}

/** A post hears of it when it has the permission and the clearance, and the place or the task. */
export interface NewsFor {
  readonly permission: string;
  readonly clearance: Sensitivity;
  /** Posts that read only what their body was given hear of the work of these bodies. */
  readonly bodies?: readonly Id[];
  /** Only posts of these roles: matters of key persons. */
  readonly roles?: readonly string[];
}

/** Where a sealed value lies: moved to another place it does not open (GB/T 39786-2021, ASVS 11.3.3). */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** Key of the row, such as `990101 0196…`. */
  readonly row: string;
}

/** Encryption of fields at rest. The value at rest names its algorithm and its key, never the key's secret. */
export interface Seals {
  readonly seal: (place: SealedPlace, text: string) => Promise<string>;
  /** @throws when the value was altered, belongs elsewhere, or its key is gone */
  readonly open: (place: SealedPlace, sealed: string) => Promise<string>;
  /** Keyed hash for equality search, 32 bytes as base64url; the caller normalises. @param purpose such as `person.phone` */
  readonly blind: (purpose: string, normalised: string) => Promise<string>;
}

/** Settings of the installation, such as whether the demo goes on living; JSON values by key. */
export interface Settings {
  readonly get: <Value>(key: string, otherwise: Value) => Promise<Value>;
  readonly set: (key: string, value: unknown) => Promise<void>;
}

/** At most so many within so many seconds, for everything that has the same key. */
export interface Limit {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
}

/** Counters that all server processes share. */
export interface Limits {
  /**
   * Counts once if every limit allows it. @returns seconds to wait; 0: it was counted
   * @param within a transaction that takes the count back when it fails
   */
  readonly take: (limits: readonly Limit[], within?: SqlOrTransaction) => Promise<number>;
  /** As `take`, without counting. */
  readonly look: (limits: readonly Limit[]) => Promise<number>;
  readonly forget: (key: string, within?: SqlOrTransaction) => Promise<void>;
}
