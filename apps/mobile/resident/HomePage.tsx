import { defineMessages, setLocale, useLocale, usePick, useText } from '#platform/web/i18n';
import { Badge, Button, Icon, List, ListRow, Logo, StatusTag } from '#platform/web/kit';
import { setElder, useTheme } from '#platform/web/theme';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';
import { useUnread } from './account/account.ts';
import { stateWord, useMyReports } from './my-reports.ts';

export const homeMessages = defineMessages({
  zh: {
    title: '里坊',
    line: '身边的事，有人接、有人办',
    report: '报事',
    reportNote: '拍一张，说一句，社区接手办到底',
    progress: '我的进度',
    progressNote: '办到哪一步了',
    services: '办事求助',
    servicesNote: '调解、预约、上门、代办',
    phones: '电话',
    phonesNote: '打电话一样能办',
    elder: '长辈版',
    normal: '标准版',
    mine: '我的',
    unread: '{n} 条未读消息',
    settings: '设置',
    work: '工作人员',
    language: 'English',
    latest: '最近上报',
    unsent: '{n} 件还没发出',
  },
  en: {
    title: 'Lifang',
    line: 'Someone takes it on and sees it through',
    report: 'Report',
    reportNote: 'A picture and a word; the community takes it from there',
    progress: 'My reports',
    progressNote: 'How far they have come',
    services: 'Services',
    servicesNote: 'Mediation, visits, certificates, help',
    phones: 'Phone',
    phonesNote: 'A call does just as well',
    elder: 'Large text',
    normal: 'Normal text',
    mine: 'Me',
    unread: '{n} unread {n|message|messages}',
    settings: 'Settings',
    work: 'Staff',
    language: '中文',
    latest: 'Latest',
    unsent: '{n} not sent yet',
  },
});

/** 报事 · 我的进度 · 办事 · 电话, and nothing else. */
export const HomePage = () => {
  const t = useText(homeMessages);
  const pick = usePick();
  const locale = useLocale();
  const { elder } = useTheme();
  const { reports, unsent } = useMyReports();
  const unread = useUnread();
  return (
    <Page
      title={
        <span className="m-brand">
          <Logo size="2.25rem" />
          <span>
            {t('title')}
            <small>{t('line')}</small>
          </span>
        </span>
      }
      extra={
        <Button icon="textSize" onClick={() => setElder(!elder)} aria-pressed={elder}>
          {elder ? t('normal') : t('elder')}
        </Button>
      }
    >
      <a className="m-hero" href={hrefOf('/report')}>
        <Icon name="camera" size="3rem" />
        <span>
          <strong>{t('report')}</strong>
          {t('reportNote')}
        </span>
      </a>
      <div className="m-tiles">
        <a className="m-tile" href={hrefOf('/progress')}>
          <Icon name="list" size="2rem" />
          <strong>{t('progress')}</strong>
          <small>{t('progressNote')}</small>
          <Badge count={unsent} label={t('unsent', { n: unsent })} />
        </a>
        <a className="m-tile" href={hrefOf('/services')}>
          <Icon name="hand" size="2rem" />
          <strong>{t('services')}</strong>
          <small>{t('servicesNote')}</small>
        </a>
        <a className="m-tile" href={hrefOf('/phones')}>
          <Icon name="phone" size="2rem" />
          <strong>{t('phones')}</strong>
          <small>{t('phonesNote')}</small>
        </a>
      </div>
      {reports.length > 0 ? (
        <section>
          <h2 className="m-sub">{t('latest')}</h2>
          <List label={t('latest')}>
            {reports.slice(0, 3).map((report) => {
              const word = stateWord(report);
              return (
                <ListRow
                  key={report.key}
                  href={hrefOf(report.href)}
                  title={report.title}
                  note={<StatusTag tone={word.tone}>{pick(word.text)}</StatusTag>}
                />
              );
            })}
          </List>
        </section>
      ) : null}
      <nav className="m-links" aria-label={t('settings')}>
        <a href={hrefOf('/me')}>
          <Icon name="user" />
          {t('mine')}
          <Badge count={unread} label={t('unread', { n: unread })} />
        </a>
        <a href={hrefOf('/settings')}>
          <Icon name="settings" />
          {t('settings')}
        </a>
        <button
          type="button"
          lang={locale === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
        >
          <Icon name="globe" />
          {t('language')}
        </button>
        <a href={hrefOf('/work')}>
          <Icon name="people" />
          {t('work')}
        </a>
      </nav>
    </Page>
  );
};
