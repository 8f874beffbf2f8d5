import type { Label } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';
import type { Field } from '#fields/field';
import type { Outcome } from './outcome.ts';

/**
 * A playbook (流程) says how a kind of matter is reported, who does what in which stage, by when,
 * and how it ends. It is plain data: conditions are FEEL texts, so that it can be stored, shown as a
 * diagram, checked and run on the phone.
 *
 * What FEEL texts may speak of (`expressions.ts`): `data` (the report's values), `category` (`code`, `name`,
 * `class`, `className`, `extra`), `place` (`name`, `text`), `reporter` (`kind`), `channel`; an action's
 * targets, effects and tellings also `form` (its values), `at` (the moment of the step, a text), `times` (how often it
 * was taken before, a number) and `matter` (`reportedAt`, `round`, `hops`, `held`, `exempt`, `card`, `rating`, `tasks.all .open .taken .done .refused`); an action's `when` speaks of
 * `data`, `category.code`, `category.class`, `reporter`, `channel`, `times` and `matter`.
 *
 * Pieces that many playbooks share (督办, 挂账, 延期, 协办 …) are made by `blocks/`: plain data, once written.
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
  /**
   * The one that stands first at its door: what a scanned plate and the big button of residents open, what staff report
   * every day. The others are listed.
   */
  readonly quick?: true;
  /** The report form, beyond category and place, which every matter has. */
  readonly fields: readonly Field[];
  /** FEEL that makes the title: `category.name + "：" + place.text`. When it gives no text the category's name is taken. */
  readonly title: string;
  readonly start: string;
  readonly stages: readonly Stage[];
  readonly actions: readonly Action[];
  readonly clocks: readonly Clock[];
  readonly routing: readonly RoutingRule[];
  /** What follows from the report itself. */
  readonly onReport?: readonly Effect[];
  /** What figures count of the report itself. */
  readonly tells?: readonly Telling[];
  /**
   * Label of its matters (安全标记); `internal` unless told. An item of the categories may carry a higher one in
   * `extra.sensitivity`. Whoever lacks the clearance does not learn that such a matter exists.
   */
  readonly sensitivity?: Sensitivity;
  /** Sleeps until the district wakes it (setting `case.awake`): nothing new is opened; what is there goes on and stays. */
  readonly dormant?: true;
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
  /** A body that was given a task of the matter (协办) and has not finished it. */
  | { readonly task: true }
  /** Nobody: the clock itself, by `whenOver`. */
  | { readonly system: true }
  /** Whoever asked. */
  | { readonly reporter: true };

export interface Action {
  readonly id: string;
  /** A verb: 受理, 派单, 办结. */
  readonly name: Label;
  readonly from: readonly string[];
  /**
   * The next stage, or the first target whose FEEL condition holds (over `form`, `data`, `category`, `times` …).
   * Absent: the stage stays.
   */
  readonly to?: string | readonly Target[];
  /** FEEL: offered only while it holds. */
  readonly when?: string;
  /** It is only asked for; one of these, another person, grants or refuses it (延期, 挂账, 不予受理 …). */
  readonly needs?: Approval;
  /** What it does beside the stage, in this order. */
  readonly does?: readonly Move[];
  /** What else follows, run through ports with the step. */
  readonly effects?: readonly Effect[];
  /** Possible while the matter is held (挂账); other steps wait until it is taken up again. */
  readonly whileHeld?: true;
  /** Ends the matter though tasks of it are open; they are dropped. Otherwise an end waits for every task. */
  readonly dropsTasks?: true;
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
  /** How the matter ended, when this action ends it; `resolved` unless told. A target that ends may say its own. */
  readonly outcome?: Outcome;
  /** What it means to the engine's figures; see `README.md`. */
  readonly counts?: Counts;
  /** What figures count of its form. */
  readonly tells?: readonly Telling[];
  readonly tone?: 'primary' | 'normal' | 'danger';
  /** May be taken on many matters at once. */
  readonly batch?: true;
}

export interface Approval {
  readonly who: readonly Owner[];
  /** What the one who decides may add; asked for with the refusal in any case is a reason. */
  readonly form?: readonly Field[];
}

/** A date or a text stands in the action's form: `field` names it. */
export type Move =
  /** 挂账: every clock rests until it is taken up again; `review` is a `date`, the day to look at it again. */
  | { readonly move: 'hold'; readonly review: string }
  | { readonly move: 'resume' }
  /** 延期: the clock (the main one unless told) gets `amount` more, a `number` of the unit. */
  | { readonly move: 'extend'; readonly clock?: string; readonly amount: string; readonly unit: Limit['unit'] }
  /** 督办: a card is given; `words` says what is wanted. A later card takes the place of an earlier one. */
  | { readonly move: 'card'; readonly level: CardLevel; readonly words: string; readonly within?: Limit }
  | { readonly move: 'answer-card'; readonly words: string }
  | { readonly move: 'lift-card' }
  /** 抄送: the bodies of a `body` or `bodies` field may read along. */
  | { readonly move: 'cc'; readonly bodies: string }
  /** 协办、分解、里程碑: gives tasks; see `TaskSource`. */
  | ({ readonly move: 'give-tasks' } & TaskSource)
  /** About one task (`task` of the command): the body is there, has begun (到场、签收). */
  | { readonly move: 'take-task' }
  /** About one task: done; `result` is a text field. */
  | { readonly move: 'finish-task'; readonly result?: string }
  /** About one task: cannot be done, and why. */
  | { readonly move: 'refuse-task'; readonly reason: string }
  /** About one finished task: `rating` 1..5 of the body that did it (S141). */
  | { readonly move: 'rate-task'; readonly rating: string }
  /** 据实处理: stays out of every rate; `reason` is a text field (S363). */
  | { readonly move: 'exempt'; readonly reason: string };

