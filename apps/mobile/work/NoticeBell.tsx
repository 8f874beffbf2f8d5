import { useNoticeCount } from '#engines/notice/web';
import { defineMessages, useText } from '#platform/web/i18n';
import { Badge, Icon } from '#platform/web/kit';
import { hrefOf } from '../shell/router.ts';

const messages = defineMessages({
  zh: { notices: '消息', count: '{n} 条未读或待确认' },
  en: { notices: 'Messages', count: '{n} unread or to acknowledge' },
});

/** The bell on top of the to-do: a dot where something waits to be read or acknowledged. */
export const NoticeBell = () => {
  const t = useText(messages);
  const { unread, toAcknowledge } = useNoticeCount();
  const count = Math.max(unread, toAcknowledge);
  return (
    <a className="m-bell" href={hrefOf('/work/notices')}>
      <Icon name="bell" size="1.5rem" />
      <span className="lf-unseen">{t('notices')}</span>
      <Badge count={count} tone={toAcknowledge > 0 ? 'overdue' : 'primary'} label={t('count', { n: count })} />
    </a>
  );
};
