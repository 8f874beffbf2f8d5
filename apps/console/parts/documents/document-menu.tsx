import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { DocumentRow } from '#engines/case/contract';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { cases } from '../../app/clients.ts';
import * as icons from '../icons.tsx';
import './documents.css';

const words = defineMessages({
  zh: {
    documents: '文书',
    none: '这类事项没有文书',
    loading: '正在读取文书目录…',
    failed: '文书目录读取失败，请重新打开菜单',
    dossier: '卷宗',
  },
  en: {
    documents: 'Documents',
    none: 'Matters of this kind have no documents',
    loading: 'Reading the list…',
    failed: 'The list could not be read; please open the menu again',
    dossier: 'Dossier',
  },
});

/** 文书: what the matter yields on paper. What is not to be had yet says why. */
export const DocumentMenu = ({ caseId, version }: { readonly caseId: string; readonly version: number }) => {
  const t = useText(words);
  const pick = usePick();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['case', 'documents', caseId, version],
    queryFn: () => cases.listDocuments({ params: { id: caseId } }),
  });
  const item = (row: DocumentRow) => ({
    key: row.id,
    disabled: !row.offered,
    label: (
      <span className="doc-item">
        <span>
          {pick(row.name)}
          {row.number ? <span className="quiet small"> {row.number}</span> : null}
        </span>
        {row.waits ? <span className="quiet small">{pick(row.waits)}</span> : null}
      </span>
    ),
  });
  const said = (text: string) => [{ key: 'said', disabled: true, label: text }];
  const rows = query.data;
  const items = !rows
    ? said(t(query.isError ? 'failed' : 'loading'))
    : rows.length === 0
      ? said(t('none'))
      : [
          ...rows.filter((row) => !row.dossier).map(item),
          ...(rows.some((row) => row.dossier)
            ? [{ key: 'line', type: 'divider' as const }, ...rows.filter((row) => row.dossier).map(item)]
            : []),
        ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) =>
          void navigate({ to: '/cases/$id/documents/$document', params: { id: caseId, document: key } }),
      }}
    >
      <Button icon={<icons.Document />} aria-haspopup="menu">
        {t('documents')}
      </Button>
    </Dropdown>
  );
};
