import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Json } from '#fields/field';
import type { Label } from '#kernel/label';
import type { Counts, Limit, Owner } from './playbook.ts';

/** A matter as it stands: the fold of its history. A union named by status, so illegal steps do not compile. */
export type CaseState = NoCase | OpenCase | ClosedCase;

export interface NoCase {
  readonly status: 'none';
}

export interface CaseCore {
  readonly id: Id;
  /** `261122-48213-90721`: day and ten digits, made from the id, so that the phone knows it before it sends. */
  readonly number: string;
  readonly playbook: string;
  readonly playbookVersion: number;
  readonly title: string;
  readonly category: string;
  /** Code of the class above the category; null when the list has one level. */
  readonly categoryClass: string | null;
  readonly place: Place;
  /** By which door it came: `app`, `qr`, `phone`, `counter`, `visit`, `paper`, or as an imported file says. */
  readonly channel: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly reporter: Reporter;
  readonly reportedAt: Instant;
  readonly stage: string;
  /** The body that has or had the work, when one was named. */
  readonly assignee: Assignee | null;
  readonly clocks: Readonly<Record<string, RunningClock>>;
  /** Who took which action, in order; feeds `notBy`, `atMost`, first-dispatch-right. */
  readonly taken: readonly TakenAction[];
  /** The public answer to whoever asked; null again when the matter is reopened. */
  readonly answer: string | null;
  readonly rating: number | null;
  /** How many others said “me too”. */
  readonly meToo: number;
  /** The matter that this one repeats. */
  readonly duplicateOf: Id | null;
  /** 1, and one more with every reopening. */
  readonly round: number;
  /** Where an imported matter comes from. */
  readonly imported: ImportSource | null;
  /** Number of events folded so far: the expected version of the next command. */
  readonly version: number;
}

export interface OpenCase extends CaseCore {
  readonly status: 'open';
  readonly owner: Owner;
}

export interface ClosedCase extends CaseCore {
  readonly status: 'closed';
  /** Null for an imported matter whose file does not know it. */
  readonly closedAt: Instant | null;
  readonly outcome: string;
  readonly timing: Timing;
}

export type Timing = 'in-time' | 'overtime' | 'unknown';

export interface Place {
  /** Territory path, with trailing dot. */
  readonly path: string;
  /** WGS-84. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  /** As a person would say it: 3 号楼 2 单元电梯口. */
  readonly text: string;
}

export interface Reporter {
  readonly kind: 'resident' | 'anonymous' | 'staff' | 'system' | 'imported';
  readonly person: Id | null;
  /** Set when somebody else typed it in (代录). */
  readonly enteredBy: Id | null;
}

export interface Assignee {
  readonly body: Id;
  readonly name: string;
}

export interface ImportSource {
  /** Id of the mapping that read the file: `pingshan`. */
  readonly source: string;
  /** The matter's id in that file. */
  readonly externalId: string;
}

export interface RunningClock {
  readonly startedAt: Instant;
  /** Null with `dueAt`. */
  readonly warnAt: Instant | null;
  /** Null when it cannot be computed; `note` says why. */
  readonly dueAt: Instant | null;
  readonly stoppedAt: Instant | null;
  /** What was counted; null when no rule gave a limit. */
  readonly limit: Limit | null;
  /** Times that do not count, because no stage of the clock was held. */
  readonly pauses: readonly Pause[];
  readonly note: Label | null;
}

export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

export interface TakenAction {
  readonly action: string;
  readonly at: Instant;
  readonly person: Id | null;
  readonly counts: Counts | null;
}
