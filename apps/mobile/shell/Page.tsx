import { type ReactNode, useEffect, useRef } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { IconButton, Notice } from '#platform/web/kit';
import { goBack, usePath } from './router.ts';
import { useOnline } from './use-online.ts';

const messages = defineMessages({
  zh: { back: '返回', offline: '现在没有网络。可以照常填写，联网后会自动发送。', app: '里坊' },
  en: { back: 'Back', offline: 'There is no connection. You can go on; it is sent once there is one.', app: 'Lifang' },
});

/**
 * One page: a title that takes the focus when the page opens, what it holds, and the main action at the
 * bottom, where the thumb is.
 */
export const Page = ({
  title,
  children,
  foot,
  back,
  extra,
  nav,
  offlineTold = false,
}: {
  title: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  /** Where back leads when the page was opened directly; left out on a first page. */
  back?: string;
  extra?: ReactNode;
  nav?: ReactNode;
  /** The page says itself what a missing line means here. */
  offlineTold?: boolean;
}) => {
  const t = useText(messages);
  const path = usePath();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const online = useOnline();
  useEffect(() => {
    document.title = `${heading.current?.textContent ?? ''} · ${t('app')}`;
    // The browser reads the first page by itself; later ones are announced by the focus.
    if (!first.current || path !== '/') heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path, t]);
  return (
    <div className={nav ? 'm-page m-page-nav' : 'm-page'}>
      <header className="m-head">
        {back === undefined ? null : <IconButton icon="chevronLeft" label={t('back')} onClick={() => goBack(back)} />}
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {extra}
      </header>
      <main className="m-main">
        {online || offlineTold ? null : (
          <Notice tone="soon" icon="cloudOff">
            {t('offline')}
          </Notice>
        )}
        {children}
      </main>
      {foot ? <footer className="m-foot">{foot}</footer> : null}
      {nav}
    </div>
  );
};
