import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { FieldContext } from '#fields/field';
import type { Actor } from './actor.ts';
import type { By, Values } from './events.ts';
import type { Assignee, Handler, ImportSource, ParentCase, Place, Reporter, Timing } from './state.ts';

/** What somebody wants to do to a matter. Where the place lies and who asks is found out before. */
export type CaseCommand =
  | ReportCommand
  | ImportCommand
  | ActCommand
  | TaskCommand
  | CloseAlongCommand
  | MeTooCommand
  | LinkCommand
  | HandOverCommand;

export interface ReportCommand {
  readonly type: 'report';
  readonly id: Id;
  readonly category: string;
  readonly place: Place;
  /** Names from street down, for titles: 青石街道 · 槐荫社区. */
  readonly placeName: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly reporter: Reporter;
  readonly channel: string;
  /** Opened as a task of another matter. */
  readonly parent?: ParentCase;
}

export interface ImportCommand {
  readonly type: 'import';
  readonly id: Id;
  readonly imported: ImportSource;
  readonly reportedAt: Instant;
  readonly category: string;
  readonly title: string;
  readonly place: Place;
  readonly values: Values;
  readonly channel: string;
  /** A stage of the playbook; an ending one for a finished matter. */
  readonly stage: string;
  readonly assignee: Assignee | null;
  readonly answer: string | null;
  readonly rating: number | null;
  /** Of a finished matter; unknown times stay null. */
  readonly closedAt: Instant | null;
  readonly outcome: string;
  readonly timing: Timing;
}

export interface ActCommand {
  readonly type: 'act';
  /** Of the playbook, or `approval.grant`, `approval.refuse` while something is asked for. */
  readonly action: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** The task that it is about, where there are several. */
  readonly task?: string;
}

/** The system: a matter was opened for a task, or has ended. */
export interface TaskCommand {
  readonly type: 'task';
  /** What the task is called; it is found by the child. */
  readonly name: string;
  readonly child: { readonly id: Id; readonly number: string };
  /** Absent: the child was opened. */
  readonly ended?: { readonly words: string; readonly refused: boolean };
  /** It had ended and was opened again. */
  readonly reopened?: true;
}

/** The system: the matter that this one repeats was closed. */
export interface CloseAlongCommand {
  readonly type: 'close-along';
  readonly of: Id;
  readonly number: string;
  readonly answer: string;
}

export interface MeTooCommand {
  readonly type: 'me-too';
}

/** Says that the matter repeats another, or takes that back. */
export interface LinkCommand {
  readonly type: 'link';
  readonly of: { readonly id: Id; readonly duplicateOf: Id | null } | null;
}

/** The body in charge is abolished or merged: its successor carries the open work on. Only the system says so. */
export interface HandOverCommand {
  readonly type: 'hand-over';
  readonly from: Id;
  readonly to: Assignee;
  readonly reason: string;
  /** Who decided it. */
  readonly by: By;
}

/** What `decide` needs beside playbook, state and command. */
export interface DecideContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendar: WorkingCalendar;
  readonly fields: FieldContext;
  /** Name of a body that may be given work; undefined refuses the step. */
  readonly bodyName?: (body: Id) => string | undefined;
  /** The post of a body that gets the work by the district's rule; undefined leaves it to all of the body. */
  readonly handlerAt?: (body: Id) => Handler | undefined;
  /** For the sentence that says whose step it is. */
  readonly roleName?: (role: string) => Label | undefined;
}
