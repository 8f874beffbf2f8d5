import type { ActionTaken, CaseEvent, CaseImported, CaseReported } from './events.ts';
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
    case 'MeTooAdded':
      return { ...next, meToo: state.meToo + 1 };
    case 'CaseLinked':
      return { ...next, duplicateOf: event.of };
    case 'CaseUnlinked':
      return { ...next, duplicateOf: null };
    case 'CaseRelocated':
      return { ...next, place: { ...state.place, path: event.to } };
    case 'WorkHandedOver':
      return { ...next, assignee: event.to };
  }
};

/** A history folded from its beginning. */
export const fold = (events: Iterable<CaseEvent>): CaseState => {
  let state: CaseState = noCase;
  for (const event of events) state = evolve(state, event);
  return state;
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
    ...coreOf(state),
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

/** What open and closed matters share: a reopened one keeps nothing of its ending. */
const coreOf = (state: OpenCase | ClosedCase): CaseCore => {
  if (state.status === 'open') {
    const { status: _status, owner: _owner, ...core } = state;
    return core;
  }
  const { status: _status, closedAt: _closedAt, outcome: _outcome, timing: _timing, ...core } = state;
  return core;
};
