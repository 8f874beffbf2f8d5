import type { Action, Effect, Move, Playbook } from '#engines/case/model';
import { limitText } from '#engines/case/model';
import { defineMessages, useLocale, usePick, useText } from '#platform/web/i18n';
import { words as common } from './designer-words.ts';

const words = defineMessages({
  zh: {
    hold: '挂账，到约定日期再看',
    resume: '恢复办理',
    extend: '延长时限',
    card: '发督办单',
    'answer-card': '回复督办',
    'lift-card': '解除督办',
    cc: '抄送其他单位',
    'give-tasks': '分派任务',
    'take-task': '签收任务',
    'finish-task': '完成任务',
    'refuse-task': '退回任务',
    'rate-task': '评价任务',
    exempt: '据实处理，不计入考核',
    notice: '督办通知',
    yellow: '黄牌',
    red: '红牌',
    within: '{limit}内',
    'notice.send': '发送通知「{what}」',
    'case.open': '发起「{what}」',
    'slot.free': '释放已约的时段',
    came: '登记预约已到',
    missed: '登记预约未到',
  },
  en: {
    hold: 'puts it on hold until a day',
    resume: 'takes it up again',
    extend: 'gives more time',
    card: 'gives a card',
    'answer-card': 'answers the card',
    'lift-card': 'lifts the card',
    cc: 'lets other bodies read along',
    'give-tasks': 'gives tasks',
    'take-task': 'takes a task',
    'finish-task': 'finishes a task',
    'refuse-task': 'refuses a task',
    'rate-task': 'rates a task',
    exempt: 'keeps it out of every rate',
    notice: 'notice',
    yellow: 'yellow card',
    red: 'red card',
    within: 'within {limit}',
    'notice.send': 'sends the notice “{what}”',
    'case.open': 'opens “{what}”',
    'slot.free': 'frees the time that was booked',
    came: 'says that whoever booked came',
    missed: 'says that whoever booked did not come',
  },
});

/** What an action does beside its stage, and what follows from it; read here, changed in packs. */
export const MovesView = ({ action, playbook }: { action: Action; playbook: Playbook }) => {
  const t = useText(words);
  const c = useText(common);
  const pick = usePick();
  const locale = useLocale();
  const moveText = (move: Move): string => {
    const more: string[] = [];
    if (move.move === 'card') more.push(t(move.level));
    if (move.move === 'extend') {
      const clock = playbook.clocks.find((one) => (move.clock ? one.id === move.clock : one.main));
      if (clock) more.push(pick(clock.name));
    }
    if (move.move === 'give-tasks' && move.name) more.push(pick(move.name));
    const limit = 'within' in move ? move.within : 'doneWithin' in move ? move.doneWithin : undefined;
    if (limit) more.push(t('within', { limit: limitText(limit, locale) }));
    return more.length > 0 ? `${t(move.move)}（${more.join('，')}）` : t(move.move);
  };
  const effectText = (effect: Effect): string => {
    if ('awaits' in effect) return `${pick(effect.about)}（${c('awaits', { what: effect.awaits })}）`;
    if ('came' in effect) return t(effect.came ? 'came' : 'missed');
    if ('template' in effect) return t('notice.send', { what: effect.template });
    return 'playbook' in effect ? t('case.open', { what: effect.playbook }) : t(effect.effect);
  };
  const moves = (action.does ?? []).map(moveText);
  const effects = (action.effects ?? []).map(effectText);
  if (moves.length + effects.length === 0) return null;
  return (
    <section>
      {moves.length > 0 ? (
        <>
          <h2 className="designer-small-title">{c('does')}</h2>
          <ul className="designer-list">
            {moves.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      {effects.length > 0 ? (
        <>
          <h2 className="designer-small-title">{c('effects')}</h2>
          <ul className="designer-list">
            {effects.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="quiet small">{c('readOnly')}</p>
    </section>
  );
};
