import { asksForTimes } from '#fields';
import type { Field } from '#fields/field';
import { expressionIs, limitIs, ownerIs, type Tell } from './check-parts.ts';
import type { CheckContext } from './check-playbook.ts';
import { effectVariables } from './expressions.ts';
import type { Action, Effect, Move, Playbook } from './playbook.ts';

/** Effects that run today. */
export const standingEffects: ReadonlySet<string> = new Set(['notice.send', 'case.open', 'slot.free', 'slot.mark']);

/** Fields that an action's moves and effects may name: its form's, and the report's. */
export const fieldsOf = (playbook: Playbook, action: Action): readonly Field[] => [
  ...(action.form ?? []),
  ...playbook.fields,
];

/** Problems of what an action does beside its stage, and of who has to grant it. */
export const checkMoves = (playbook: Playbook, action: Action, context: CheckContext, tell: Tell): void => {
  const where = `action ${action.id}`;
  const touchesTimes =
    asksForTimes(action.form ?? []) || (action.effects ?? []).some(({ effect }) => effect.startsWith('slot.'));
  if (action.batch && touchesTimes)
    tell(
      'batch-books',
      where,
      '涉及预约时间的操作要一件一件地办，不能批量。',
      'A step that touches a booked time cannot be taken on many matters at once.',
    );
  for (const owner of action.needs?.who ?? []) ownerIs(owner, where, context, tell);
  if (action.needs?.who.length === 0)
    tell('action-for-nobody', where, '没有人可以审批这个操作。', 'Nobody can grant this action.');
  const fields = new Map(fieldsOf(playbook, action).map((field) => [field.id, field]));
  const field = (id: string, ...types: readonly string[]): void => {
    const found = fields.get(id);
    if (!found) tell('unknown-field', where, `表单里没有「${id}」。`, `The form has no field “${id}”.`);
    else if (types.length > 0 && !types.includes(found.type))
      tell(
        'move-wrong',
        where,
        `「${id}」应为 ${types.join(' 或 ')} 类型。`,
        `The field “${id}” should be of type ${types.join(' or ')}.`,
      );
  };
  for (const move of action.does ?? []) checkMove(playbook, move, where, field, tell);
  const resumes = action.does?.some(({ move }) => move === 'resume') === true;
  const ends = new Set(playbook.stages.flatMap((stage) => (stage.ends ? [stage.id] : [])));
  const targets =
    action.to === undefined ? [] : typeof action.to === 'string' ? [action.to] : action.to.map(({ to }) => to);
  if (action.whileHeld && !resumes && targets.some((to) => !ends.has(to)))
    tell(
      'move-wrong',
      where,
      '挂账期间的操作要么不改变环节，要么恢复办理或办结。',
      'A step while on hold either keeps the stage, or takes the matter up again, or ends it.',
    );
};

const checkMove = (
  playbook: Playbook,
  move: Move,
  where: string,
  field: (id: string, ...types: readonly string[]) => void,
  tell: Tell,
): void => {
  switch (move.move) {
    case 'hold':
      return field(move.review, 'date');
    case 'extend': {
      field(move.amount, 'number');
      const clock = move.clock;
      if (clock !== undefined && !playbook.clocks.some((one) => one.id === clock))
        tell('move-wrong', where, `没有时限「${clock}」。`, `There is no clock “${clock}”.`);
      return;
    }
    case 'card':
      if (move.within) limitIs(move.within, where, tell);
      return field(move.words, 'text');
    case 'answer-card':
      return field(move.words, 'text');
    case 'cc':
      return field(move.bodies, 'body', 'bodies');
    case 'give-tasks':
      if (move.from === undefined) {
        if (!move.name) tell('move-wrong', where, '任务没有名称。', 'The task has no name.');
      } else if (move.columns) field(move.from, 'rows');
      else field(move.from, 'body', 'bodies');
      if (move.lead !== undefined) field(move.lead, 'body');
      for (const limit of [move.takeWithin, move.doneWithin]) if (limit) limitIs(limit, where, tell);
      return;
    case 'finish-task':
      return move.result === undefined ? undefined : field(move.result, 'text');
    case 'refuse-task':
    case 'exempt':
      return field(move.reason, 'text', 'choice');
    case 'rate-task':
      return field(move.rating, 'rating');
    case 'resume':
    case 'lift-card':
    case 'take-task':
  }
};

/** Problems of what follows from a step in other rooms. An effect whose engine does not stand says so, or is refused. */
export const checkEffects = (
  effects: readonly Effect[] | undefined,
  fields: readonly Field[],
  where: string,
  context: CheckContext,
  tell: Tell,
): void => {
  const standing = context.effects ?? standingEffects;
  for (const effect of effects ?? []) {
    const awaits = 'awaits' in effect;
    if (awaits === standing.has(effect.effect))
      tell(
        'effect-awaits',
        where,
        awaits
          ? `「${effect.effect}」已经可以执行，请去掉等待标记。`
          : `「${effect.effect}」所需的模块尚未建成，应标明等待什么。`,
        awaits
          ? `“${effect.effect}” can run by now; take its mark away.`
          : `“${effect.effect}” cannot run yet and must say what it awaits.`,
      );
    if (effect.effect === 'notice.send') {
      if (context.templates && !context.templates.has(effect.template))
        tell(
          'effect-unknown',
          where,
          `没有通知模板「${effect.template}」。`,
          `There is no notice template “${effect.template}”.`,
        );
      for (const text of Object.values(effect.values ?? {})) expressionIs(text, effectVariables, where, tell);
      for (const to of effect.to) {
        if (!('onDuty' in to)) ownerIs(to, where, context, tell);
        else if (!context.roles.has(to.onDuty))
          tell('unknown-role', where, `没有岗位「${to.onDuty}」。`, `There is no role “${to.onDuty}”.`);
      }
    }
    if (effect.effect !== 'case.open') continue;
    const child = context.playbooks?.get(effect.playbook);
    if (context.playbooks && !child?.reporters.includes('system'))
      tell(
        'effect-unknown',
        where,
        `没有可由系统发起的流程「${effect.playbook}」。`,
        `There is no playbook “${effect.playbook}” that the system may open.`,
      );
    for (const id of Object.keys(effect.values ?? {}))
      if (child && !child.fields.some((field) => field.id === id))
        tell(
          'unknown-field',
          where,
          `「${effect.playbook}」没有「${id}」。`,
          `“${effect.playbook}” has no field “${id}”.`,
        );
    for (const text of [effect.category, effect.when, ...Object.values(effect.values ?? {})])
      expressionIs(text, effectVariables, where, tell);
    if (effect.each !== undefined && fields.find((field) => field.id === effect.each)?.type !== 'rows')
      tell('unknown-field', where, `没有明细表「${effect.each}」。`, `There is no table “${effect.each}”.`);
    if (effect.eachBelow !== undefined && context.levels && !context.levels.has(effect.eachBelow))
      tell(
        'effect-unknown',
        where,
        `没有区域层级「${effect.eachBelow}」。`,
        `There is no level “${effect.eachBelow}”.`,
      );
  }
};
