import { dayText, instantText } from '#kernel/civil-text';
import { isRefusal } from '#kernel/domain-error';
import { chinaDate, type Instant } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { ActionOffer, CardView, ClockView, CaseView, DeskView, TaskView } from '#engines/case/contract';
import {
  type Action,
  type Actor,
  bodiesOf,
  type By,
  type CaseEvent,
  type ClosedCase,
  deadlineOf,
  desksOf,
  findAction,
  isOpenTask,
  type Limit,
  type OpenCase,
  type Owner,
  type Playbook,
  type RunningClock,
  tasksFor,
} from '#engines/case/model';
import type { Definitions } from './definitions.ts';

/** What few matters have beside their stage, as their pages show it. */

export const byText = (by: By): string | null =>
  by.kind === 'reporter' ? '诉求人' : [by.title, by.name].filter(Boolean).join(' ') || null;

export const ownerLabel = (owner: Owner, definitions: Pick<Definitions, 'roleName'>): Label => {
  if ('role' in owner) return definitions.roleName(owner.role) ?? label(owner.role, owner.role);
  if ('assignee' in owner) return label('承办单位', 'Body in charge');
  if ('task' in owner) return label('协办单位', 'Body with a task');
  if ('system' in owner) return label('系统', 'The system');
  return label('诉求人', 'Whoever asked');
};

export const ownersLabel = (owners: readonly Owner[], definitions: Pick<Definitions, 'roleName'>): Label => {
  const names = owners.map((owner) => ownerLabel(owner, definitions));
  return label(names.map((one) => one.zh).join('、'), names.map((one) => one.en).join(', '));
};

export const tasksView = (state: OpenCase | ClosedCase, actor: Actor, now: Instant): TaskView[] => {
  const bodies = bodiesOf(actor);
  return (state.tasks ?? []).map((task) => {
    const until = task.state === 'open' ? (task.takeBy ?? task.dueAt) : task.dueAt;
    return {
      id: task.id,
      name: task.name,
      body: task.body?.name ?? null,
      lead: task.lead ?? false,
      state: task.state,
      givenAt: task.givenAt,
      takeBy: task.takeBy ?? null,
      takenAt: task.takenAt ?? null,
      dueAt: task.dueAt ?? null,
      endedAt: task.endedAt ?? null,
      late: isOpenTask(task) && until !== undefined && until <= now,
      words: task.words ?? null,
      rating: task.rating ?? null,
      mine: task.body !== null && bodies.has(task.body.body),
    };
  });
};

/** The tasks that an action may be about, to choose from. */
export const tasksOffered = (
  action: Action,
  state: OpenCase | ClosedCase,
  actor: Actor,
): Pick<ActionOffer, 'tasks'> => {
  const tasks = tasksFor(action, state, actor);
  return tasks ? { tasks: tasks.map(({ id, name, body }) => ({ id, name, body: body?.name ?? null })) } : {};
};

export const cardView = ({ card }: OpenCase | ClosedCase): CardView | null => {
  if (!card) return null;
  const { level, at, by, words, dueAt, answer } = card;
  return {
    level,
    at,
    by: byText(by),
    words,
    dueAt,
    answer: answer ? { at: answer.at, by: byText(answer.by), words: answer.words } : null,
  };
};

export const holdView = ({ held }: OpenCase | ClosedCase, now: Instant): CaseView['held'] =>
  held ? { ...held, due: held.review <= chinaDate(now) } : null;

/** Hours to the minute. */
const inMinutes = (hours: number): number => Math.round(hours * 60) / 60;

/** The way from desk to desk, with the step by which it left each. */
export const desksView = (
  playbook: Playbook,
  events: readonly CaseEvent[],
  calendar: WorkingCalendar,
  now: Instant,
  definitions: Pick<Definitions, 'roleName'>,
): { readonly desks: DeskView[]; readonly hops: number; readonly responsible: string | null } => {
  const { desks, hops, responsible } = desksOf(events, calendar, now);
  return {
    desks: desks.map(({ owner, body, from, to, takenAt, hours, workingHours, leftBy }) => ({
      owner: ownerLabel(owner, definitions),
      body: body?.name ?? null,
      from,
      to,
      takenAt,
      hours: inMinutes(hours),
      workingHours: workingHours === null ? null : inMinutes(workingHours),
      left: leftBy === null ? null : eventName(playbook, events[leftBy]),
    })),
    hops,
    responsible: responsible?.name ?? null,
  };
};

