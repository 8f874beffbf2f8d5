import type { NearCase } from '#engines/case/contract';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Button, Card } from '#platform/web/kit';
import './case.css';

const messages = defineMessages({
  zh: {
    title: '附近有人报过类似的事',
    hint: '是同一件事，就点「我也遇到了」，不用重复填写；不是，请继续上报。',
    meToo: '我也遇到了',
    far: '相距 {metres}',
    here: '同一地点',
  },
  en: {
    title: 'Something similar was reported near here',
    hint: 'If it is the same, “Me too” is enough; if not, please go on.',
    meToo: 'Me too',
    far: '{metres} away',
    here: 'same place',
  },
});

/** May it be known already? A hint, never an obstacle. */
export const NearCases = ({
  cases,
  busy,
  onMeToo,
}: {
  cases: readonly NearCase[];
  /** Id of the matter for which “me too” is under way. */
  busy?: string | undefined;
  onMeToo: (near: NearCase) => void;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  if (cases.length === 0) return null;
  return (
    <Card title={t('title')}>
      <p className="lf-hint">{t('hint')}</p>
      <ul className="lf-near">
        {cases.map((near) => (
          <li key={near.row.id}>
            <div>
              <p className="lf-list-title">{near.row.title}</p>
              <p className="lf-list-note">
                {[
                  formats.moment(near.row.reportedAt, now),
                  pick(near.row.shown),
                  near.metres < 1 ? t('here') : t('far', { metres: formats.metres(near.metres) }),
                ].join(' · ')}
              </p>
            </div>
            <Button icon="hand" busy={busy === near.row.id} onClick={() => onMeToo(near)}>
              {t('meToo')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
};
