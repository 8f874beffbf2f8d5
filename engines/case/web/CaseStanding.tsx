import type { ReactNode } from 'react';
import { FieldValue } from '#fields/web';
import type { FieldContext, Json } from '#fields/field';
import type { CaseView, RelatedCase } from '#engines/case/contract';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Notice } from '#platform/web/kit';
import './case.css';

const messages = defineMessages({
  zh: {
    held: '已挂账：自 {since} 起暂停计时，{review} 复核。',
    reviewDue: '挂账复核日期 {review} 已到，请复核或恢复办理。',
    notice: '督办提醒',
    yellow: '黄牌督办',
    red: '红牌督办',
    card: '{by}，{at}：{words}',
    cardDue: '{due} 前回复',
    answered: '已回复（{by}，{at}）：{words}',
    pending: '「{action}」等待审批',
    asked: '{by} {at} 提出，由{who}审批。',
    somebody: '经办人',
    exempt: '据实处理，不计入考核指标：{reason}',
    parent: '这是另一件事项的任务：',
    repeats: '重复于本件，随本件一并办结：',
    children: '下级事项',
    unseen: '不在您的查看范围',
    cc: '抄送：{bodies}',
    handler: '本单位由 {title}{name} 承办',
    answerers: '本类事项由 {posts} 负责',
    responsible: '首接负责：{body}',
    hops: '已转办 {n} 次',
  },
  en: {
    held: 'On hold since {since}; the clocks rest, to be looked at again on {review}.',
    reviewDue: 'The day to look at the hold again, {review}, has come. Please review it or take the matter up again.',
    notice: 'Reminder',
    yellow: 'Yellow card',
    red: 'Red card',
    card: '{by}, {at}: {words}',
    cardDue: 'Answer by {due}',
    answered: 'Answered ({by}, {at}): {words}',
    pending: '“{action}” waits for a decision',
    asked: 'Asked by {by}, {at}; to be decided by {who}.',
    somebody: 'the handler',
    exempt: 'Exempted, stays out of every rate: {reason}',
    parent: 'This is a task of another matter:',
    repeats: 'These repeat it and close with it:',
    children: 'Matters below this one',
    unseen: 'outside what you may see',
    cc: 'Copied to: {bodies}',
    handler: 'Given to {title}{name}',
    answerers: '{posts} answers for matters of this kind',
    responsible: 'First receiver, responsible: {body}',
    hops: 'Passed on {n} {n|time|times}',
  },
});

/** Draws a link to a matter that may be opened. */
export type LinkTo = (id: string, text: string) => ReactNode;

const Related = ({ matters, link }: { matters: readonly RelatedCase[]; link: LinkTo }) => {
  const t = useText(messages);
  const pick = usePick();
  return (
    <ul className="lf-related">
      {matters.map((one, index) => (
        <li key={one.id ?? index}>
          {one.id ? link(one.id, [one.number, one.title].filter(Boolean).join(' ')) : <span>{t('unseen')}</span>}{' '}
          <span className="lf-hint">{pick(one.stage)}</span>
        </li>
      ))}
    </ul>
  );
};

/** How a matter stands beside its stage: on hold, carded, waiting for a grant, exempted, part of another. */
export const CaseStanding = ({ view, context, link }: { view: CaseView; context: FieldContext; link: LinkTo }) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const { held, card, pending } = view;
  const postText = (post: { readonly title: string; readonly name: string | null }): string =>
    [post.title, post.name].filter(Boolean).join(' ');
  const quiet = [
    view.responsible ? t('responsible', { body: view.responsible }) : undefined,
    view.hops > 0 ? t('hops', { n: view.hops }) : undefined,
    view.handler
      ? t('handler', { title: view.handler.title, name: view.handler.name ? ` ${view.handler.name}` : '' })
      : undefined,
    view.answerers.length > 0 ? t('answerers', { posts: view.answerers.map(postText).join('、') }) : undefined,
    view.cc.length > 0 ? t('cc', { bodies: view.cc.join('、') }) : undefined,
  ].filter((line) => line !== undefined);
  return (
    <div className="lf-standing">
      {card ? (
        <Notice tone={card.level === 'red' ? 'overdue' : 'soon'} icon="alert">
          <strong>{t(card.level)}</strong>
          {card.dueAt && !card.answer ? <> · {t('cardDue', { due: formats.moment(card.dueAt, now) })}</> : null}
          <p>{t('card', { by: card.by ?? t('somebody'), at: formats.moment(card.at, now), words: card.words })}</p>
          {card.answer ? (
            <p>
              {t('answered', {
                by: card.answer.by ?? t('somebody'),
                at: formats.moment(card.answer.at, now),
                words: card.answer.words,
              })}
            </p>
          ) : null}
        </Notice>
      ) : null}
      {held ? (
        <Notice tone={held.due ? 'overdue' : 'soon'} icon="clock">
          {held.due
            ? t('reviewDue', { review: formats.day(held.review, now) })
            : t('held', { since: formats.moment(held.since, now), review: formats.day(held.review, now) })}
        </Notice>
      ) : null}
      {pending ? (
        <Notice tone="soon" icon="hand">
          <strong>{t('pending', { action: pick(pending.name) })}</strong>
          <p>
            {t('asked', {
              by: pending.by ?? t('somebody'),
              at: formats.moment(pending.at, now),
              who: pick(pending.who),
            })}
          </p>
          <dl className="lf-step-values">
            {pending.values.map((one) => (
              <div key={one.field.id}>
                <dt>{pick(one.field.name)}</dt>
                <dd>
                  <FieldValue
                    field={one.field}
                    value={one.value as Json | null}
                    text={one.text}
                    names={one.names}
                    context={context}
                  />
                </dd>
              </div>
            ))}
          </dl>
        </Notice>
      ) : null}
      {view.exempt ? <Notice icon="info">{t('exempt', { reason: view.exempt })}</Notice> : null}
      {view.parent ? (
        <div>
          <p className="lf-hint">{t('parent')}</p>
          <Related matters={[view.parent]} link={link} />
        </div>
      ) : null}
      {view.children.length > 0 ? (
        <div>
          <p className="lf-hint">{t('children')}</p>
          <Related matters={view.children} link={link} />
        </div>
      ) : null}
      {view.repeats.length > 0 ? (
        <div>
          <p className="lf-hint">{t('repeats')}</p>
          <Related matters={view.repeats} link={link} />
        </div>
      ) : null}
      {quiet.map((line) => (
        <p key={line} className="lf-hint">
          {line}
        </p>
      ))}
    </div>
  );
};

/** Whether `CaseStanding` has anything to say. */
export const standsBeside = (view: CaseView): boolean =>
  view.held !== null ||
  view.card !== null ||
  view.pending !== null ||
  view.exempt !== null ||
  view.parent !== null ||
  view.children.length + view.repeats.length + view.cc.length + view.answerers.length > 0 ||
  view.handler !== null ||
  view.responsible !== null ||
  view.hops > 0;
