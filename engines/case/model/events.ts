import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Json } from '#fields/field';
import type { Counts, NoticeTo, Owner } from './playbook.ts';
import type {
  Assignee,
  Card,
  Handler,
  Hold,
  ImportSource,
  ParentCase,
  Pending,
  Place,
  Reporter,
  RunningClock,
  Task,
  Timing,
} from './state.ts';

/**
 * What happened to a matter, in the past tense. Each event carries all that `evolve` needs, computed
 * clocks too, so that a history folds without a playbook, a calendar or code lists. Values of fields
 * that hold personal information are never in an event: they could not be deleted again (`personal.ts`).
 */
export type CaseEvent =
  | CaseReported
  | CaseImported
  | ActionTaken
  | ApprovalAsked
  | ApprovalRefused
  | TaskEnded
  | ClosedAlong
  | MeTooAdded
  | CaseLinked
  | CaseUnlinked
  | WorkHandedOver
  | CaseRelocated;
export type CaseEventType = CaseEvent['type'];

export type Values = Readonly<Record<string, Json>>;

/** Who did it, as it was known then: later changes of posts do not rewrite history. */
export interface By {
  readonly kind: 'staff' | 'reporter' | 'system';
  readonly person: Id | null;
  readonly name: string | null;
  /** The post through which it was allowed. */
  readonly post: Id | null;
  readonly title: string | null;
  readonly body: Id | null;
}

export interface CaseReported {
  readonly type: 'CaseReported';
  readonly at: Instant;
  readonly by: By;
  readonly id: Id;
  readonly number: string;
  readonly playbook: string;
  readonly playbookVersion: number;
  readonly title: string;
  readonly category: string;
  readonly categoryClass: string | null;
  readonly place: Place;
  readonly data: Values;
  readonly reporter: Reporter;
  readonly channel: string;
  readonly stage: string;
  readonly owner: Owner;
  readonly clocks: Readonly<Record<string, RunningClock>>;
  readonly parent?: ParentCase;
  readonly effects?: readonly EffectOrder[];
  readonly told?: readonly Told[];
}

/** A past matter as a file tells it: one event with what the file knows. No time is invented. */
export interface CaseImported {
  readonly type: 'CaseImported';
  /** When it was reported. */
  readonly at: Instant;
  readonly by: By;
  readonly id: Id;
  readonly number: string;
  readonly playbook: string;
  readonly playbookVersion: number;
  readonly title: string;
  readonly category: string;
  readonly categoryClass: string | null;
  readonly place: Place;
  readonly data: Values;
  readonly channel: string;
  readonly imported: ImportSource;
  readonly stage: string;
  /** Null when the matter is closed. */
  readonly owner: Owner | null;
  readonly assignee: Assignee | null;
  readonly answer: string | null;
  readonly rating: number | null;
  readonly closed: { readonly at: Instant | null; readonly outcome: string; readonly timing: Timing } | null;
}

export interface ActionTaken {
  readonly type: 'ActionTaken';
  readonly at: Instant;
  readonly by: By;
  readonly action: string;
  readonly counts: Counts | null;
  readonly form: Values;
  readonly from: string;
  readonly to: string;
  /** Null in an ending stage. */
  readonly owner: Owner | null;
  /** Only the clocks that this step started, stopped or resumed. */
  readonly clocks: Readonly<Record<string, RunningClock>>;
  /** Absent: as before. */
  readonly assignee?: Assignee;
  readonly answer?: string;
  readonly rating?: number;
  /** Present when this step ended the matter. */
  readonly closed?: { readonly outcome: string; readonly timing: Timing };
  /** Present when this step opened an ended matter again. */
  readonly reopened?: true;

  // Absent: as before.

  readonly handler?: Handler | null;
  /** Tasks that this step gave, or changed: the whole of each. */
  readonly tasks?: readonly Task[];
  readonly held?: Hold | null;
  readonly card?: Card | null;
  readonly cc?: readonly Assignee[];
  readonly exempt?: string;
  /** Id of the clock that this step gave more time. */
  readonly extended?: string;
  /** Null: what was asked for is granted by this step, or the step made it void. */
  readonly pending?: null;
  /** Who granted it; `by` is who asked. */
  readonly grantedBy?: By;
  readonly effects?: readonly EffectOrder[];
  readonly told?: readonly Told[];
}

/** What a form said that figures count; see `Telling`. */
export interface Told {
  readonly what: string;
  readonly said: string;
  readonly value: number;
}

/** Something that follows in another room, with all its values computed. */
export type EffectOrder =
  | {
      readonly effect: 'notice.send';
      readonly template: string;
      readonly to: readonly NoticeTo[];
      readonly values: Readonly<Record<string, string>>;
    }
  | {
      readonly effect: 'case.open';
      readonly playbook: string;
      readonly category: string;
      readonly values: Values;
      readonly eachBelow?: string;
      readonly apart?: true;
      /** Name of the task that it becomes. */
      readonly name: string;
    };

/** A step that another person has to grant. */
export interface ApprovalAsked {
  readonly type: 'ApprovalAsked';
  readonly at: Instant;
  readonly by: By;
  readonly pending: Pending;
}

export interface ApprovalRefused {
  readonly type: 'ApprovalRefused';
  readonly at: Instant;
  readonly by: By;
  readonly action: string;
  readonly reason: string;
}

/** The matter that does a task has ended, was opened for it, or was opened again; the system says so. */
export interface TaskEnded {
  readonly type: 'TaskEnded';
  readonly at: Instant;
  readonly by: By;
  readonly task: Task;
}

/** Closed with the answer of the matter that it repeats. */
export interface ClosedAlong {
  readonly type: 'ClosedAlong';
  readonly at: Instant;
  readonly by: By;
  readonly of: Id;
  readonly number: string;
  readonly answer: string;
  readonly from: string;
  readonly owner: Owner;
  readonly to: string;
  readonly clocks: Readonly<Record<string, RunningClock>>;
  readonly timing: Timing;
}

export interface MeTooAdded {
  readonly type: 'MeTooAdded';
  readonly at: Instant;
  readonly by: By;
}

export interface CaseLinked {
  readonly type: 'CaseLinked';
  readonly at: Instant;
  readonly by: By;
  /** The matter that this one repeats. */
  readonly of: Id;
}

export interface CaseUnlinked {
  readonly type: 'CaseUnlinked';
  readonly at: Instant;
  readonly by: By;
  /** It was closed along with the other, wrongly: it goes on where it stood. */
  readonly back?: {
    readonly stage: string;
    readonly owner: Owner;
    readonly clocks: Readonly<Record<string, RunningClock>>;
  };
}

/** The body in charge ceased to be; another carries its work on. The stage stays: nobody acted on the matter. */
export interface WorkHandedOver {
  readonly type: 'WorkHandedOver';
  readonly at: Instant;
  readonly by: By;
  readonly from: Assignee;
  readonly to: Assignee;
  readonly reason: string;
  /** Open tasks that go along; absent: none. */
  readonly tasks?: readonly Task[];
  /** Only tasks went along: another body has the work itself. */
  readonly tasksOnly?: true;
}

/** The division of territory changed: the matter lies where it lay, under another path. */
export interface CaseRelocated {
  readonly type: 'CaseRelocated';
  readonly at: Instant;
  readonly by: By;
  /** Territory paths. */
  readonly from: string;
  readonly to: string;
  /** The change of divisions, and what it was in a sentence. */
  readonly change: Id;
  readonly title: string;
}
