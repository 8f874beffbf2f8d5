import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Json } from '#fields/field';
import type { Label } from '#kernel/label';
import type { By, Values } from './events.ts';
import type { CardLevel, Counts, Limit, Owner } from './playbook.ts';

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

  // What few matters have; absent otherwise, so that a plain one stays small.

  /** The matter that this one is a task of. */
  readonly parent?: ParentCase;
  /** The post, and who holds it, to whom the assigned body gave the work. */
  readonly handler?: Handler;
  readonly tasks?: readonly Task[];
  /** 挂账. */
  readonly held?: Hold;
  /** The last card that was not lifted. */
  readonly card?: Card;
  /** Bodies that read along. */
  readonly cc?: readonly Assignee[];
  /** What somebody asked for and another has to grant. */
  readonly pending?: Pending;
  /** Why it stays out of every rate. */
  readonly exempt?: string;
  /** Closed together with the matter that it repeats; where it stood before. */
  readonly along?: { readonly stage: string; readonly owner: Owner };
}

export interface ParentCase {
  readonly id: Id;
  readonly number: string;
}

export interface Handler {
  readonly post: Id;
  readonly title: string;
  readonly person: Id | null;
  readonly name: string | null;
}

/** One part of a matter that a body, or a matter of its own, sees to. */
export interface Task {
  /** `1`, `2` … within its matter. */
  readonly id: string;
  readonly name: string;
  /** Null for a milestone of the owner's own. */
  readonly body: Assignee | null;
  readonly lead?: true;
  readonly state: 'open' | 'taken' | 'done' | 'refused' | 'dropped';
  readonly givenAt: Instant;
  readonly takeBy?: Instant;
  readonly takenAt?: Instant;
  readonly dueAt?: Instant;
  readonly endedAt?: Instant;
  /** Result, or why not. */
  readonly words?: string;
  readonly rating?: number;
  /** Its matter was opened again after it had counted as ended; figures counted it then. */
  readonly again?: true;
  /** The matter that does this task. */
  readonly child?: { readonly id: Id; readonly number: string };
}

export interface Hold {
  readonly since: Instant;
  /** Day on which it is looked at again. */
  readonly review: string;
}

export interface Card {
  readonly level: CardLevel;
  readonly at: Instant;
  readonly by: By;
  readonly words: string;
  readonly dueAt: Instant | null;
  readonly answer?: { readonly at: Instant; readonly by: By; readonly words: string };
}

export interface Pending {
  readonly action: string;
  readonly at: Instant;
  readonly by: By;
  readonly form: Values;
  /** Who may grant it, as the playbook says. */
  readonly who: readonly Owner[];
  /** Which task it was about. */
  readonly task?: string;
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
  /** 延期, the oldest first. */
  readonly extensions?: readonly Limit[];
  /** The step that it waited for was taken: it does not go on in another of its stages. */
  readonly done?: true;
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
