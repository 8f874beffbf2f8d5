import { type DomainError, isRefusal, refuse } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { timingOf, turnClocks } from './clocks.ts';
import type { ActCommand, DecideContext } from './command.ts';
import type { ActionTaken, Values } from './events.ts';
import { findCategory, reportScope, targetOf } from './expressions.ts';
import { checkValues } from './forms.ts';
import { splitPersonal } from './personal.ts';
import type { Action, Playbook } from './playbook.ts';
import type { Assignee, ClosedCase, OpenCase } from './state.ts';
import { byOf, findAction, findStage, mayTake, timesTaken } from './who-may.ts';

export const decideAction = (
  playbook: Playbook,
  state: OpenCase | ClosedCase,
  command: ActCommand,
  context: DecideContext,
): ActionTaken | DomainError => {
  const action = findAction(playbook, command.action);
  if (!action) return refuse('action.unknown', { action: command.action });
  const standing = mayTake(playbook, state, context.actor, action, context.roleName);
  if (isRefusal(standing)) return standing;
  const fields = action.form ?? [];
  const values = checkValues(fields, command.form, context.fields);
  if (isRefusal(values)) return values;
  const assignee = assigneeIn(action, values, context);
  if (isRefusal(assignee)) return assignee;
  const form = splitPersonal(fields, values).open;

  const category = findCategory(playbook, state.category, context.fields);
  const scope = { ...reportScope(state, category), form, times: timesTaken(state, action) };
  const to = targetOf(action.to, scope);
  const target = to === undefined ? undefined : findStage(playbook, to);
  if (!target) return refuse('action.no-target', { action: action.name });

  const answer = answerIn(action, form);
  const ends = target.ends === true;
  const reopened = state.status === 'closed' && !ends;
  if (ends && !answer && !state.answer) return refuse('case.answer-missing', { action: action.name });
  const clocks = turnClocks(state.clocks, reopened ? null : state.stage, target.id, {
    playbook,
    calendar: context.calendar,
    now: context.now,
    scope,
    category,
  });
  const closes = state.status === 'open' && ends;
  return {
    type: 'ActionTaken',
    at: context.now,
    by: byOf(context.actor, standing.post),
    action: action.id,
    counts: action.counts ?? null,
    form,
    from: state.stage,
    to: target.id,
    owner: ends ? null : (target.owner ?? null),
    clocks,
    ...(assignee && { assignee }),
    ...(answer && { answer }),
    ...ratingIn(action, form),
    ...(closes && {
      closed: {
        outcome: action.outcome ?? 'resolved',
        timing: timingOf(playbook, { ...state.clocks, ...clocks }, context.now),
      },
    }),
    ...(reopened && { reopened: true as const }),
  };
};

const assigneeIn = (action: Action, form: Values, context: DecideContext): Assignee | null | DomainError => {
  const body = action.assigns === undefined ? undefined : bodyOf(form[action.assigns]);
  if (body === undefined) return null;
  const name = context.bodyName?.(body);
  return name === undefined ? refuse('organisation.unknown', {}, { field: action.assigns ?? '' }) : { body, name };
};

/** Id of the body in the value of a `body` field: the id itself, or as a list hands it over, `{ id, … }`. */
export const bodyOf = (value: unknown): Id | undefined => {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' ? id : undefined;
};

const answerIn = (action: Action, form: Values): string | null => {
  const answer = action.answers === undefined ? null : form[action.answers];
  return typeof answer === 'string' && answer.trim() !== '' ? answer : null;
};

const ratingIn = (action: Action, form: Values): { rating?: number } => {
  const rating = action.rates === undefined ? null : form[action.rates];
  return typeof rating === 'number' ? { rating } : {};
};
