import type { Label } from '#kernel/label';
import type { Field } from '#fields/field';
import type { Action, Owner } from '../playbook.ts';

/**
 * Pieces that many playbooks share, as plain data. A pack takes them, and changes what is different in its business
 * by spreading: `{ ...cardAction(…), name }`. What comes out is JSON like everything in a pack.
 */

/** What a piece lets its user say otherwise. */
export type Change = Partial<Omit<Action, 'id' | 'does'>> & { readonly id?: string };

export const lines = (
  id: string,
  name: Label,
  more: Partial<Pick<Field, 'required' | 'hint' | 'privacy' | 'show'>> & { readonly max?: number } = {},
): Field => {
  const { max = 300, ...rest } = more;
  return { id, type: 'text', name, options: { lines: 4, max }, ...rest };
};

export const reasonField: Field = lines('reason', { zh: '理由', en: 'Reason' }, { required: true });

/** The sentence that whoever asked will read. */
export const answerField: Field = lines(
  'answer',
  { zh: '答复', en: 'Answer' },
  {
    required: true,
    max: 500,
    hint: {
      zh: '写给诉求人看：做了什么、结果如何；办不到的说明原因和出路',
      en: 'For the person who asked: what was done, with what result; if it cannot be done, why, and what else helps',
    },
  },
);

export const photosField = (id: string, name: Label): Field => ({ id, type: 'photos', name, options: { max: 6 } });

export const bodyField = (id: string, name: Label): Field => ({ id, type: 'body', name, required: true });

export const someBodiesField = (id: string, name: Label): Field => ({ id, type: 'bodies', name, required: true });

export const role = (id: string): Owner => ({ role: id });
export const assignee: Owner = { assignee: true };
export const reporter: Owner = { reporter: true };
export const withTask: Owner = { task: true };
export const system: Owner = { system: true };
