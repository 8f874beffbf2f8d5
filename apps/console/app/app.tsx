import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntdApp, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo } from 'react';
import { ConfirmHost } from '#engines/organisation/web';
import { createQueryClient, onSessionLost } from '#platform/web/api';
import { useLocale } from '#platform/web/i18n';
import { Toasts } from '#platform/web/kit';
import { useTheme } from '#platform/web/theme';
import { antdThemeOf } from './antd-theme.ts';
import { antdLocales } from './locale-of-antd.ts';
import { pageNonce } from './page-nonce.ts';
import { makeRouter } from './router.tsx';

const queryClient = createQueryClient();
const router = makeRouter(queryClient);

/** A session that ended (signed out elsewhere, disabled, expired) asks to sign in and comes back to the same page. */
const useSignInAgain = (): void => {
  useEffect(
    () =>
      onSessionLost(() => {
        const { pathname, href } = router.state.location;
        if (pathname.startsWith('/sign-in') || pathname === '/setup') return;
        void router
          .navigate({ to: '/sign-in', search: { next: href } })
          .then(() => queryClient.removeQueries({ queryKey: ['me'] }));
      }),
    [],
  );
};

/** Menus and lists open inside the page's main landmark, so that readers find them where they belong. */
const popupsPlace = (): HTMLElement => document.querySelector<HTMLElement>('main') ?? document.body;

export const App = () => {
  const { theme } = useTheme();
  const locale = useLocale();
  const look = useMemo(() => antdThemeOf(theme), [theme]);
  useSignInAgain();
  useEffect(() => {
    dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en');
  }, [locale]);
  return (
    <ConfigProvider
      theme={look}
      locale={antdLocales[locale]}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popupsPlace}
      {...(pageNonce ? { csp: { nonce: pageNonce } } : {})}
    >
      <AntdApp component={false} message={{ maxCount: 2 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <ConfirmHost />
          <Toasts />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
};
