import type { Action, CardLevel, Limit, Owner } from '../playbook.ts';
import { assignee, bodyField, type Change, lines, reasonField, someBodiesField } from './words.ts';

interface Where {
  /** Stages in which it is possible. */
  readonly from: readonly string[];
  readonly who: readonly Owner[];
}

const cardNames: Readonly<Record<CardLevel, { zh: string; en: string }>> = {
  notice: { zh: '督办提醒', en: 'Remind' },
  yellow: { zh: '黄牌督办', en: 'Yellow card' },
  red: { zh: '红牌督办', en: 'Red card' },
};

/** 督办: a card with what is wanted, and until when it is to be answered. */
export const cardAction = (
  level: CardLevel,
  { from, who }: Where,
  { within, ...change }: Change & { readonly within?: Limit } = {},
): Action => ({
  id: `card-${level}`,
  name: cardNames[level],
  from,
  who,
  whileHeld: true,
  form: [lines('demand', { zh: '督办要求', en: 'What is wanted' }, { required: true })],
  does: [{ move: 'card', level, words: 'demand', ...(within && { within }) }],
  tone: level === 'notice' ? 'normal' : 'danger',
  ...change,
});

/** The three cards, the answer of the body in charge, and taking a card away. */
export const supervision = (
  { from, who }: Where,
  { answers = [assignee], within }: { readonly answers?: readonly Owner[]; readonly within?: Limit } = {},
): readonly Action[] => [
  ...(['notice', 'yellow', 'red'] as const).map((level) => cardAction(level, { from, who }, within ? { within } : {})),
  {
    id: 'answer-card',
    name: { zh: '回复督办', en: 'Answer the card' },
    from,
    who: answers,
    when: 'matter.card != "none"',
    whileHeld: true,
    form: [lines('reply', { zh: '整改情况', en: 'What was done' }, { required: true })],
    does: [{ move: 'answer-card', words: 'reply' }],
  },
  {
    id: 'lift-card',
    name: { zh: '解除督办', en: 'Lift the card' },
    from,
    who,
    when: 'matter.card != "none"',
    whileHeld: true,
    form: [lines('note', { zh: '解除说明', en: 'Note' })],
    does: [{ move: 'lift-card' }],
  },
];

/** 挂账: asked for with a day to look at it again, granted by another; looked at again; taken up again. */
export const holding = ({ from, who }: Where, { grants }: { readonly grants: readonly Owner[] }): readonly Action[] => [
  {
    id: 'hold',
    name: { zh: '申请挂账', en: 'Ask to put on hold' },
    from,
    who,
    form: [
      {
        id: 'cause',
        type: 'choice',
        name: { zh: '挂账原因', en: 'Why' },
        required: true,
        options: {
          items: [
            { code: 'policy', name: { zh: '政策限制', en: 'Policy' } },
            { code: 'planning', name: { zh: '规划未定', en: 'Planning' } },
            { code: 'funds', name: { zh: '资金未落实', en: 'Funds' } },
            { code: 'legacy', name: { zh: '历史遗留', en: 'From the past' } },
            { code: 'season', name: { zh: '季节或施工条件', en: 'Season or site' } },
          ],
        },
      },
      lines('why', { zh: '具体情况', en: 'Details' }, { required: true }),
      {
        id: 'review',
        type: 'date',
        name: { zh: '复核日期', en: 'Look at it again on' },
        required: true,
      },
    ],
    needs: { who: grants },
    does: [{ move: 'hold', review: 'review' }],
  },
  {
    id: 'review',
    name: { zh: '复核挂账', en: 'Review the hold' },
    from,
    who: [...who, ...grants],
    when: 'matter.held',
    whileHeld: true,
    form: [
      lines('finding', { zh: '复核情况', en: 'Finding' }, { required: true }),
      { id: 'review', type: 'date', name: { zh: '下次复核日期', en: 'Next review' }, required: true },
    ],
    does: [{ move: 'resume' }, { move: 'hold', review: 'review' }],
  },
  {
    id: 'resume',
    name: { zh: '恢复办理', en: 'Take up again' },
    from,
    who: [...who, ...grants],
    when: 'matter.held',
    whileHeld: true,
    form: [lines('note', { zh: '恢复说明', en: 'Note' }, { required: true })],
    does: [{ move: 'resume' }],
    tone: 'primary',
  },
];

