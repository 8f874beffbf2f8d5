import { NoticeList } from '#engines/notice/web';
import { defineMessages, useText } from '#platform/web/i18n';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';
import { WorkNav } from './WorkNav.tsx';

const messages = defineMessages({ zh: { title: '消息' }, en: { title: 'Messages' } });

/** What I was told at work. */
export const NoticesPage = () => {
  const t = useText(messages);
  return (
    <Page title={t('title')} back="/work" nav={<WorkNav />}>
      <NoticeList caseHref={(id) => hrefOf(`/work/case/${id}`)} />
    </Page>
  );
};
