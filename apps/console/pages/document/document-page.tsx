import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { DocumentRow, DocumentView } from '#engines/case/contract';
import { DocumentPaper } from '#engines/case/web';
import { newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Icon, Notice, ProblemNote, Skeleton, StatusTag, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { words as common } from '../../app/words.ts';
import * as icons from '../../parts/icons.tsx';
import { Denied, Loaded } from '../../parts/states.tsx';
import '../../parts/documents/documents.css';
import { words } from './document-words.ts';

/** A document of a matter as it will be printed; issued, it gets number and mark. */
export const DocumentPage = () => {
  const { id, document: name } = useParams({ from: '/inside/cases/$id/documents/$document' });
  const t = useText(words);
  const allowed = useMay()('case.read');
  const preview = useQuery({
    queryKey: ['case', 'document', id, name],
    queryFn: () => cases.previewDocument({ params: { id, document: name } }),
    enabled: allowed,
  });
  const list = useQuery({
    queryKey: ['case', 'documents', id],
    queryFn: () => cases.listDocuments({ params: { id } }),
    enabled: allowed,
  });
  return (
    <div className="page">
      {preview.data ? null : <h1 className="lf-unseen">{t('document')}</h1>}
      {allowed ? (
        <Loaded query={preview} bones={<Skeleton rows={12} />}>
          {(view) => <Sheet caseId={id} preview={view} row={list.data?.find((row) => row.id === name)} />}
        </Loaded>
      ) : (
        <Denied />
      )}
    </div>
  );
};

interface SheetProps {
  readonly caseId: string;
  readonly preview: DocumentView;
  readonly row: DocumentRow | undefined;
}

const Sheet = ({ caseId, preview, row }: SheetProps) => {
  const t = useText(words);
  const c = useText(common);
  const pick = usePick();
  const navigate = useNavigate();
  const may = useMay();
  const why = useId();
  const [issued, setIssued] = useState<DocumentView>();
  const [clear, setClear] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  /** One copy as long as nothing of it changes: its print and its file bear the same mark. */
  const copy = useRef(newId());
  const [printing, setPrinting] = useState(0);
  const view = issued ?? preview;
  useEffect(() => {
    document.title = `${pick(view.name)} · ${c('name')}`;
  }, [view.name, pick, c]);
  // The sheets with their mark have to stand before they are printed.
  useEffect(() => {
    if (printing > 0) window.print();
  }, [printing]);

  const change = (what: () => void): void => {
    copy.current = newId();
    setIssued(undefined);
    what();
  };
  const said = () => ({ id: copy.current, clear, ...(clear ? { reason: reason.trim() } : {}) });
  const params = { id: caseId, document: preview.id };
  const print = useMutation({
    mutationFn: () => cases.issueDocument({ params, body: said() }),
    onSuccess: (next) => {
      setIssued(next);
      if (next.mark) toast(t('done', { mark: next.mark }));
      setPrinting((times) => times + 1);
    },
  });
  const word = useMutation({
    mutationFn: async () => {
      const issuing = said();
      setIssued(await cases.issueDocument({ params, body: issuing }));
      return cases.getDocumentFile({ params, body: { ...issuing, format: 'docx' } }, { timeout: 60_000 });
    },
    onSuccess: (bytes) => save(bytes as Blob, `${view.tree.title}.docx`),
  });
  const lacks = clear && reason.trim().length < 2;
  const start = (mutation: { mutate: () => void }) => (): void => {
    setAsked(true);
    if (!lacks) mutation.mutate();
  };
  const failed = print.error ?? word.error;
  const mayIssue = may('case.act');
  return (
    <>
      <div className="no-print">
        <div className="doc-bar">
          <Button
            type="text"
            icon={<Icon name="chevronLeft" />}
            onClick={() => void navigate({ to: '/cases/$id', params: { id: caseId } })}
          >
            {t('back')}
          </Button>
          <span className="bar-space" />
          <Button icon={<icons.Download />} disabled={!mayIssue} loading={word.isPending} onClick={start(word)}>
            {t('word')}
          </Button>
          <Button
            type="primary"
            icon={<icons.Print />}
            disabled={!mayIssue}
            loading={print.isPending}
            onClick={start(print)}
          >
            {t(issued ? 'reprint' : 'print')}
          </Button>
        </div>
        <h1 className="doc-name">{pick(view.name)}</h1>
        <div className="doc-bar">
          <StatusTag tone={issued ? 'done' : 'quiet'}>{t(issued ? 'issued' : 'preview')}</StatusTag>
          {view.number ? <span>{view.number}</span> : null}
          {view.numbered && !view.number ? <span className="quiet">{t('numberLater')}</span> : null}
          {view.copies > 1 ? <span className="quiet">{t('copies', { count: view.copies })}</span> : null}
          <span className="quiet small">{mayIssue ? t('note') : t('readOnly')}</span>
        </div>
        {mayIssue && row && row.clear.length > 0 ? (
          <div className="doc-bar doc-clear">
            <Checkbox checked={clear} onChange={(event) => change(() => setClear(event.target.checked))}>
              {t('clear', { names: row.clear.map(pick).join('、') })}
            </Checkbox>
            {clear ? (
              <>
                <label htmlFor={why}>{t('why')}</label>
                <Input
                  id={why}
                  value={reason}
                  maxLength={100}
                  placeholder={t('whyHint')}
                  status={asked && lacks ? 'error' : ''}
                  aria-invalid={asked && lacks}
                  onChange={(event) => change(() => setReason(event.target.value))}
                />
                {asked && lacks ? <span role="alert">{t('whyNeeded')}</span> : null}
              </>
            ) : null}
          </div>
        ) : null}
        {view.missing.length > 0 ? (
          <Notice tone="soon">{t('missing', { names: view.missing.join('、') })}</Notice>
        ) : null}
        {failed ? <ProblemNote error={failed} /> : null}
      </div>
      <div className="doc-desk">
        <DocumentPaper
          tree={view.tree}
          pages={view.pages}
          picture={(file) => `/api/cases/${caseId}/files/${file}?size=full`}
        />
      </div>
    </>
  );
};

const save = (bytes: Blob, name: string): void => {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
