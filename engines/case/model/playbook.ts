import type { Label } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';
import type { Field } from '#fields/field';

/**
 * A playbook (流程) says how a kind of matter is reported, who does what in which stage, by when,
 * and how it ends. It is plain data: conditions are FEEL texts, so that it can be stored, shown as a
 * diagram, checked and run on the phone.
 *
 * What FEEL texts may speak of (`expressions.ts`): `data` (the report's values), `category` (`code`, `name`,
 * `class`, `className`, `extra`), `place` (`name`, `text`), `reporter` (`kind`), `channel`; an action's
 * targets also `form` (its values) and `times` (how often it was taken before, a number).
 */
export interface Playbook {
  /** `<pack>.<name>`, such as `grid.snapshot`. */
  readonly id: string;
  readonly version: number;
  readonly name: Label;
  readonly summary: Label;
  /** Id of the code list whose items classify the matter; items may carry `extra.limit` (a `Limit`). */
  readonly categories: string;
  /** Who may open one. `resident` includes reports without sign-in through a QR code. */
  readonly reporters: readonly ReporterKind[];
  /** The report form, beyond category and place, which every matter has. */
  readonly fields: readonly Field[];
  /** FEEL that makes the title: `category.name + "：" + place.text`. When it gives no text the category's name is taken. */
  readonly title: string;
  readonly start: string;
  readonly stages: readonly Stage[];
  readonly actions: readonly Action[];
  readonly clocks: readonly Clock[];
  readonly routing: readonly RoutingRule[];
  /**
   * Label of its matters (安全标记); `internal` unless told. An item of the categories may carry a higher one in
   * `extra.sensitivity`. Whoever lacks the clearance does not learn that such a matter exists.
   */
  readonly sensitivity?: Sensitivity;
  /** Ids of the roles whose posts may know of matters labelled `key-persons` (专干); needed with that label, and only then. */
  readonly audience?: readonly string[];
}

export type ReporterKind = 'resident' | 'staff' | 'system';

export interface Stage {
  readonly id: string;
  readonly name: Label;
  /** What the person who asked reads while the matter is here: 已受理, 正在办理, 等您确认. */
  readonly shown: Label;
  /** Who must act here. Only an ending stage has none. */
  readonly owner?: Owner;
  /** An ending stage: the matter has its answer. */
  readonly ends?: true;
}

/** Who owns the work of a stage. Work belongs to posts; a person holds a post for a time. */
export type Owner =
  /** The posts of a role whose territory holds the place. */
  | { readonly role: string }
  /** The body that the last assigning action named. */
  | { readonly assignee: true }
  /** Whoever asked. */
  | { readonly reporter: true };

export interface Action {
  readonly id: string;
  /** A verb: 受理, 派单, 办结. */
  readonly name: Label;
  readonly from: readonly string[];
  /** The next stage, or the first target whose FEEL condition holds (over `form`, `data`, `category`, `times` …). */
  readonly to: string | readonly Target[];
  /** Anyone matching one of these may take it. */
  readonly who: readonly Owner[];
  /** Actions whose takers may not take this one: the one who handled never verifies. */
  readonly notBy?: readonly string[];
  readonly form?: readonly Field[];
  /** Id of the form's `body` field that names who gets the work. */
  readonly assigns?: string;
  /** At most this many times a matter; afterwards it is refused with `action.used-up`. */
  readonly atMost?: number;
  /** Id of the form field that is the public answer to whoever asked. Every way to an end passes one. */
  readonly answers?: string;
  /** Id of the form's `rating` field (1..5); 1 and 2 are dissatisfied. */
  readonly rates?: string;
  /** How the matter ended, when this action ends it; a dimension of the closing fact. */
  readonly outcome?: 'resolved' | 'explained' | 'declined' | 'withdrawn';
  /** What it means to the engine's figures; see `README.md`. */
  readonly counts?: Counts;
  readonly tone?: 'primary' | 'normal' | 'danger';
  /** May be taken on many matters at once. */
  readonly batch?: true;
}

export type Counts =
  | 'accept'
  | 'dispatch'
  | 'transfer'
  | 'handle'
  | 'verify'
  | 'return'
  | 'close'
  | 'rate'
  | 'reopen'
  | 'note';

export interface Target {
  readonly when?: string;
  readonly to: string;
}

/**
 * A deadline: starts when one of its stages is entered, runs on while in any of them, stops when none is.
 * Entered again in the same round (after a return) it goes on with the time that was left; a reopened
 * matter starts afresh.
 */
export interface Clock {
  readonly id: string;
  readonly name: Label;
  readonly stages: readonly string[];
  /**
   * The first rule whose condition holds and that gives a limit; `'category'` takes the item's
   * `extra.limit` (or that of the class above it) and gives none when there is none.
   */
  readonly limits: readonly LimitRule[];
  /** Part of the limit after which the owner is warned; 0.7 unless told. */
  readonly warnAt?: number;
  /** True for the clock by which the matter counts as in time or overtime. */
  readonly main?: true;
}

export interface LimitRule {
  readonly when?: string;
  readonly limit: Limit | 'category';
}

/** 工作时 = hours inside working time; 紧急工作时 = clock hours, 24×7; 工作日 = working days (CJ/T 315). */
export interface Limit {
  readonly amount: number;
  readonly unit: 'working-hours' | 'clock-hours' | 'working-days' | 'calendar-days';
  /** Where the limit is laid down. */
  readonly source?: string;
}

/** 事项清单 → 责任部门: the first rule that holds proposes the body; without one the dispatcher decides. */
export interface RoutingRule {
  readonly when: string;
  /** Kind of body as the organisation knows it (`urban-management`), found nearest above the place. */
  readonly bodyKind: string;
}
