import { defineMessages, useText } from '#platform/web/i18n';
import { Page } from '../../shell/Page.tsx';
import { Progress } from '../ProgressPage.tsx';

const messages = defineMessages({ zh: { title: '办理进度' }, en: { title: 'Progress' } });

/** One of my reports, on whatever phone it was made. */
export default function MyReportPage({ id }: { id: string }) {
  const t = useText(messages);
  return (
    <Page title={t('title')} back="/me">
      <Progress source={{ id }} />
    </Page>
  );
}
