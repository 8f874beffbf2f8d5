import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DocumentPaper } from '#engines/case/web';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, Card, ProblemNote, Sheet, Skeleton } from '#platform/web/kit';
import { cases } from './clients.ts';
import type { ProgressSource } from './ProgressPage.tsx';

const messages = defineMessages({
  zh: { documents: '回执和告知书', print: '打印或存为 PDF' },
  en: { documents: 'Receipt and notices', print: 'Print or save as PDF' },
});

const keyOf = (source: ProgressSource): string => ('id' in source ? source.id : source.number);

/** What whoever asked may have on paper: the receipt at once, the notice of the result when there is one. */
export const ProgressDocuments = ({ source, version }: { source: ProgressSource; version: number }) => {
  const t = useText(messages);
  const pick = usePick();
  const [open, setOpen] = useState<string>();
  const list = useQuery({
    queryKey: ['progress', 'documents', keyOf(source), version],
    queryFn: () =>
      'id' in source
        ? cases.listMyReportDocuments({ params: { id: source.id } })
        : cases.listProgressDocuments({ body: source }),
    staleTime: 60_000,
  });
  const offered = list.data?.filter((row) => row.offered) ?? [];
  const row = offered.find((one) => one.id === open);
  if (offered.length === 0) return null;
  return (
    <Card title={t('documents')}>
      <div className="m-documents">
        {offered.map((one) => (
          <Button key={one.id} onClick={() => setOpen(one.id)}>
            {pick(one.name)}
          </Button>
        ))}
      </div>
      {row ? (
        <Sheet title={pick(row.name)} onClose={() => setOpen(undefined)}>
          <Paper source={source} document={row.id} />
        </Sheet>
      ) : null}
    </Card>
  );
};

const Paper = ({ source, document }: { source: ProgressSource; document: string }) => {
  const t = useText(messages);
  const query = useQuery({
    queryKey: ['progress', 'document', keyOf(source), document],
    queryFn: () =>
      'id' in source
        ? cases.getMyReportDocument({ params: { id: source.id, document } })
        : cases.getProgressDocument({ body: { query: source, document } }),
    gcTime: 0,
  });
  if (query.isPending) return <Skeleton rows={6} />;
  if (!query.data) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="m-paper">
      <DocumentPaper tree={query.data.tree} pages={query.data.pages} />
      <Button look="primary" wide onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
};
