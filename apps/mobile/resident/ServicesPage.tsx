import { useState } from 'react';
import { usePlaybooks } from '#engines/case/web';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Card, Empty, List, ListRow, ProblemNote, Skeleton, TextField } from '#platform/web/kit';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';

const messages = defineMessages({
  zh: {
    title: '办事求助',
    search: '找一找',
    searchHint: '如：调解、补贴、上门',
    none: '没有找到这样的事项',
    noneNote: '可以直接报事，社区会告诉您找谁办。',
    report: '去报事',
  },
  en: {
    title: 'Services',
    search: 'Search',
    searchHint: 'Such as mediation, allowance, visit',
    none: 'Nothing found',
    noneNote: 'You can simply report it; the community will tell you who sees to it.',
    report: 'Report',
  },
});

/** What residents may ask for beside the quick report: each is a playbook of its own. */
export default function ServicesPage() {
  const t = useText(messages);
  const pick = usePick();
  const { known, error, retry } = usePlaybooks('resident');
  const [words, setWords] = useState('');
  const open = known?.playbooks.filter((one) => one.reporters.includes('resident') && !one.quick) ?? [];
  const found = open.filter((one) =>
    words.trim() === ''
      ? true
      : `${pick(one.name)}${pick(one.summary)}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <Page title={t('title')} back="/">
      {error ? (
        <ProblemNote error={error} onRetry={retry} />
      ) : known ? (
        <>
          <TextField
            type="search"
            label={t('search')}
            hint={t('searchHint')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {found.length > 0 ? (
            <List label={t('title')}>
              {found.map((one) => (
                <ListRow
                  key={one.id}
                  title={pick(one.name)}
                  note={pick(one.summary)}
                  href={hrefOf(`/services/${one.id}`)}
                />
              ))}
            </List>
          ) : (
            <Card>
              <Empty title={t('none')} action={<a href={hrefOf('/report')}>{t('report')}</a>}>
                {t('noneNote')}
              </Empty>
            </Card>
          )}
        </>
      ) : (
        <Skeleton rows={6} />
      )}
    </Page>
  );
}
