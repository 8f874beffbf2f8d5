import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { caseRoutes, type RoutingSuggestion, type RoutingSuggestions } from '#engines/case/contract';
import { api } from '#platform/web/api';
import { defineMessages, useFormats, usePick, useText } from '#platform/web/i18n';
import { Icon, Skeleton } from '#platform/web/kit';
import './case.css';

const cases = api(caseRoutes);

const messages = defineMessages({
  zh: {
    title: '派单建议',
    likely: '很可能',
    possible: '可能',
    hint: '参考',
    rule: '按规则',
    chosen: '已选',
    accuracy: '从本区已办结事项学得，首选准确率 {top1}，前三 {top3}；只供参考，由您决定。',
    why: '依据：{reasons}',
    and: '；',
    untrained: '已办结事项还不多，暂无派单建议。',
    weak: '目前学到的结果不如按类别查表准确，暂不给出派单建议。',
    unlike: '没有相近的已办结事项，暂无派单建议。',
    failed: '派单建议没有取到，不影响派单。',
    time: '同类事项一半在 {median} 工作小时内办结，八成在 {most} 工作小时内。',
    timeHere: '本街道同类事项一半在 {median} 工作小时内办结，八成在 {most} 工作小时内。',
    limit: '规定时限 {limit}，以规定为准。',
  },
  en: {
    title: 'Suggestions',
    likely: 'very likely',
    possible: 'likely',
    hint: 'a hint',
    rule: 'by the rules',
    chosen: 'chosen',
    accuracy:
      'Learnt from closed matters of the district: the first is right in {top1}, one of three in {top3}. Advice only; you decide.',
    why: 'Because: {reasons}',
    and: '; ',
    untrained: 'Too few matters are closed yet for suggestions.',
    weak: 'What was learnt is less right than a plain table, so nothing is suggested.',
    unlike: 'No closed matter is like this one, so nothing is suggested.',
    failed: 'The suggestions could not be fetched; you can dispatch without them.',
    time: 'Half of such matters took up to {median} working hours, four of five up to {most}.',
    timeHere: 'Half of such matters in this street took up to {median} working hours, four of five up to {most}.',
    limit: ' The limit is {limit}, and it is what counts.',
  },
});

type Evidence = NonNullable<RoutingSuggestion['evidence']>;

/** How an app leads to the matters that were counted. */
export type EvidenceLink = (list: Evidence['list'], text: string) => ReactNode;

interface Body {
  readonly id: string;
  readonly name: string;
}

interface Chip {
  readonly body: Body;
  readonly grade?: RoutingSuggestion['grade'];
  readonly byRule: boolean;
  readonly reasons: RoutingSuggestion['reasons'];
  readonly evidence: RoutingSuggestion['evidence'];
}

/** What the rules propose stands first when nobody learnt it. */
const chipsOf = ({ suggestions, rule }: RoutingSuggestions): readonly Chip[] => [
  ...(rule && !suggestions.some((one) => one.byRule)
    ? [{ body: rule, byRule: true, reasons: [], evidence: null }]
    : []),
  ...suggestions,
];

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)['id'] : undefined;

/** Who had such matters before, one press to take it over, and how long they took. Advice, never an obstacle. */
export const RoutingAdvice = ({
  matter,
  version,
  chosen,
  onPick,
  link,
}: {
  matter: string;
  version: number;
  /** Value of the field that the advice is for. */
  chosen: unknown;
  onPick: (body: Body) => void;
  link?: EvidenceLink | undefined;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const query = useQuery({
    queryKey: ['case', 'suggestions', matter, version],
    queryFn: ({ signal }) => cases.suggestRouting({ params: { id: matter } }, { signal }),
    staleTime: Infinity,
    retry: false,
  });
  if (query.isPending)
    return (
      <div className="case-advice">
        <p className="case-advice-title">{t('title')}</p>
        <Skeleton rows={2} />
      </div>
    );
  if (query.isError) return <p className="lf-hint">{t('failed')}</p>;
  const { state, model, time } = query.data;
  const hours = (value: number): string => formats.number(value, Number.isInteger(value) ? 0 : 1);
  const chips = chipsOf(query.data);
  return (
    <section className="case-advice" aria-label={t('title')}>
      <p className="case-advice-title">{t('title')}</p>
      <ul>
        {chips.map(({ body, grade, byRule, reasons, evidence }) => (
          <li key={body.id}>
            <button
              type="button"
              className={idOf(chosen) === body.id ? 'case-advice-chip case-advice-on' : 'case-advice-chip'}
              aria-pressed={idOf(chosen) === body.id}
              onClick={() => onPick(body)}
            >
              <span className="case-advice-name">
                {idOf(chosen) === body.id ? <Icon name="check" size="1.2em" /> : null}
                {body.name}
              </span>
              {byRule ? <span className="case-advice-mark">{t('rule')}</span> : null}
              {grade ? <span className={`case-advice-mark case-advice-${grade}`}>{t(grade)}</span> : null}
            </button>
            {evidence ? (
              <p className="lf-hint">{link ? link(evidence.list, pick(evidence.text)) : pick(evidence.text)}</p>
            ) : null}
            {reasons.length > 0 ? (
              <p className="lf-hint">{t('why', { reasons: reasons.map(pick).join(t('and')) })}</p>
            ) : null}
          </li>
        ))}
      </ul>
      {state === 'ready' ? null : <p className="lf-hint">{t(state)}</p>}
      {time ? (
        <p className="lf-hint">
          {t(time.inStreet ? 'timeHere' : 'time', {
            median: hours(time.median),
            most: hours(time.most),
          })}
          {time.limit ? t('limit', { limit: pick(time.limit) }) : null}
        </p>
      ) : null}
      {state === 'ready' && model ? (
        <p className="lf-hint">
          {t('accuracy', {
            top1: formats.percent(model.accuracy.top1, 0),
            top3: formats.percent(model.accuracy.top3, 0),
          })}
        </p>
      ) : null}
    </section>
  );
};