const eventNames: Readonly<Record<CaseEvent['type'], Label>> = {
  CaseReported: label('上报', 'Reported'),
  CaseImported: label('历史导入', 'Imported'),
  ActionTaken: label('办理', 'Handled'),
  ApprovalAsked: label('提出申请', 'Asked for'),
  ApprovalRefused: label('申请未获同意', 'Not granted'),
  TaskEnded: label('任务进展', 'Progress of a task'),
  ClosedAlong: label('随主事项办结', 'Closed along with the one it repeats'),
  MeTooAdded: label('附议', 'Me too'),
  CaseLinked: label('标记为重复', 'Marked as a repeat'),
  CaseUnlinked: label('取消重复标记', 'No longer marked as a repeat'),
  WorkHandedOver: label('承办单位变更，工作移交', 'Handed over to the body that carries on'),
  CaseRelocated: label('区划调整', 'Change of divisions'),
};

/** What an entry of the timeline is called. */
export const eventName = (playbook: Playbook, event: CaseEvent | undefined): Label | null => {
  if (!event) return null;
  const own = eventNames[event.type];
  const of = (action: string): Label => findAction(playbook, action)?.name ?? label(action, action);
  const about = (words: Label): Label => label(`${own.zh}：${words.zh}`, `${own.en}: ${words.en}`);
  switch (event.type) {
    case 'ActionTaken':
      return of(event.action);
    case 'ApprovalAsked':
      return about(of(event.pending.action));
    case 'ApprovalRefused':
      return about(of(event.action));
    case 'CaseRelocated':
      return about(label(event.title, event.title));
    case 'TaskEnded':
      if (event.task.state !== 'open') return own;
      return event.task.again
        ? label('子事项重新办理', 'The matter of a task was opened again')
        : label('发起子事项', 'Opened a matter for a task');
    case 'CaseUnlinked':
      return event.back ? label('取消重复标记，重新办理', 'No longer a repeat, opened again') : own;
    default:
      return own;
  }
};

const cardNames = {
  notice: label('督办提醒', 'Reminder'),
  yellow: label('黄牌', 'Yellow card'),
  red: label('红牌', 'Red card'),
} as const;

const unitNames: Readonly<Record<Limit['unit'], Label>> = {
  'working-hours': label('工作小时', 'working hours'),
  'clock-hours': label('小时', 'hours'),
  'working-days': label('个工作日', 'working days'),
  'calendar-days': label('天', 'days'),
};
export const limitText = ({ amount, unit }: Limit): Label =>
  label(`${amount} ${unitNames[unit].zh}`, `${amount} ${unitNames[unit].en}`);

