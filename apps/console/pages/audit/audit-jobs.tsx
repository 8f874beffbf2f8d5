import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { flawLabel, flawPlace } from '#platform/contract/audit-flaws';
import type { AuditFilters, AuditVerification } from '#platform/contract/audit-routes';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Icon, Notice } from '#platform/web/kit';
import { audit } from '../../app/clients.ts';
import { DataTable } from '../../parts/data-table.tsx';
import * as icons from '../../parts/icons.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Failure } from '../../parts/states.tsx';
import { words } from './audit-words.ts';
import { useExact } from './use-exact.ts';

const Outcome = ({ found }: { found: AuditVerification }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const exact = useExact();
  const count = Object.values(found.counts).reduce((sum, one) => sum + one, 0);
  const values = {
    rows: formats.number(found.rows),
    seals: formats.number(found.seals),
    count: formats.number(count),
  };
  if (found.whole)
    return (
      <Notice tone="done" icon="checkCircle">
        {t('whole')}：{t('wholeText', values)}
      </Notice>
    );
  return (
    <div className="stack">
      <Notice tone="overdue" icon="alert">
        {t('broken')}：{t('brokenText', values)}
      </Notice>
      <DataTable
        caption={t('flaws')}
        rows={found.flaws.map((flaw, index) => ({ ...flaw, key: String(index) }))}
        keyOf={(flaw) => flaw.key}
        nameOf={(flaw) => pick(flawLabel(flaw.kind))}
        dense
        columns={[
          { id: 'kind', title: t('flawKind'), head: true, cell: (flaw) => pick(flawLabel(flaw.kind)) },
          { id: 'place', title: t('flawPlace'), cell: (flaw) => pick(flawPlace(flaw, exact)) },
        ]}
        card={(flaw) => (
          <>
            <strong>{pick(flawLabel(flaw.kind))}</strong>
            <p className="small quiet">{pick(flawPlace(flaw, exact))}</p>
          </>
        )}
      />
    </div>
  );
};

export const VerifyButton = () => {
  const t = useText(words);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const start = useMutation({ mutationFn: (id: string) => audit.verifyAudit({ body: { id } }) });
  return (
    <>
      <Button
        type="primary"
        icon={<Icon name="checkCircle" size="1.1em" />}
        onClick={() => {
          setOpen(true);
          start.mutate(newId());
        }}
      >
        {t('verify')}
      </Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={t('verifyTitle')}
        footer={null}
        width={760}
        destroyOnHidden
      >
        <div className="stack">
          <p className="quiet">{t('verifyNote')}</p>
          {start.isError ? <Failure error={start.error} retry={() => start.mutate(newId())} /> : null}
          {start.data ? (
            <JobProgress id={start.data.job} onDone={() => void client.invalidateQueries({ queryKey: ['audit'] })}>
              {(job) => (job.state === 'done' ? <Outcome found={job.result as AuditVerification} /> : null)}
            </JobProgress>
          ) : null}
        </div>
      </Modal>
    </>
  );
};

export const ExportButton = ({ filters }: { filters: AuditFilters }) => {
  const t = useText(words);
  const [open, setOpen] = useState<string>();
  const start = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      audit.exportAudit({ body: { id, filters, reason } }),
  });
  return (
    <>
      <Button
        icon={<icons.Download />}
        onClick={() => {
          start.reset();
          setOpen(newId());
        }}
      >
        {t('export')}
      </Button>
      <Modal
        open={open !== undefined}
        onCancel={() => setOpen(undefined)}
        title={t('exportTitle')}
        footer={null}
        destroyOnHidden
      >
        <div className="stack">
          <p className="quiet">{t('exportNote')}</p>
          {start.data ? (
            <JobProgress id={start.data.job} />
          ) : (
            <SimpleForm
              items={[
                {
                  id: 'reason',
                  label: t('exportReason'),
                  hint: t('exportReasonHint'),
                  required: true,
                  maxLength: 300,
                  check: (value) => (value.trim().length < 4 ? t('exportReasonHint') : undefined),
                },
              ]}
              submit={t('exportStart')}
              busy={start.isPending}
              problem={start.isError ? asProblem(start.error) : undefined}
              onSubmit={(values) => start.mutate({ id: open ?? newId(), reason: values.reason.trim() })}
            />
          )}
        </div>
      </Modal>
    </>
  );
};
