import { Link } from '@tanstack/react-router';
import { useText } from '#platform/web/i18n';
import { Empty } from '#platform/web/kit';
import { words } from '../../app/words.ts';
import { Page } from '../../parts/page.tsx';

export const MissingPage = () => {
  const t = useText(words);
  return (
    <Page title={t('missingTitle')}>
      <Empty icon="search" title={t('missingHow')} action={<Link to="/">{t('toStart')}</Link>} />
    </Page>
  );
};