/** What else happened with an entry of the timeline. @param before the tasks that were known before it */
export const eventNotes = (event: CaseEvent, before: ReadonlySet<string>): Label[] => {
  const notes: Label[] = [];
  const note = (zh: string, en: string): void => void notes.push(label(zh, en));
  if (event.type === 'TaskEnded') {
    const { name, child, words } = event.task;
    note(`${name}${child ? `（${child.number}）` : ''}`, `${name}${child ? ` (${child.number})` : ''}`);
    if (words) note(words, words);
  }
  if (event.type === 'ApprovalRefused') note(`理由：${event.reason}`, `Reason: ${event.reason}`);
  if (event.type === 'ClosedAlong') note(`主事项 ${event.number}：${event.answer}`, `${event.number}: ${event.answer}`);
  if (event.type === 'WorkHandedOver')
    note(
      `${event.from.name} → ${event.to.name}：${event.reason}`,
      `${event.from.name} → ${event.to.name}: ${event.reason}`,
    );
  if (event.type !== 'ActionTaken') return notes;
  const { grantedBy, assignee, handler, held, card, cc, extended, exempt, tasks } = event;
  if (grantedBy) note(`${byText(grantedBy) ?? ''}同意`, `Granted by ${byText(grantedBy) ?? ''}`);
  if (assignee) note(`承办单位：${assignee.name}`, `Body in charge: ${assignee.name}`);
  if (handler) {
    const who = [handler.title, handler.name].filter(Boolean).join(' ');
    note(`承办岗位：${who}`, `Post: ${who}`);
  }
  if (held) {
    const review = dayText(held.review, true);
    note(`挂账，${review.zh}复核`, `On hold, to be looked at again on ${review.en}`);
  } else if (held === null) note('恢复计时', 'Taken up again, clocks run');
  if (card?.answer) note(`回复${cardNames[card.level].zh}`, `Answers the ${cardNames[card.level].en.toLowerCase()}`);
  else if (card) note(`${cardNames[card.level].zh}：${card.words}`, `${cardNames[card.level].en}: ${card.words}`);
  else if (card === null) note('督办解除', 'The card was lifted');
  if (cc) note(`抄送：${cc.map((one) => one.name).join('、')}`, `Copied to ${cc.map((one) => one.name).join(', ')}`);
  const more = extended === undefined ? undefined : event.clocks[extended]?.extensions?.at(-1);
  if (more) note(`延长 ${limitText(more).zh}`, `Extended by ${limitText(more).en}`);
  if (exempt !== undefined) note('据实处理，不计入考核', 'Stays out of the rates');
  for (const task of tasks ?? []) {
    const name = [task.body?.name, task.name].filter(Boolean).join('：');
    if (!before.has(task.id)) note(`任务：${name}`, `Task: ${name}`);
    else if (task.rating !== undefined) note(`评价任务：${name}，${task.rating} 分`, `Rated: ${name}, ${task.rating}`);
    else note(`${taskStates[task.state].zh}：${name}`, `${taskStates[task.state].en}: ${name}`);
  }
  return notes;
};

const taskStates = {
  open: label('任务', 'Task'),
  taken: label('签收任务', 'Task taken'),
  done: label('完成任务', 'Task done'),
  refused: label('退回任务', 'Task returned'),
  dropped: label('任务随办结取消', 'Task dropped with the closing'),
} as const;

/** The lines of the computation: each day that was counted, every pause and every extension that was added. */
const arithmeticOf = (clock: RunningClock, calendar: WorkingCalendar): Label[] => {
  const { startedAt, limit, pauses, dueAt, extensions = [] } = clock;
  if (!limit || !dueAt) return [];
  const deadline = deadlineOf(calendar, startedAt, limit);
  if (isRefusal(deadline)) return [];
  const lines = [...deadline.arithmetic];
  for (const { from, to } of pauses)
    lines.push(
      label(
        `${instantText(from).zh} 至 ${instantText(to).zh} 不计时`,
        `${instantText(from).en} to ${instantText(to).en} does not count`,
      ),
    );
  for (const more of extensions) lines.push(label(`延期 ${limitText(more).zh}`, `Extended by ${limitText(more).en}`));
  if (deadline.due !== dueAt) lines.push(label(`到期：${instantText(dueAt).zh}`, `Due: ${instantText(dueAt).en}`));
  return lines;
};

export const clocksView = (playbook: Playbook, state: OpenCase | ClosedCase, calendar: WorkingCalendar): ClockView[] =>
  playbook.clocks.flatMap((clock) => {
    const running = state.clocks[clock.id];
    if (!running) return [];
    const { startedAt, warnAt, dueAt, stoppedAt, note } = running;
    return [
      {
        id: clock.id,
        name: clock.name,
        startedAt,
        warnAt,
        dueAt,
        stoppedAt,
        main: clock.main ?? false,
        note,
        arithmetic: arithmeticOf(running, calendar),
      },
    ];
  });
