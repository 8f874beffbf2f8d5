import { type DomainError, isRefusal } from '#kernel/domain-error';
import type { ErrorCode } from '#kernel/error-catalogue';
import type { Fact } from '#kernel/fact';
import { type Instant, plusMillis } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Definition } from '#kernel/pack';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { FieldContext, Json } from '#fields/field';
import type { Actor } from './actor.ts';
import type { CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { evolve, noCase } from './evolve.ts';
import { factsOf } from './facts.ts';
import type { Outcome } from './outcome.ts';
import type { CardLevel, Playbook } from './playbook.ts';
import type { CaseState, Task, Timing } from './state.ts';
import { availableActions } from './who-may.ts';

/**
 * An example of a playbook, given-when-then, as data. Packs carry them; they run as tests and in
 * `packs check`. `given` steps must all be accepted; `when` is the step of which `then` speaks.
 */
export interface PlaybookExample extends Definition {
  readonly playbook: string;
  readonly name: Label;
  readonly given: readonly ExampleStep[];
  readonly when: ExampleStep;
  readonly then: ExampleOutcome;
  /** Rows of the seed catalogue that this example shows to work: `S141`. */
  readonly proves?: readonly string[];
}

export type ExampleStep = ReportStep | ActStep | OtherStep;

interface StepCore {
  /** Moment of the step; an hour after the step before it unless told. The first: Monday 2 March 2026, 09:00 in China. */
  readonly at?: Instant;
  /** Who acts; `reporter` unless told. `system`: the clock, by `whenOver`. */
  readonly by?: 'reporter' | 'system' | ExampleStaff;
}

export interface ReportStep extends StepCore {
  readonly report: {
    readonly category: string;
    readonly values: Readonly<Record<string, Json>>;
    /** 99.01.01.001.001.g01. unless told. */
    readonly path?: string;
    readonly placeText?: string;
    readonly channel?: string;
  };
}

export interface ActStep extends StepCore {
  /** Id of the action. */
  readonly act: string;
  readonly form?: Readonly<Record<string, Json>>;
  /** Number of the task that it is about: `1`. */
  readonly task?: string;
}

/** What other matters do to this one: a child is opened, has ended, is opened again; the one that it repeats is closed. */
export interface OtherStep extends StepCore {
  readonly other:
    | { readonly opened: string }
    | { readonly ended: string; readonly words: string; readonly refused?: true }
    | { readonly reopened: string }
    | { readonly repeats: string }
    | { readonly closedWith: string };
}

/** A member of staff with one post. Two steps with the same `person` (or, without one, the same role) are one person's. */
export interface ExampleStaff {
  readonly role: string;
  readonly person?: string;
  readonly body?: string;
  /** The whole district, 99.01.01., unless told. */
  readonly scope?: string;
}

/** What must be true after `when`; what is not named is not looked at. */
export interface ExampleOutcome {
  readonly stage?: string;
  readonly status?: 'open' | 'closed';
  /** Code of the refusal, such as `action.same-person`. */
  readonly refused?: ErrorCode;
  readonly answer?: string;
  readonly timing?: Timing;
  /** Body that has the work. */
  readonly assignee?: string;
  /** Kinds of the facts that the step made. */
  readonly facts?: readonly string[];
  /** How the closing fact of the step says that the matter ended; null: it made none. */
  readonly outcome?: Outcome | 'duplicate' | null;
  /** Actions that somebody may take now (all of them, in any order). */
  readonly offers?: { readonly to: 'reporter' | ExampleStaff; readonly actions: readonly string[] };
  /** Numbers of tasks by their state. */
  readonly tasks?: Readonly<Partial<Record<Task['state'], number>>>;
  readonly held?: boolean;
  readonly card?: CardLevel | 'none';
  /** Ids of the clocks that have stopped, whatever for. */
  readonly stopped?: readonly string[];
  /** Action that waits for a grant; null: none. */
  readonly pending?: string | null;
  readonly exempt?: boolean;
  /** What the step orders elsewhere: `notice.send resident.code`, `case.open grid.event`. */
  readonly orders?: readonly string[];
  /** What the step tells figures: `resolved no`, `age 26.5`. */
  readonly told?: readonly string[];
  /** Due time of a clock, by its id; null when it has none. */
  readonly due?: Readonly<Record<string, Instant | null>>;
}

export interface ExampleContext {
  readonly calendar: WorkingCalendar;
  readonly fields: FieldContext;
}

const FIRST = '2026-03-02T01:00:00.000Z';
const PATH = '99.01.01.001.001.g01.';
const ID = '019ca5d2-0000-7000-8000-0000075bcd15';
const HOUR = 3_600_000;

/**
 * Runs an example.
 * @returns what differs from `then`, in words; empty when all holds
 */
export const runExample = (
  playbook: Playbook,
  example: PlaybookExample,
  context: ExampleContext,
): readonly string[] => {
  let state: CaseState = noCase;
  const attempts = attemptsOf(example);
  const last = attempts.length - 1;
  let events: ReturnType<typeof decide> = [];
  for (const [index, attempt] of attempts.entries()) {
    events = decideAttempt(playbook, state, attempt, context);
    if (index === last) break;
    if (isRefusal(events)) return [`given ${index + 1} is refused: ${refusalText(events)}`];
    for (const event of events) state = evolve(state, event);
  }
  const { then } = example;
  if (isRefusal(events)) {
    return then.refused === events.code
      ? []
      : [`refused with ${refusalText(events)}, expected ${then.refused ?? 'success'}`];
  }
  if (then.refused) return [`accepted, expected the refusal ${then.refused}`];
  const facts: Fact[] = [];
  const orders: string[] = [];
  const told: string[] = [];
  for (const event of events) {
    if ('effects' in event)
      for (const one of event.effects ?? [])
        orders.push(`${one.effect} ${one.effect === 'notice.send' ? one.template : one.playbook}`);
    if ('told' in event)
      for (const { what, said, value } of event.told ?? [])
        told.push(`${what} ${said === 'number' || said === 'hours' ? value : said}`);
    const after = evolve(state, event);
    facts.push(...factsOf(event, state, after));
    state = after;
  }
  return state.status === 'none' ? ['nothing happened'] : differences(playbook, state, { facts, orders, told }, then);
};

const refusalText = (refusal: DomainError): string =>
  [refusal, ...refusal.also]
    .map((one) => `${one.code}${one.field ? ` (${one.field})` : ''} ${JSON.stringify(one.values)}`)
    .join('; ');

const differences = (
  playbook: Playbook,
  state: Exclude<CaseState, { status: 'none' }>,
  { facts, orders, told }: Readonly<Record<'orders' | 'told', readonly string[]>> & { readonly facts: readonly Fact[] },
  then: ExampleOutcome,
): readonly string[] => {
  const found: string[] = [];
  const compare = (what: string, actual: unknown, expected: unknown): void => {
    if (expected !== undefined && JSON.stringify(actual) !== JSON.stringify(expected)) {
      found.push(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
    }
  };
  compare('stage', state.stage, then.stage);
  compare('status', state.status, then.status);
  compare('answer', state.answer, then.answer);
  compare('timing', state.status === 'closed' ? state.timing : null, then.timing);
  compare('assignee', state.assignee?.body ?? null, then.assignee);
  compare('held', state.held !== undefined, then.held);
  compare('card', state.card?.level ?? 'none', then.card);
  compare('pending', state.pending?.action ?? null, then.pending);
  const stopped = Object.entries(state.clocks).flatMap(([id, clock]) => (clock.stoppedAt ? [id] : []));
  compare('stopped', stopped.sort(), then.stopped && [...then.stopped].sort());
  compare('exempt', state.exempt !== undefined, then.exempt);
  compare('orders', [...orders].sort(), then.orders && [...then.orders].sort());
  compare('told', [...told].sort(), then.told && [...then.told].sort());
  for (const [kind, n] of Object.entries(then.tasks ?? {}))
    compare(`tasks ${kind}`, (state.tasks ?? []).filter((task) => task.state === kind).length, n);
  compare('facts', facts.map((fact) => fact.kind).sort(), then.facts && [...then.facts].sort());
  compare('outcome', facts.find((fact) => fact.kind === 'case.finished')?.dims['outcome'] ?? null, then.outcome);
  if (then.offers) {
    const offered = availableActions(playbook, state, actorOf(then.offers.to)).map((action) => action.id);
    compare('offers', [...offered].sort(), [...then.offers.actions].sort());
  }
  for (const [clock, due] of Object.entries(then.due ?? {})) {
    compare(`due of ${clock}`, state.clocks[clock]?.dueAt ?? null, due);
  }
  return found;
};

/** One step of an example as the engine gets it. */
export interface ExampleAttempt {
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: CaseCommand;
}

/** The steps of an example, `when` the last, with their moments. */
export const attemptsOf = (example: PlaybookExample): readonly ExampleAttempt[] => {
  let at: Instant = plusMillis(FIRST, -HOUR);
  return [...example.given, example.when].map((step) => {
    at = step.at ?? plusMillis(at, HOUR);
    const actor = actorOf(step.by ?? ('other' in step && !('repeats' in step.other) ? 'system' : 'reporter'));
    return { at, actor, command: commandOf(step, actor) };
  });
};

/** A body of an example has no name but its id. */
const decideAttempt = (
  playbook: Playbook,
  state: CaseState,
  { at, actor, command }: ExampleAttempt,
  context: ExampleContext,
) => decide(playbook, state, command, { ...context, now: at, actor, bodyName: (body) => body });

const commandOf = (step: ExampleStep, actor: Actor): CaseCommand => {
  if ('other' in step) return otherCommand(step.other);
  if ('act' in step)
    return {
      type: 'act',
      action: step.act,
      form: step.form ?? {},
      ...(step.task !== undefined && { task: step.task }),
    };
  const { category, values, path, placeText, channel } = step.report;
  const staff = actor.kind === 'staff';
  const system = actor.kind === 'system';
  return {
    type: 'report',
    id: ID,
    category,
    values,
    place: { path: path ?? PATH, point: null, text: placeText ?? '' },
    placeName: '',
    channel: channel ?? (staff ? 'app' : 'qr'),
    reporter: system
      ? { kind: 'system', person: null, enteredBy: null }
      : staff
        ? { kind: 'staff', person: actor.person, enteredBy: null }
        : { kind: 'anonymous', person: null, enteredBy: null },
  };
};

const otherCommand = (other: OtherStep['other']): CaseCommand => {
  if ('opened' in other) return { type: 'task', name: other.opened, child: { id: other.opened, number: other.opened } };
  if ('ended' in other) {
    const { ended: id, words, refused = false } = other;
    return { type: 'task', name: id, child: { id, number: id }, ended: { words, refused } };
  }
  if ('reopened' in other) {
    const { reopened: id } = other;
    return { type: 'task', name: id, child: { id, number: id }, reopened: true };
  }
  if ('repeats' in other) return { type: 'link', of: { id: other.repeats, duplicateOf: null } };
  return { type: 'close-along', of: other.closedWith, number: other.closedWith, answer: '已随主事项办结。' };
};

const actorOf = (by: 'reporter' | 'system' | ExampleStaff): Actor => {
  if (by === 'system') return { kind: 'system', name: '系统' };
  if (by === 'reporter') return { kind: 'reporter', person: null };
  const { role, person = role, body = role, scope = '99.01.01.' } = by;
  return { kind: 'staff', person, name: person, posts: [{ id: `${person}-post`, role, body, scope }] };
};
