import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CaseQuery } from '#engines/case/contract';
import { asProblem, newId } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Notice, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { Failure } from '../../parts/states.tsx';

const words = defineMessages({
  zh: {
    export: '导出 Excel',
    title: '导出事项清单',
    note: '按当前筛选条件导出，包含全部页。可以先关闭窗口，完成后再下载。',
    ask: '申请导出',
    clear: '需要姓名、电话等个人信息（须审批）',
    reason: '用途',
    reasonHint: '写给审批人看：用在哪里、谁使用、用多久',
    reasonShort: '请至少写 4 个字',
    asked: '已提交审批',
    askedText: '批准后文件保留 24 小时，可下载一次。进度见',
    page: '导出与审批',
  },
  en: {
    export: 'Export to Excel',
    title: 'Export of the list',
    note: 'Everything that the filters show is exported, on all pages. You may close this window meanwhile.',
    ask: 'Ask for the export',
    clear: 'With names, phones and other personal values (needs approval)',
    reason: 'What for',
    reasonHint: 'For whoever approves: where it is used, by whom, for how long',
    reasonShort: 'Please write at least 4 characters',
    asked: 'Sent for approval',
    askedText: 'Once approved, the file waits for 24 hours and can be fetched once. See',
    page: 'Exports',
  },
});

export const ExportButton = ({ query }: { query: CaseQuery }) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const mayReveal = useMay()('personal.reveal');
  const [open, setOpen] = useState(false);
  const [clear, setClear] = useState(false);
  const [reason, setReason] = useState('');
  const start = useMutation({ mutationFn: () => cases.exportCases({ body: query }) });
  const ask = useMutation({
    mutationFn: () => cases.askExport({ body: { id: newId(), query, clear, reason: reason.trim() } }),
    onSuccess: () => {
      toast(t('asked'));
      return client.invalidateQueries({ queryKey: ['exports'] });
    },
  });
  const above = start.isError && asProblem(start.error).code === 'export.needs-approval';
  const asking = (above || clear) && !ask.data;
  const short = reason.trim().length < 4;
  return (
    <>
      <Button
        icon={<icons.Download />}
        onClick={() => {
          ask.reset();
          setClear(false);
          setOpen(true);
          start.mutate();
        }}
      >
        {t('export')}
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={t('title')} footer={null} destroyOnHidden>
        <div className="stack">
          {above ? (
            <Notice tone="soon" icon="lock">
              {pick(asProblem(start.error).sentence)}
            </Notice>
          ) : (
            <p className="quiet">{t('note')}</p>
          )}
          {start.isError && !above ? <Failure error={start.error} retry={() => start.mutate()} /> : null}
          {start.data && !clear ? <JobProgress id={start.data.id} /> : null}
          {mayReveal && !ask.data ? (
            <Checkbox checked={clear} onChange={(event) => setClear(event.target.checked)}>
              {t('clear')}
            </Checkbox>
          ) : null}
          {asking ? (
            <Form layout="vertical" onFinish={() => ask.mutate()}>
              <Form.Item
                label={t('reason')}
                htmlFor="export-reason"
                required
                extra={t('reasonHint')}
                {...(reason !== '' && short ? { validateStatus: 'error' as const, help: t('reasonShort') } : {})}
              >
                <Input.TextArea
                  id="export-reason"
                  rows={3}
                  maxLength={200}
                  showCount
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </Form.Item>
              {ask.isError ? <Failure error={ask.error} /> : null}
              <Button type="primary" htmlType="submit" disabled={short} loading={ask.isPending}>
                {t('ask')}
              </Button>
            </Form>
          ) : null}
          {ask.data ? (
            <Notice tone="done" icon="checkCircle">
              {t('askedText')} <Link to="/exports">{t('page')}</Link>
            </Notice>
          ) : null}
        </div>
      </Modal>
    </>
  );
};
