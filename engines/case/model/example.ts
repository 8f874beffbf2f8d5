import { type DomainError, isRefusal } from '#kernel/domain-error';
import type { ErrorCode } from '#kernel/error-catalogue';
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
import type { Playbook } from './playbook.ts';
import type { CaseState, Timing } from './state.ts';
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
}

export type ExampleStep = ReportStep | ActStep;

interface StepCore {
  /** Moment of the step; an hour after the step before it unless told. The first: Monday 2 March 2026, 09:00 in China. */
  readonly at?: Instant;
  /** Who acts; `reporter` unless told. */
  readonly by?: 'reporter' | ExampleStaff;
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
  /** Actions that somebody may take now (all of them, in any order). */
  readonly offers?: { readonly to: 'reporter' | ExampleStaff; readonly actions: readonly string[] };
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
  let now: Instant = plusMillis(FIRST, -HOUR);
  for (const [index, step] of example.given.entries()) {
    now = step.at ?? plusMillis(now, HOUR);
    const events = decideStep(playbook, state, step, now, context);
    if (isRefusal(events)) return [`given ${index + 1} is refused: ${refusalText(events)}`];
    for (const event of events) state = evolve(state, event);
  }
  now = example.when.at ?? plusMillis(now, HOUR);
  const events = decideStep(playbook, state, example.when, now, context);
  const { then } = example;
  if (isRefusal(events)) {
    return then.refused === events.code
      ? []
      : [`refused with ${refusalText(events)}, expected ${then.refused ?? 'success'}`];
  }
  if (then.refused) return [`accepted, expected the refusal ${then.refused}`];
  const facts: string[] = [];
  for (const event of events) {
    const after = evolve(state, event);
    facts.push(...factsOf(event, state, after).map((fact) => fact.kind));
    state = after;
  }
  return state.status === 'none' ? ['nothing happened'] : differences(playbook, state, facts, then);
};

const refusalText = (refusal: DomainError): string =>
  [refusal, ...refusal.also]
    .map((one) => `${one.code}${one.field ? ` (${one.field})` : ''} ${JSON.stringify(one.values)}`)
    .join('; ');

const differences = (
  playbook: Playbook,
  state: Exclude<CaseState, { status: 'none' }>,
  facts: readonly string[],
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
  compare('facts', [...facts].sort(), then.facts && [...then.facts].sort());
  if (then.offers) {
    const offered = availableActions(playbook, state, actorOf(then.offers.to)).map((action) => action.id);
    compare('offers', [...offered].sort(), [...then.offers.actions].sort());
  }
  for (const [clock, due] of Object.entries(then.due ?? {})) {
    compare(`due of ${clock}`, state.clocks[clock]?.dueAt ?? null, due);
  }
  return found;
};

const decideStep = (playbook: Playbook, state: CaseState, step: ExampleStep, now: Instant, context: ExampleContext) => {
  const actor = actorOf(step.by ?? 'reporter');
  // A body of an example has no name but its id.
  return decide(playbook, state, commandOf(step, actor), { ...context, now, actor, bodyName: (body) => body });
};

const commandOf = (step: ExampleStep, actor: Actor): CaseCommand => {
  if ('act' in step) return { type: 'act', action: step.act, form: step.form ?? {} };
  const { category, values, path, placeText, channel } = step.report;
  const staff = actor.kind === 'staff';
  return {
    type: 'report',
    id: ID,
    category,
    values,
    place: { path: path ?? PATH, point: null, text: placeText ?? '' },
    placeName: '',
    channel: channel ?? (staff ? 'app' : 'qr'),
    reporter: staff
      ? { kind: 'staff', person: actor.person, enteredBy: null }
      : { kind: 'anonymous', person: null, enteredBy: null },
  };
};

const actorOf = (by: 'reporter' | ExampleStaff): Actor => {
  if (by === 'reporter') return { kind: 'reporter', person: null };
  const { role, person = role, body = role, scope = '99.01.01.' } = by;
  return { kind: 'staff', person, name: person, posts: [{ id: `${person}-post`, role, body, scope }] };
};
