import type { Id } from '#kernel/ids';
import { chinaInstant, type Instant } from '#kernel/instant';
import {
  type CaseState,
  type ClosedCase,
  isOpenTask,
  type OpenCase,
  type Owner,
  type Playbook,
} from '#engines/case/model';

/** A desk beside the owner's at which a matter lies: a row of `case_desk`. */
export interface DeskRow {
  readonly kind: 'grant' | 'task' | 'card' | 'copy';
  /** The role or the body, as text. */
  readonly who: string;
  readonly role: string | null;
  readonly body: Id | null;
  /** False: it only says that it was there. */
  readonly waits: boolean;
  readonly due: Instant | null;
}

/** Desks of a matter beside its owner's; none for nearly all of them. */
export const deskRowsOf = (state: CaseState, playbook: Playbook): readonly DeskRow[] => {
  if (state.status === 'none') return [];
  const rows = new Map<string, DeskRow>();
  const add = (
    kind: DeskRow['kind'],
    at: { role: string } | { body: Id },
    waits: boolean,
    due: Instant | null,
  ): void => {
    const who = 'role' in at ? at.role : at.body;
    const known = rows.get(`${kind} ${who}`);
    const earlier = known?.due && (!due || known.due < due) ? known.due : due;
    rows.set(`${kind} ${who}`, {
      kind,
      who,
      role: 'role' in at ? at.role : null,
      body: 'body' in at ? at.body : null,
      waits: waits || known?.waits === true,
      due: earlier,
    });
  };
  const open = state.status === 'open';
  const addOwners = (kind: 'grant' | 'card', owners: readonly Owner[], due: Instant | null): void => {
    for (const owner of owners) {
      if ('role' in owner) add(kind, owner, true, due);
      if ('assignee' in owner && state.assignee) add(kind, { body: state.assignee.body }, true, due);
      if ('task' in owner)
        for (const task of state.tasks ?? [])
          if (task.body && isOpenTask(task)) add(kind, { body: task.body.body }, true, due);
    }
  };
  if (open && state.pending) addOwners('grant', state.pending.who, null);
  if (open && state.card && !state.card.answer) addOwners('card', cardAnswerers(playbook, state), state.card.dueAt);
  for (const task of state.tasks ?? []) {
    if (!task.body || task.state === 'dropped') continue;
    const waits = open && isOpenTask(task);
    add('task', { body: task.body.body }, waits, waits ? (task.dueAt ?? task.takeBy ?? null) : null);
  }
  for (const { body } of state.cc ?? []) add('copy', { body }, false, null);
  return [...rows.values()];
};

/** Who may answer the card in this stage. */
const cardAnswerers = (playbook: Playbook, state: OpenCase): readonly Owner[] =>
  playbook.actions
    .filter(
      (action) =>
        action.from.includes(state.stage) && action.does?.some((move) => move.move === 'answer-card') === true,
    )
    .flatMap((action) => action.who);

/** Something that the clock has to do with a matter. */
export type Moment =
  | { readonly at: Instant; readonly what: 'warn' | 'over'; readonly clock: string }
  | { readonly at: Instant; readonly what: 'act'; readonly clock: string; readonly action: string }
  | { readonly at: Instant; readonly what: 'review' | 'card' }
  | { readonly at: Instant; readonly what: 'task'; readonly task: string };

/** People look at what is to be looked at in the morning. */
const MORNING = 8 * 60 + 30;

/** Moments of an open matter, in their order; those of the past too. */
export const momentsOf = (state: OpenCase | ClosedCase, playbook: Playbook): readonly Moment[] => {
  if (state.status === 'closed') return [];
  const moments: Moment[] = [];
  for (const { id, whenOver } of playbook.clocks) {
    const clock = state.clocks[id];
    if (!clock?.dueAt || clock.stoppedAt) continue;
    const acts = whenOver !== undefined && !hasActed(state, whenOver, clock.dueAt);
    if (acts) moments.push({ at: clock.dueAt, what: 'act', clock: id, action: whenOver });
    else moments.push({ at: clock.dueAt, what: 'over', clock: id });
    if (clock.warnAt && clock.warnAt < clock.dueAt) moments.push({ at: clock.warnAt, what: 'warn', clock: id });
  }
  if (state.held) moments.push({ at: chinaInstant(state.held.review, MORNING), what: 'review' });
  if (state.card?.dueAt && !state.card.answer) moments.push({ at: state.card.dueAt, what: 'card' });
  for (const task of state.tasks ?? [])
    if (task.dueAt && isOpenTask(task)) moments.push({ at: task.dueAt, what: 'task', task: task.id });
  return moments.sort((one, other) => (one.at < other.at ? -1 : 1));
};

/** The clock has taken its step since it was over; the stage stayed. */
const hasActed = ({ taken }: OpenCase, action: string, dueAt: Instant): boolean =>
  taken.some((one) => one.action === action && one.person === null && one.at >= dueAt);

/** The next moment after `since`; an action that is overdue is due at once. */
export const nextMoment = (state: OpenCase | ClosedCase, playbook: Playbook, since: Instant): Instant | null =>
  momentsOf(state, playbook).find((moment) => moment.at > since || moment.what === 'act')?.at ?? null;
