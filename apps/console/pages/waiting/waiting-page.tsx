import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { defineMessages, useText } from '#platform/web/i18n';
import { Empty } from '#platform/web/kit';
import { firstPage } from '../../app/nav.ts';
import { meQuery } from '../../app/session.ts';
import { Page } from '../../parts/page.tsx';

const words = defineMessages({
  zh: {
    title: '等待授权',
    empty: '您的账号还没有生效的岗位',
    text: '系统管理员提出任职申请、安全管理员批准之后，您就可以开始工作。批准时登录会退出，请重新登录。长时间没有结果，请联系本单位管理员。',
    again: '再看一次',
  },
  en: {
    title: 'Waiting for a grant',
    empty: 'Your account holds no post yet',
    text: 'You can work as soon as a post was proposed for you and a security administrator granted it. Your sign-in then ends; please sign in again. If nothing happens, please ask your administrator.',
    again: 'Look again',
  },
});

/** Somebody who has an account and no post that was granted: there is nothing to see, and this says why. */
export const WaitingPage = () => {
  const t = useText(words);
  const client = useQueryClient();
  const navigate = useNavigate();
  const look = async (): Promise<void> => {
    const me = await client.fetchQuery({ ...meQuery, staleTime: 0 });
    if (me.posts.length > 0) await navigate({ to: firstPage(me) });
  };
  return (
    <Page title={t('title')}>
      <Empty
        icon="clock"
        title={t('empty')}
        action={
          <Button type="primary" onClick={() => void look().catch(() => navigate({ to: '/sign-in' }))}>
            {t('again')}
          </Button>
        }
      >
        {t('text')}
      </Empty>
    </Page>
  );
};
