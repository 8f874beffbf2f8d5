import { defineMessages, useText } from '#platform/web/i18n';
import { Badge, Icon, type IconName } from '#platform/web/kit';
import { useOutbox } from '#platform/web/outbox';
import { hrefOf, usePath } from '../shell/router.ts';
import { useWork } from './session.ts';

const messages = defineMessages({
  zh: { nav: '工作台导航', inbox: '待办', report: '上报', unsent: '未发出', me: '我的', count: '{n} 件未发出' },
  en: { nav: 'Work', inbox: 'To do', report: 'Report', unsent: 'Unsent', me: 'Me', count: '{n} not sent' },
});

/** Four doors at the thumb. */
export const WorkNav = () => {
  const t = useText(messages);
  const path = usePath();
  const { unsent } = useOutbox(useWork().box);
  const doors: readonly (readonly [string, IconName, string])[] = [
    ['/work', 'list', t('inbox')],
    ['/work/report', 'camera', t('report')],
    ['/work/unsent', 'send', t('unsent')],
    ['/work/me', 'user', t('me')],
  ];
  return (
    <nav className="m-nav" aria-label={t('nav')}>
      {doors.map(([href, icon, word]) => (
        <a key={href} href={hrefOf(href)} aria-current={path === href ? 'page' : undefined}>
          <Icon name={icon} size="1.5rem" />
          {word}
          {href === '/work/unsent' ? <Badge count={unsent} label={t('count', { n: unsent })} /> : null}
        </a>
      ))}
    </nav>
  );
};
