import { type DomainError, isRefusal, refuse } from '#kernel/domain-error';
import { GRANT, REFUSE } from './approval.ts';
import { timingOf, turnByStep, turnClocks } from './clocks.ts';
import type { ActCommand, DecideContext } from './command.ts';
import { effectOrders } from './effects.ts';
import type { ActionTaken, ApprovalAsked, ApprovalRefused, By, Values } from './events.ts';
import { findCategory, reportScope, targetOf } from './expressions.ts';
import { checkValues } from './forms.ts';
import { matterScope } from './matter-scope.ts';
import { droppedTasks, mergeTasks, movesOf } from './moves.ts';
import { splitPersonal } from './personal.ts';
import type { Action, Playbook } from './playbook.ts';
import type { Assignee, ClosedCase, OpenCase } from './state.ts';
import { bodyOf, isOpenTask, taskOf } from './tasks.ts';
import { toldBy } from './tellings.ts';
import { actionOn, byOf, findAction, findStage, mayTake, timesTaken } from './who-may.ts';

/** A step, or the asking for one that another person has to grant. */
export const decideAction = (
  playbook: Playbook,
  state: OpenCase | ClosedCase,
  command: ActCommand,
  context: DecideContext,
): ActionTaken | ApprovalAsked | ApprovalRefused | DomainError => {
  const action = actionOn(playbook, state, command.action);
  if (!action) return refuse('action.unknown', { action: command.action });
  const standing = mayTake(playbook, state, context.actor, action, context.roleName);
  if (isRefusal(standing)) return standing;
  const fields = action.form ?? [];
  const values = checkValues(fields, command.form, context.fields);
  if (isRefusal(values)) return values;
  const form = splitPersonal(fields, values).open;
  const by = byOf(context.actor, standing.post);
  const { pending } = state;
  if (pending && action.id === REFUSE) {
    const reason = form['reason'];
    return {
      type: 'ApprovalRefused',
      at: context.now,
      by,
      action: pending.action,
      reason: typeof reason === 'string' ? reason : '',
    };
  }
  if (pending && action.id === GRANT) {
    const asked = findAction(playbook, pending.action);
    if (!asked?.from.includes(state.stage))
      return refuse('action.not-now', { action: action.name, stage: state.stage });
    const said = { form: { ...pending.form, ...form }, task: pending.task };
    const step = stepOf(playbook, state, asked, { ...said, by: pending.by }, context);
    return isRefusal(step) ? step : { ...step, grantedBy: by, pending: null };
  }
  const said = { form, task: command.task, by };
  if (!action.needs) return stepOf(playbook, state, action, said, context);
  // What could not be done is not asked for either.
  const tried = stepOf(playbook, state, action, said, context);
  if (isRefusal(tried)) return tried;
  const task = taskOf(action, state, context.actor, command.task);
  return {
    type: 'ApprovalAsked',
    at: context.now,
    by,
    pending: {
      action: action.id,
      at: context.now,
      by,
      form,
      who: action.needs.who,
      ...(task && !isRefusal(task) && { task: task.id }),
    },
  };
};

interface Said {
  readonly form: Values;
  readonly task: string | undefined;
  readonly by: By;
}

/** The step itself, whoever is allowed to take it. */
const stepOf = (
  playbook: Playbook,
  state: OpenCase | ClosedCase,
  action: Action,
  { form, task: said, by }: Said,
  context: DecideContext,
): ActionTaken | DomainError => {
  const assignee = assigneeIn(action, form, context);
  if (isRefusal(assignee)) return assignee;
  const task = taskOf(action, state, context.actor, said);
  if (isRefusal(task)) return task;

  const category = findCategory(playbook, state.category, context.fields);
  const scope = {
    ...reportScope(state, category),
    form,
    at: context.now,
    times: timesTaken(state, action),
    matter: matterScope(state),
  };
  const led = targetOf(action.to ?? state.stage, scope);
  const target = led && findStage(playbook, led.to);
  if (!target) return refuse('action.no-target', { action: action.name });

  const answer = answerIn(action, form);
  const ends = target.ends === true;
  const reopened = state.status === 'closed' && !ends;
  if (ends && !answer && !state.answer) return refuse('case.answer-missing', { action: action.name });
  const counting = { playbook, calendar: context.calendar, now: context.now, scope, category };
  const entered =
    action.to === undefined ? {} : turnClocks(state.clocks, reopened ? null : state.stage, target.id, counting);
  const held = state.held !== undefined && action.does?.some(({ move }) => move === 'resume') !== true;
  // With a new round every clock starts afresh: those of the last one are no longer looked at.
  const before = reopened ? {} : state.clocks;
  const turned = turnByStep(before, entered, { action: action.id, to: target.id, held }, counting);
  const moved = movesOf(action, { playbook, state, to: target.id, by, form, task, clocks: turned }, context);
  if (isRefusal(moved)) return moved;
  const { clocks, ...changes } = moved;
  const closes = state.status === 'open' && ends;
  const open = mergeTasks(state.tasks, changes.tasks ?? []).filter(isOpenTask);
  if (closes && open.length > 0 && !action.dropsTasks)
    return refuse('case.tasks-open', { action: action.name, n: open.length });
  const dropped = closes ? droppedTasks(mergeTasks(state.tasks, changes.tasks ?? []), context.now) : [];
  const orders = effectOrders(action.effects, scope, form);
  const told = toldBy(action.tells, scope);
  const handler = assignee ? context.handlerAt?.(assignee.body) : undefined;
  return {
    type: 'ActionTaken',
    at: context.now,
    by,
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
        outcome: led.outcome ?? action.outcome ?? 'resolved',
        timing: timingOf(playbook, { ...state.clocks, ...clocks }, context.now),
      },
    }),
    ...(reopened && { reopened: true as const }),
    ...changes,
    ...(dropped.length > 0 && { tasks: mergeTasks(changes.tasks, dropped) }),
    ...(closes && state.held && { held: null }),
    ...(assignee && (handler ?? state.handler) && { handler: handler ?? null }),
    // What was asked for in another stage is no longer the question.
    ...(state.pending && target.id !== state.stage && { pending: null }),
    ...(orders.length > 0 && { effects: orders }),
    ...(told.length > 0 && { told }),
  };
};

const assigneeIn = (action: Action, form: Values, context: DecideContext): Assignee | null | DomainError => {
  const body = action.assigns === undefined ? undefined : bodyOf(form[action.assigns]);
  if (body === undefined) return null;
  const name = context.bodyName?.(body);
  return name === undefined ? refuse('organisation.unknown', {}, { field: action.assigns ?? '' }) : { body, name };
};

const answerIn = (action: Action, form: Values): string | null => {
  const answer = action.answers === undefined ? null : form[action.answers];
  return typeof answer === 'string' && answer.trim() !== '' ? answer : null;
};

const ratingIn = (action: Action, form: Values): { rating?: number } => {
  const rating = action.rates === undefined ? null : form[action.rates];
  return typeof rating === 'number' ? { rating } : {};
};