/** 延期: asked for by whoever has the work, granted by another. */
export const extension = (
  { from, who }: Where,
  {
    grants,
    unit = 'working-days',
    most = 15,
    atMost = 2,
  }: {
    readonly grants: readonly Owner[];
    readonly unit?: Limit['unit'];
    readonly most?: number;
    readonly atMost?: number;
  },
): Action => ({
  id: 'extend',
  name: { zh: '申请延期', en: 'Ask for more time' },
  from,
  who,
  atMost,
  form: [
    {
      id: 'more',
      type: 'number',
      name:
        unit === 'working-days' ? { zh: '延长工作日', en: 'More working days' } : { zh: '延长时间', en: 'More time' },
      required: true,
      options: { min: 1, max: most },
    },
    reasonField,
  ],
  needs: { who: grants },
  does: [{ move: 'extend', amount: 'more', unit }],
});

/** 抄送: others read along. */
export const copying = ({ from, who }: Where): Action => ({
  id: 'copy',
  name: { zh: '抄送', en: 'Copy to' },
  from,
  who,
  whileHeld: true,
  form: [
    someBodiesField('readers', { zh: '抄送单位', en: 'Bodies that read along' }),
    lines('note', { zh: '说明', en: 'Note' }),
  ],
  does: [{ move: 'cc', bodies: 'readers' }],
});

/** 据实处理: with evidence, granted by another, it stays out of every rate (S363). */
export const exemption = ({ from, who }: Where, { grants }: { readonly grants: readonly Owner[] }): Action => ({
  id: 'exempt',
  name: { zh: '申请据实处理', en: 'Ask to be exempted' },
  from,
  who,
  whileHeld: true,
  atMost: 2,
  form: [
    lines('grounds', { zh: '特殊情况', en: 'What was special' }, { required: true }),
    { id: 'evidence', type: 'photos', name: { zh: '佐证', en: 'Evidence' }, options: { max: 9 } },
  ],
  needs: { who: grants },
  does: [{ move: 'exempt', reason: 'grounds' }],
});

/**
 * 首接负责、两次转办后裁定 (S673): passed on at most twice, each time with a reason; then whoever dispatches rules.
 * @param from stages in which the body has not taken it on
 * @param to the stage in which a body has it and has not taken it on
 */
export const passingOn = (
  { from, to, dispatching }: { readonly from: readonly string[]; readonly to: string; readonly dispatching: string },
  { rules, basis }: { readonly rules: readonly Owner[]; readonly basis?: Action['form'] },
): readonly Action[] => [
  {
    id: 'transfer',
    name: { zh: '转办', en: 'Transfer' },
    from,
    to,
    who: [assignee],
    when: 'matter.hops < 2',
    form: [bodyField('body', { zh: '转至单位', en: 'Transfer to' }), ...(basis ?? []), reasonField],
    assigns: 'body',
    counts: 'transfer',
  },
  {
    id: 'refuse',
    name: { zh: '退回：不属本单位职责', en: 'Return: not our duty' },
    from,
    to: dispatching,
    who: [assignee],
    atMost: 2,
    form: [...(basis ?? []), reasonField],
    counts: 'refuse',
    tone: 'danger',
  },
  {
    id: 'rule',
    name: { zh: '裁定改派', en: 'Rule and reassign' },
    from,
    to,
    who: rules,
    form: [bodyField('body', { zh: '承办单位', en: 'Body in charge' }), reasonField],
    assigns: 'body',
    counts: 'dispatch',
    tone: 'danger',
  },
];
