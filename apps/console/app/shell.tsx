import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, Drawer, Dropdown, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useLive } from '#platform/web/api';
import { setLocale, useFormats, useLocale, useNow, usePick, useText } from '#platform/web/i18n';
import { Icon, Logo, Watermark } from '#platform/web/kit';
import { useTheme } from '#platform/web/theme';
import * as icons from '../parts/icons.tsx';
import { NoticeBell } from '../parts/notice-bell.tsx';
import { cases, organisation } from './clients.ts';
import { ConsoleFields } from './field-services.tsx';
import { allowed, navItems } from './nav.ts';
import { useMay, useMe } from './session.ts';
import { useNarrow } from './use-narrow.ts';
import { words } from './words.ts';

/** How many matters wait for my posts; renewed by live news. */
export const useInboxCount = () => {
  const mayRead = useMay()('case.read');
  return useQuery({ queryKey: ['case', 'inbox-count'], queryFn: () => cases.countInbox(), enabled: mayRead });
};

/** How much that should have followed from steps waits for somebody to mend it. */
const useEffectCount = () => {
  const mayMend = useMay()('effect.mend');
  return useQuery({
    queryKey: ['effects', 'count'],
    queryFn: () => cases.countFailedEffects(),
    enabled: mayMend,
    refetchInterval: 60_000,
  });
};

const groups = [
  { id: 'work', text: 'groupWork' },
  { id: 'see', text: 'groupSee' },
  { id: 'keep', text: 'groupKeep' },
] as const;

const Menu = ({ onChosen }: { onChosen?: () => void }) => {
  const t = useText(words);
  const me = useMe();
  const { data: count } = useInboxCount();
  const { data: undone } = useEffectCount();
  const unmended = undone ? undone.failed + undone.retrying : 0;
  return (
    <nav className="menu" aria-label={t('mainMenu')}>
      {groups.map((group) => {
        const items = navItems.filter((item) => item.group === group.id && allowed(me, item));
        if (items.length === 0) return null;
        return (
          <div key={group.id} className="menu-group">
            <p className="menu-title" id={`menu-${group.id}`}>
              {t(group.text)}
            </p>
            <ul aria-labelledby={`menu-${group.id}`}>
              {items.map((item) => (
                <li key={item.to}>
                  <Link
                    to={item.to}
                    className="menu-item"
                    activeProps={{ 'aria-current': 'page' }}
                    {...(onChosen ? { onClick: onChosen } : {})}
                  >
                    <item.icon />
                    <span>{t(item.text)}</span>
                    {item.to === '/inbox' && count && count.waiting > 0 ? (
                      <span className="menu-count" data-overdue={count.overdue > 0 || undefined}>
                        {count.waiting}
                      </span>
                    ) : null}
                    {item.to === '/effects' && undone && unmended > 0 ? (
                      <span className="menu-count" data-overdue={undone.failed > 0 || undefined}>
                        <span aria-hidden="true">{unmended}</span>
                        <span className="lf-unseen">{t('unmended', { n: unmended })}</span>
                      </span>
                    ) : null}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
};

const AccountMenu = () => {
  const t = useText(words);
  const pick = usePick();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    await organisation.signOut().catch(() => undefined);
    await navigate({ to: '/sign-in' });
    // Only now: what was on the screen reads from it.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'public' });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...me.posts.map((post) => ({
            key: post.id,
            disabled: true,
            label: `${post.body} · ${post.title || pick(post.roleName)}`,
          })),
          { type: 'divider' as const },
          { key: 'account', label: t('myAccount'), onClick: () => void navigate({ to: '/account' }) },
          { key: 'out', label: t('signOut'), onClick: () => void signOut() },
        ],
      }}
    >
      <button type="button" className="bar-account">
        <Icon name="user" size={18} />
        <span className="bar-account-name">{me.person.name}</span>
        <span className="bar-account-post">{me.posts[0]?.title}</span>
        <span className="lf-unseen">{t('account')}</span>
      </button>
    </Dropdown>
  );
};

export const LookButtons = () => {
  const t = useText(words);
  const locale = useLocale();
  const { theme, setTheme } = useTheme();
  const turn = theme.mode === 'dark' ? t('toLight') : t('toDark');
  const speak = locale === 'zh' ? t('toEnglish') : t('toChinese');
  return (
    <>
      <Tooltip title={turn}>
        <Button
          type="text"
          aria-label={turn}
          icon={<Icon name={theme.mode === 'dark' ? 'sun' : 'moon'} size={18} />}
          onClick={() => setTheme({ mode: theme.mode === 'dark' ? 'light' : 'dark' })}
        />
      </Tooltip>
      <Tooltip title={speak}>
        <Button type="text" onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}>
          <span lang={locale === 'zh' ? 'en' : 'zh-CN'}>
            {locale === 'zh' ? 'EN' : '中文'}
            <span className="lf-unseen"> {speak}</span>
          </span>
        </Button>
      </Tooltip>
    </>
  );
};

export const DemoStrip = () => {
  const t = useText(words);
  return (
    <aside className="demo-strip" aria-label={t('demoName')}>
      {t('demo')}
    </aside>
  );
};

/** Name, last four signs of the account and the minute: who looked, on every photo of this screen. */
const Mark = () => {
  const me = useMe();
  const formats = useFormats();
  return <Watermark text={`${me.person.name} ${me.person.id.slice(-4)} ${formats.moment(useNow())}`} />;
};

/** Bar, menu and content of every page behind the sign-in. */
export const Shell = () => {
  const t = useText(words);
  const me = useMe();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useLive(['notice', 'case', 'figure', 'territory', 'job', 'organisation', 'grant', 'role', 'settings']);
  useEffect(() => setOpen(false), [path]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="bar">
        {narrow ? (
          <Button type="text" aria-label={t('menu')} icon={<icons.Menu />} onClick={() => setOpen(true)} />
        ) : null}
        <Link to="/" className="bar-mark">
          <Logo size={28} />
          <span>{t('name')}</span>
        </Link>
        <span className="bar-scope">{me.posts[0]?.scope.name}</span>
        <span className="bar-space" />
        <NoticeBell />
        <LookButtons />
        <AccountMenu />
      </header>
      {me.demo ? <DemoStrip /> : null}
      <div className="shell-body">
        {narrow ? (
          <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={280} title={t('menu')}>
            <Menu onChosen={() => setOpen(false)} />
          </Drawer>
        ) : (
          <div className="side">
            <Menu />
          </div>
        )}
        <main id="main" className="main" tabIndex={-1}>
          <ConsoleFields>
            <Outlet />
          </ConsoleFields>
        </main>
      </div>
      <Mark />
    </div>
  );
};
