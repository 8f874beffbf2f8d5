import { defineMessages, useText } from '#platform/web/i18n';
import { ButtonLink, Empty } from '#platform/web/kit';
import { Page } from './Page.tsx';
import { hrefOf } from './router.ts';

const messages = defineMessages({
  zh: { title: '没有这个页面', note: '网址可能不完整，请从首页进入。', home: '回首页' },
  en: {
    title: 'There is no such page',
    note: 'The address may be incomplete. Please start from the first page.',
    home: 'First page',
  },
});

export function MissingPage() {
  const t = useText(messages);
  return (
    <Page title={t('title')} back="/">
      <Empty
        icon="search"
        title={t('title')}
        action={
          <ButtonLink look="primary" href={hrefOf('/')}>
            {t('home')}
          </ButtonLink>
        }
      >
        {t('note')}
      </Empty>
    </Page>
  );
}

export default MissingPage;