export type CardLevel = 'notice' | 'yellow' | 'red';

/** Where the tasks of a `give-tasks` come from. */
export interface TaskSource {
  /**
   * A field of the form, else of the report: `body` or `bodies` (one task each), or `rows` (one task a row).
   * Absent: one task without a body, named `name`: a milestone.
   */
  readonly from?: string;
  /** Of `rows`: columns that hold the task's name, its body, its day. */
  readonly columns?: { readonly name: string; readonly body?: string; readonly due?: string };
  /** Name of each task that does not come from a row. */
  readonly name?: Label;
  /** Field (`body`) that names who leads; that task is marked. */
  readonly lead?: string;
  readonly takeWithin?: Limit;
  readonly doneWithin?: Limit;
}

/**
 * What follows from a step in other rooms. Values are FEEL texts. `awaits` marks an effect whose engine does not
 * stand yet: it is listed by `packs check` and not run; without the mark such an effect is refused.
 */
export type Effect =
  | {
      readonly effect: 'notice.send';
      readonly template: string;
      readonly to: readonly NoticeTo[];
      readonly values?: Readonly<Record<string, string>>;
    }
  | ({ readonly effect: 'case.open' } & ChildOrder)
  /** Gives the matter's booked time back, that of one plan or of all, with the step itself (取消预约). */
  | { readonly effect: 'slot.free'; readonly plan?: string }
  /** Says of the booked time that is now whether whoever booked came, with the step itself: nobody says it twice (签到). */
  | { readonly effect: 'slot.mark'; readonly came: boolean }
  | {
      readonly effect: 'ledger.post' | 'ballot.open' | 'register.write' | 'report.draft' | 'knowledge.publish';
      readonly awaits: string;
      /** What will be done, for whoever reads the playbook. */
      readonly about: Label;
    };

/** Whom a notice reaches: those of an `Owner`, or who is on duty for the place in posts of a role. */
export type NoticeTo = Owner | { readonly onDuty: string };

/** Opens further matters, each a task of this one that is done when its own matter ends. */
export interface ChildOrder {
  readonly playbook: string;
  /** FEEL. */
  readonly category: string;
  /** FEEL, by field of that playbook. `row` is the present row of `each`. */
  readonly values?: Readonly<Record<string, string>>;
  /** Field of type `rows`: one for each row. */
  readonly each?: string;
  /** One for each territory of this level below the place: `community`, `grid`. */
  readonly eachBelow?: string;
  /** FEEL: condition on `row`. */
  readonly when?: string;
  /** Stays apart: not a task of this matter. */
  readonly apart?: true;
}

/**
 * What a form said that figures count (问一答一记一数): one fact `case.told` with `what`, and `said`: `yes` | `no`, a code, or
 * `number`, `hours` with the number (a duration in hours) as its value. A list tells each of its elements; null nothing.
 */
export interface Telling {
  /** `resolved`, `late`, `theme`: its name in indicators. */
  readonly what: string;
  /** FEEL. */
  readonly value: string;
}

export type Counts =
  | 'accept'
  | 'dispatch'
  | 'transfer'
  | 'handle'
  | 'verify'
  | 'return'
  /** A body says that it is not its work (推诿 shows here). */
  | 'refuse'
  | 'close'
  | 'rate'
  | 'reopen'
  | 'note';

export interface Target {
  readonly when?: string;
  readonly to: string;
  /** How the matter ended, when this is where it ends; it goes before the action's. */
  readonly outcome?: Outcome;
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
  /**
   * Steps that start it afresh, whatever was left: a reminder after so many days without a note. Only while the matter is
   * in one of its stages. With the step of `whenOver` among them it reminds again and again.
   */
  readonly restartedBy?: readonly string[];
  /** Steps that it waits for: it stops for good, until it is started afresh or the matter is opened again. */
  readonly stoppedBy?: readonly string[];
  /** Action that is taken by itself when the time is over (`who` names `system`): pushed on, escalated, confirmed by silence. */
  readonly whenOver?: string;
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
  /** Which post of the body that gets the work has it; all of the body unless told. */
  readonly assign?: AssignTo;
}

/**
 * `answerer`: who answers for the category's line of business (A-role, in its absence the B-role, S089), of several the
 * least loaded; `least-load`: whoever has the fewest open matters; `on-duty`: who has the duty at this moment.
 */
export type AssignTo = 'body' | 'answerer' | 'least-load' | 'on-duty';
