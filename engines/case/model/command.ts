import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { FieldContext } from '#fields/field';
import type { Actor } from './actor.ts';
import type { By, Values } from './events.ts';
import type { Assignee, ImportSource, Place, Reporter, Timing } from './state.ts';

/** What somebody wants to do to a matter. Where the place lies and who asks is found out before. */
export type CaseCommand = ReportCommand | ImportCommand | ActCommand | MeTooCommand | LinkCommand | HandOverCommand;

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
  readonly action: string;
  readonly form: Readonly<Record<string, unknown>>;
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
  /** For the sentence that says whose step it is. */
  readonly roleName?: (role: string) => Label | undefined;
}
