import type { Action, Owner } from '../playbook.ts';
import { answerField, type Change, lines } from './words.ts';

/** 不予受理、不合理诉求: an end that another person has to grant, with the item of the list and a readable reason. */
export const declining = (
  {
    from,
    to,
    who,
    grants,
  }: {
    readonly from: readonly string[];
    readonly to: string;
    readonly who: readonly Owner[];
    readonly grants: readonly Owner[];
  },
  change: Change = {},
): Action => ({
  id: 'decline',
  name: { zh: '不予受理', en: 'Do not take on' },
  from,
  to,
  who,
  form: [
    {
      id: 'ground',
      type: 'choice',
      name: { zh: '不予受理情形', en: 'Ground' },
      required: true,
      options: {
        items: [
          {
            code: 'court',
            name: { zh: '已进入诉讼、仲裁、复议或信访终结程序', en: 'Before a court, arbitrator or review' },
          },
          { code: 'outside', name: { zh: '不属于本区职责范围', en: 'Outside the district’s duties' } },
          { code: 'unlawful', name: { zh: '违反法律法规或公序良俗', en: 'Against law or good custom' } },
          { code: 'unreasonable', name: { zh: '不合理诉求', en: 'Unreasonable' } },
          { code: 'unclear', name: { zh: '事实不清且无法核实', en: 'Cannot be made out' } },
        ],
      },
    },
    answerField,
  ],
  needs: { who: grants },
  answers: 'answer',
  outcome: 'declined',
  counts: 'close',
  dropsTasks: true,
  tone: 'danger',
  ...change,
});

/** 填写进展. */
export const progressNote = ({
  from,
  who,
}: {
  readonly from: readonly string[];
  readonly who: readonly Owner[];
}): Action => ({
  id: 'note',
  name: { zh: '填写进展', en: 'Note progress' },
  from,
  who,
  whileHeld: true,
  form: [lines('progress', { zh: '进展', en: 'Progress' }, { required: true })],
  counts: 'note',
});
