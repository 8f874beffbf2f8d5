import { type DomainError, isRefusal, refuse } from '#kernel/domain-error';
import type { CaseCommand, DecideContext, HandOverCommand, LinkCommand } from './command.ts';
import { decideAction } from './decide-action.ts';
import { decideImport, decideReport } from './decide-report.ts';
import type { CaseEvent } from './events.ts';
import type { Playbook } from './playbook.ts';
import type { CaseState, ClosedCase, OpenCase } from './state.ts';
import { byOf } from './who-may.ts';

/**
 * What follows from a command, or why it is refused. Pure: no clock, chance or store.
 * @returns the events that happened (empty when nothing changes), or the refusal
 */
export const decide = (
  playbook: Playbook,
  state: CaseState,
  command: CaseCommand,
  context: DecideContext,
): readonly CaseEvent[] | DomainError => {
  if (command.type === 'report' || command.type === 'import') {
    if (state.status !== 'none') return refuse('request.id-reused');
    const event =
      command.type === 'report' ? decideReport(playbook, command, context) : decideImport(playbook, command, context);
    return isRefusal(event) ? event : [event];
  }
  if (state.status === 'none') return refuse('request.not-found');
  if (command.type === 'me-too') return decideMeToo(state, context);
  if (command.type === 'link') return decideLink(state, command, context);
  if (command.type === 'hand-over') return decideHandOver(state, command, context);
  const event = decideAction(playbook, state, command, context);
  return isRefusal(event) ? event : [event];
};

const decideMeToo = (
  state: OpenCase | ClosedCase,
  { now, actor }: DecideContext,
): readonly CaseEvent[] | DomainError =>
  state.status === 'closed' ? refuse('case.closed') : [{ type: 'MeTooAdded', at: now, by: byOf(actor, null) }];

/** Staff whose range holds the place, or whose body has the work, say that a matter repeats another. */
const decideLink = (
  state: OpenCase | ClosedCase,
  { of }: LinkCommand,
  { now, actor }: DecideContext,
): readonly CaseEvent[] | DomainError => {
  const post =
    actor.kind === 'staff'
      ? actor.posts.find((one) => state.place.path.startsWith(one.scope) || one.body === state.assignee?.body)
      : undefined;
  if (!post) return refuse('permission.denied');
  const by = byOf(actor, post);
  if (of === null) return state.duplicateOf === null ? [] : [{ type: 'CaseUnlinked', at: now, by }];
  if (of.id === state.id || of.duplicateOf === state.id) return refuse('case.duplicate-of-itself');
  // A chain is kept flat: everything points to the first of its kind.
  const first = of.duplicateOf ?? of.id;
  return first === state.duplicateOf ? [] : [{ type: 'CaseLinked', at: now, by, of: first }];
};

/** Work moves only from the body that has it; what is closed stays with the one that answered. */
const decideHandOver = (
  state: OpenCase | ClosedCase,
  { from, to, reason, by }: HandOverCommand,
  { now, actor }: DecideContext,
): readonly CaseEvent[] | DomainError => {
  if (actor.kind !== 'system') return refuse('permission.denied');
  if (state.status === 'closed' || state.assignee?.body !== from || from === to.body) return [];
  return [{ type: 'WorkHandedOver', at: now, by, from: state.assignee, to, reason }];
};
