import type { Field } from '#fields/field';

/** Forms that both playbooks ask in the same words. Photos are never demanded (国办函〔2026〕12 号). */

export const photos = (id: string, zh: string, en: string): Field => ({
  id,
  type: 'photos',
  name: { zh, en },
  options: { max: 6 },
});

export const words = (
  id: string,
  zh: string,
  en: string,
  more: Partial<Pick<Field, 'required' | 'hint'>> & { readonly max?: number } = {},
): Field => {
  const { max = 500, ...rest } = more;
  return { id, type: 'text', name: { zh, en }, options: { lines: 4, max }, ...rest };
};

export const body = (id: string, zh: string, en: string): Field => ({
  id,
  type: 'body',
  name: { zh, en },
  required: true,
});

/** The resident may leave a number; it is kept apart from the matter and deleted in time. */
export const contact: Field = {
  id: 'contact',
  type: 'phone',
  name: { zh: '联系电话', en: 'Your phone' },
  hint: { zh: '只用于核实情况和告知结果', en: 'Only to ask back and to tell you the result' },
  privacy: {
    purpose: { zh: '核实情况、告知办理结果', en: 'To ask back and to tell the result' },
    basis: 'consent',
    sensitivity: 'personal',
    retentionMonths: 12,
  },
};

export const reason: Field = words('reason', '原因', 'Reason', { required: true, max: 200 });

/** The sentence that whoever asked will read. */
export const answer: Field = words('answer', '答复', 'Answer', {
  required: true,
  hint: {
    zh: '写给诉求人看：做了什么、结果如何；办不到的说明原因和出路',
    en: 'For the person who asked: what was done, with what result; if it cannot be done, why, and what else helps',
  },
});
