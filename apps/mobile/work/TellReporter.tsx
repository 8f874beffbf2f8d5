import { defineMessages, useText } from '#platform/web/i18n';
import { Button, ButtonLink, Card } from '#platform/web/kit';
import { spokenCode } from '../shell/query-code.ts';
import { hrefOf } from '../shell/router.ts';

const messages = defineMessages({
  zh: {
    told: '请把编号和查询码告诉诉求人',
    note: '凭这两样随时能查进度；留了电话的，有答复时会收到短信。',
    number: '受理编号',
    queryCode: '查询码',
    open: '看这件事',
    another: '再记一件',
  },
  en: {
    told: 'Tell the resident these two',
    note: 'With them the progress can be seen any time; whoever left a phone number gets a message when it is answered.',
    number: 'Number',
    queryCode: 'Query code',
    open: 'Open the matter',
    another: 'Write another',
  },
});

/** What the one for whom it was written takes along. */
export interface Told {
  readonly id: string;
  readonly number: string;
  readonly queryCode: string;
}

export const TellReporter = ({ told, onAnother }: { told: Told; onAnother: () => void }) => {
  const t = useText(messages);
  return (
    <>
      <Card title={t('told')}>
        <dl>
          <div className="m-code">
            <dt>{t('number')}</dt>
            <dd>{told.number}</dd>
          </div>
          <div className="m-code">
            <dt>{t('queryCode')}</dt>
            <dd>{spokenCode(told.queryCode)}</dd>
          </div>
        </dl>
        <p className="lf-hint">{t('note')}</p>
      </Card>
      <div className="m-pair">
        <ButtonLink href={hrefOf(`/work/case/${told.id}`)}>{t('open')}</ButtonLink>
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </>
  );
};
