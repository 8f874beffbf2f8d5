import { type CaseEvent, findAction, type Playbook } from '#engines/case/model';

/** The stage after an event; undefined when it stays. */
export const stageAfter = (event: CaseEvent): string | undefined => {
  if ('to' in event && (event.type === 'ActionTaken' || event.type === 'ClosedAlong')) return event.to;
  if (event.type === 'CaseUnlinked') return event.back?.stage;
  return 'stage' in event ? event.stage : undefined;
};

/** Tasks that an event gave or changed. */
export const tasksIn = (event: CaseEvent) =>
  event.type === 'ActionTaken' ? (event.tasks ?? []) : event.type === 'TaskEnded' ? [event.task] : [];

/** The form that was filled with an event, with its values. */
export const saidIn = (playbook: Playbook, event: CaseEvent) => {
  const said =
    event.type === 'ActionTaken'
      ? { action: event.action, form: event.form }
      : event.type === 'ApprovalAsked'
        ? { action: event.pending.action, form: event.pending.form }
        : undefined;
  if (!said) return undefined;
  const action = findAction(playbook, said.action);
  return { fields: [...(action?.form ?? []), ...(action?.needs?.form ?? [])], form: said.form };
};
