import { label } from '#kernel/label';
import type { Field } from '#fields/field';
import type { Action, Playbook } from './playbook.ts';
import type { CaseState, Pending } from './state.ts';

/** Something is asked for and another person decides (延期、挂账、不予受理 …): two actions that every playbook has. */
export const GRANT = 'approval.grant';
export const REFUSE = 'approval.refuse';

const reason: Field = {
  id: 'reason',
  type: 'text',
  name: label('不同意的理由', 'Why not'),
  required: true,
  options: { lines: 3, max: 300 },
};

/** The two actions by which what is pending is decided; made from the playbook, so that pages show them like any other. */
export const approvalActions = (
  asked: Action | undefined,
  pending: Pending,
  stage: string,
): readonly [grant: Action, refuse: Action] => {
  const name = asked?.name ?? label(pending.action, pending.action);
  const common = { from: [stage], who: pending.who, whileHeld: true as const };
  return [
    {
      ...common,
      id: GRANT,
      name: label(`同意：${name.zh}`, `Grant: ${name.en}`),
      form: asked?.needs?.form ?? [],
      tone: 'primary',
    },
    { ...common, id: REFUSE, name: label(`不同意：${name.zh}`, `Refuse: ${name.en}`), form: [reason], tone: 'danger' },
  ];
};

/** Of what is pending in this matter; none otherwise. */
export const pendingActions = (playbook: Playbook, state: CaseState): readonly Action[] => {
  if (state.status === 'none' || !state.pending) return [];
  const asked = playbook.actions.find((action) => action.id === state.pending?.action);
  return approvalActions(asked, state.pending, state.stage);
};
