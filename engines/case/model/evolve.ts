import type { ActionTaken, CaseEvent, CaseImported, CaseReported, CaseUnlinked } from './events.ts';
import { mergeTasks } from './moves.ts';
import type { CaseCore, CaseState, ClosedCase, NoCase, OpenCase, RunningClock } from './state.ts';

export const noCase: NoCase = { status: 'none' };

/** The state after one more event. Needs nothing but the two: events carry what was computed. */
export const evolve = (state: CaseState, event: CaseEvent): CaseState => {
  if (event.type === 'CaseReported') return reported(event);
  if (event.type === 'CaseImported') return imported(event);
  if (state.status === 'none') throw new RangeError(`${event.type} before the matter was reported`);
  const next = { ...state, version: state.version + 1 };
  switch (event.type) {
    case 'ActionTaken':
      return stepped(next, event);
    case 'ApprovalAsked':
      return { ...next, pending: event.pending };
    case 'ApprovalRefused': {
      const { pending: _pending, ...rest } = next;
      return rest;
    }
    case 'TaskEnded':
      return { ...next, tasks: mergeTasks(state.tasks, [event.task]) };
    case 'ClosedAlong':
      return {
        ...coreOf(next),
        status: 'closed',
        stage: event.to,
        clocks: { ...state.clocks, ...event.clocks },
        answer: event.answer,
        along: { stage: event.from, owner: event.owner },
        closedAt: event.at,
        outcome: 'duplicate',
        timing: event.timing,
      };
    case 'MeTooAdded':
      return { ...next, meToo: state.meToo + 1 };
    case 'CaseLinked':
      return { ...next, duplicateOf: event.of };
    case 'CaseUnlinked':
      return event.back ? goneBack(next, event.back) : { ...next, duplicateOf: null };
    case 'CaseRelocated':
      return { ...next, place: { ...state.place, path: event.to } };
    case 'WorkHandedOver': {
      const { handler, ...rest } = next;
      const kept = event.tasksOnly ? { ...rest, ...(handler && { handler }) } : { ...rest, assignee: event.to };
      return event.tasks ? { ...kept, tasks: mergeTasks(state.tasks, event.tasks) } : kept;
    }
  }
};

/** A history folded from its beginning. */
export const fold = (events: Iterable<CaseEvent>): CaseState => {
  let state: CaseState = noCase;
  for (const event of events) state = evolve(state, event);
  return state;
};

/** Closed along with another by mistake: open again where it stood, in a new round. */
const goneBack = (
  state: OpenCase | ClosedCase,
  { stage, owner, clocks }: NonNullable<CaseUnlinked['back']>,
): OpenCase => {
  const { along: _along, ...core } = coreOf(state);
  return {
    ...core,
    status: 'open',
    stage,
    owner,
    duplicateOf: null,
    answer: null,
    clocks: { ...state.clocks, ...clocks },
    round: state.round + 1,
  };
};

const begun = (event: CaseReported | CaseImported) => ({
  id: event.id,
  number: event.number,
  playbook: event.playbook,
  playbookVersion: event.playbookVersion,
  title: event.title,
  category: event.category,
  categoryClass: event.categoryClass,
  place: event.place,
  channel: event.channel,
  data: event.data,
  reportedAt: event.at,
  stage: event.stage,
  taken: [],
  meToo: 0,
  duplicateOf: null,
  round: 1,
  version: 1,
});

const reported = (event: CaseReported): OpenCase => ({
  ...begun(event),
  status: 'open',
  reporter: event.reporter,
  assignee: null,
  clocks: event.clocks,
  answer: null,
  rating: null,
  imported: null,
  ...(event.parent && { parent: event.parent }),
  owner: event.owner,
});

const imported = (event: CaseImported): OpenCase | ClosedCase => {
  const core: CaseCore = {
    ...begun(event),
    reporter: { kind: 'imported', person: null, enteredBy: null },
    assignee: event.assignee,
    clocks: {},
    answer: event.answer,
    rating: event.rating,
    imported: event.imported,
  };
  if (event.closed) {
    const { at, outcome, timing } = event.closed;
    return { ...core, status: 'closed', closedAt: at, outcome, timing };
  }
  if (!event.owner) throw new RangeError('an imported open matter has an owner');
  return { ...core, status: 'open', owner: event.owner };
};

const stepped = (state: OpenCase | ClosedCase, event: ActionTaken): OpenCase | ClosedCase => {
  // With a new round every clock starts afresh, those too that a later stage starts.
  const clocks: Record<string, RunningClock> = event.reopened ? event.clocks : { ...state.clocks, ...event.clocks };
  const core: CaseCore = {
    ...changedBy(coreOf(state), event),
    stage: event.to,
    assignee: event.assignee ?? state.assignee,
    clocks,
    taken: [...state.taken, { action: event.action, at: event.at, person: event.by.person, counts: event.counts }],
    answer: event.answer ?? (event.reopened ? null : state.answer),
    rating: event.rating ?? state.rating,
    round: event.reopened ? state.round + 1 : state.round,
  };
  if (event.owner) return { ...core, status: 'open', owner: event.owner };
  if (event.closed) return { ...core, status: 'closed', closedAt: event.at, ...event.closed };
  if (state.status !== 'closed') throw new RangeError('a matter ends with an outcome');
  return { ...core, status: 'closed', closedAt: state.closedAt, outcome: state.outcome, timing: state.timing };
};

/** What a step changed of what few matters have: null takes away, absent leaves as it is. */
const changedBy = (core: CaseCore, event: ActionTaken): CaseCore => {
  const { handler, held, card, pending, ...kept } = core;
  const next = <Value>(changed: Value | null | undefined, before: Value | undefined): Value | undefined =>
    changed === undefined ? before : (changed ?? undefined);
  const now = {
    handler: next(event.handler, handler),
    held: next(event.held, held),
    card: next(event.card, card),
    pending: next(event.pending, pending),
  };
  return {
    ...kept,
    ...(now.handler && { handler: now.handler }),
    ...(now.held && { held: now.held }),
    ...(now.card && { card: now.card }),
    ...(now.pending && { pending: now.pending }),
    ...(event.tasks && { tasks: mergeTasks(core.tasks, event.tasks) }),
    ...(event.cc && { cc: event.cc }),
    ...(event.exempt && { exempt: event.exempt }),
  };
};

/** What open and closed matters share: a reopened one keeps nothing of its ending. */
const coreOf = (state: OpenCase | ClosedCase): CaseCore => {
  if (state.status === 'open') {
    const { status: _status, owner: _owner, ...core } = state;
    return core;
  }
  const { status: _status, closedAt: _closedAt, outcome: _outcome, timing: _timing, ...core } = state;
  return core;
};
