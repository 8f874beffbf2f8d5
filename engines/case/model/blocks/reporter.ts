import type { Action } from '../playbook.ts';
import { answerField, lines, reporter } from './words.ts';

/** Whoever asked takes it back while nobody has begun. */
export const withdrawing = ({ from, to }: { readonly from: readonly string[]; readonly to: string }): Action => ({
  id: 'withdraw',
  name: { zh: '撤回', en: 'Withdraw' },
  from,
  to,
  who: [reporter],
  form: [
    { ...answerField, name: { zh: '撤回原因', en: 'Why' }, hint: { zh: '写明撤回的原因', en: 'Why it is withdrawn' } },
  ],
  answers: 'answer',
  outcome: 'withdrawn',
  counts: 'close',
  dropsTasks: true,
  whileHeld: true,
});

/** 评价: 1 and 2 open it again, once; the comment is for the next one who handles it. */
export const rating = ({
  from,
  closed,
  again,
  levels,
}: {
  readonly from: readonly string[];
  readonly closed: string;
  /** The stage in which a dissatisfied reporter finds it. */
  readonly again: string;
  /** Code list that names the five levels. */
  readonly levels?: string;
}): Action => ({
  id: 'rate',
  name: { zh: '评价', en: 'Rate' },
  from,
  to: [{ when: 'form.rating <= 2 and matter.round <= 2', to: again }, { to: closed }],
  who: [reporter],
  atMost: 3,
  form: [
    {
      id: 'rating',
      type: 'rating',
      name: { zh: '满意度', en: 'How satisfied' },
      required: true,
      ...(levels !== undefined && { options: { list: levels } }),
    },
    lines('comment', { zh: '意见', en: 'Comment' }),
  ],
  rates: 'rating',
  counts: 'rate',
  tone: 'primary',
});
