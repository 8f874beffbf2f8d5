import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { CaseQuery } from '#engines/case/contract';
import { defineMessages, useText } from '#platform/web/i18n';
import { cases } from '../../app/clients.ts';
import * as icons from '../../parts/icons.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { Failure } from '../../parts/states.tsx';

const words = defineMessages({
  zh: {
    export: '导出 Excel',
    title: '导出事项清单',
    note: '按当前筛选条件导出，包含全部页。可以先关闭窗口，完成后再下载。',
  },
  en: {
    export: 'Export to Excel',
    title: 'Export of the list',
    note: 'Everything that the filters show is exported, on all pages. You may close this window meanwhile.',
  },
});

export const ExportButton = ({ query }: { query: CaseQuery }) => {
  const t = useText(words);
  const [open, setOpen] = useState(false);
  const start = useMutation({ mutationFn: () => cases.exportCases({ body: query }) });
  return (
    <>
      <Button
        icon={<icons.Download />}
        onClick={() => {
          setOpen(true);
          start.mutate();
        }}
      >
        {t('export')}
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={t('title')} footer={null} destroyOnHidden>
        <div className="stack">
          <p className="quiet">{t('note')}</p>
          {start.isError ? <Failure error={start.error} retry={() => start.mutate()} /> : null}
          {start.data ? <JobProgress id={start.data.id} /> : null}
        </div>
      </Modal>
    </>
  );
};
