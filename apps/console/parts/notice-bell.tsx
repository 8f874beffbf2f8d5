import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { NoticeList, useNoticeCount } from '#engines/notice/web';
import { defineMessages, useText } from '#platform/web/i18n';
import { Badge, Icon } from '#platform/web/kit';

const words = defineMessages({
  zh: { notices: '消息', count: '{n} 条未读', must: '其中 {n} 条待确认' },
  en: { notices: 'Messages', count: '{n} unread', must: '{n} to acknowledge' },
});

/** The bell in the bar; its drawer lies over whatever one is at. */
export const NoticeBell = () => {
  const t = useText(words);
  const { unread, toAcknowledge } = useNoticeCount();
  const [open, setOpen] = useState(false);
  const shown = Math.max(unread, toAcknowledge);
  return (
    <>
      <Button
        type="text"
        className="bar-bell"
        data-must={toAcknowledge > 0 || undefined}
        icon={<Icon name="bell" size={18} />}
        onClick={() => setOpen(true)}
      >
        <span className="lf-unseen">{t('notices')} </span>
        <Badge
          count={shown}
          tone={toAcknowledge > 0 ? 'overdue' : 'primary'}
          label={[t('count', { n: unread }), toAcknowledge > 0 ? t('must', { n: toAcknowledge }) : '']
            .filter(Boolean)
            .join(' ')}
        />
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="right"
        size={420}
        title={t('notices')}
        destroyOnHidden
      >
        <NoticeList caseHref={(id) => `/cases/${id}`} onOpen={() => setOpen(false)} />
      </Drawer>
    </>
  );
};
