import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { chinaDate, instantOf } from '#kernel/instant';
import type { ChangeView } from '#engines/territory/contract';
import { asProblem } from '#platform/web/api';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Empty, Facts, Notice, StatusTag, type Tone, toast } from '#platform/web/kit';
import { territory } from '../../../app/clients.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { Loaded } from '../../../parts/states.tsx';
import { words } from './words.ts';

const states = {
  draft: { word: 'draft', tone: 'quiet' },
  scheduled: { word: 'stateScheduled', tone: 'soon' },
  applied: { word: 'stateApplied', tone: 'done' },
  withdrawn: { word: 'withdrawn', tone: 'quiet' },
  failed: { word: 'failed', tone: 'overdue' },
} as const satisfies Record<ChangeView['state'], { word: string; tone: Tone }>;

/** Drafts, what is to come and what was done, those that still need somebody on top. */
export const ChangeList = () => {
  const t = useText(words);
  const formats = useFormats();
  const [open, setOpen] = useState<ChangeView>();
  const changes = useQuery({ queryKey: ['territory', 'changes'], queryFn: () => territory.listChanges() });
  const tag = (change: ChangeView) => (
    <StatusTag tone={states[change.state].tone}>{t(states[change.state].word)}</StatusTag>
  );
  return (
    <>
      <Loaded query={changes}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="mapPin" title={t('none')}>
              {t('noneText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('list')}
              rows={rows}
              keyOf={(row) => row.id}
              nameOf={(row) => row.title}
              open={setOpen}
              columns={[
                {
                  id: 'title',
                  title: t('title'),
                  head: true,
                  roomy: true,
                  cell: (row) => (
                    <button type="button" className="link" onClick={() => setOpen(row)}>
                      {row.title}
                    </button>
                  ),
                },
                { id: 'state', title: t('state'), cell: tag },
                { id: 'on', title: t('on'), nowrap: true, cell: (row) => formats.day(row.on) },
                { id: 'basis', title: t('basis'), roomy: true, cell: (row) => row.basis },
                { id: 'by', title: t('decidedBy'), nowrap: true, cell: (row) => row.decidedBy ?? '—' },
              ]}
              card={(row) => (
                <>
                  <button type="button" className="link" onClick={() => setOpen(row)}>
                    {row.title}
                  </button>
                  <span className="row">
                    {tag(row)}
                    <span className="quiet">{formats.day(row.on)}</span>
                  </span>
                </>
              )}
            />
          )
        }
      </Loaded>
      {open ? <ChangeDetails key={open.id} change={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
};

const ChangeDetails = ({ change, onClose }: { change: ChangeView; onClose: () => void }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const client = useQueryClient();
  const params = { id: change.id };
  const act = useMutation({
    mutationFn: (apply: boolean) =>
      apply
        ? territory.applyChange({ params, body: { expectedVersion: change.version } }, { timeout: 180_000 })
        : territory.withdrawChange({ params, body: { expectedVersion: change.version } }),
    onSuccess: async (done) => {
      toast(t(done.state === 'applied' ? 'applied' : done.state === 'scheduled' ? 'scheduled' : 'withdrawnDone'));
      await client.invalidateQueries({ queryKey: ['territory'] });
      onClose();
    },
  });
  const open = ['draft', 'failed', 'scheduled'].includes(change.state);
  return (
    <Drawer open onClose={onClose} title={change.title} size={480}>
      <div className="stack">
        {act.isError ? (
          <div role="alert">
            <Notice tone="overdue" icon="alert">
              {pick(asProblem(act.error).sentence)}
            </Notice>
          </div>
        ) : null}
        {change.problems.map((problem) => (
          <Notice key={pick(problem)} tone="overdue" icon="alert">
            {pick(problem)}
          </Notice>
        ))}
        <Facts
          facts={[
            {
              name: t('state'),
              value: <StatusTag tone={states[change.state].tone}>{t(states[change.state].word)}</StatusTag>,
            },
            { name: t('on'), value: formats.day(change.on) },
            { name: t('basis'), value: change.basis },
            ...(change.decidedBy ? [{ name: t('decidedBy'), value: change.decidedBy }] : []),
            ...change.moved.map((one) => ({
              key: one.what,
              name: pick(one.name),
              value: t('countOf', { count: formats.number(one.count) }),
            })),
          ]}
        />
        {open ? (
          <div className="row change-buttons">
            <Button disabled={act.isPending} onClick={() => act.mutate(false)}>
              {t('withdraw')}
            </Button>
            {change.state === 'scheduled' ? null : (
              <Button type="primary" loading={act.isPending} onClick={() => act.mutate(true)}>
                {t(change.on <= chinaDate(instantOf(Date.now())) ? 'applyNow' : 'schedule')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
    </Drawer>
  );
};
