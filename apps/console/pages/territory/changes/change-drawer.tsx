import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Steps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { chinaDate, instantOf } from '#kernel/instant';
import type { ChangeBody, TerritoryDetail } from '#engines/territory/contract';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Notice, Select, TextArea, TextField, toast } from '#platform/web/kit';
import { territory } from '../../../app/clients.ts';
import { useNarrow } from '../../../app/use-narrow.ts';
import { type ChangeKind, changeOf, type Draft, emptyDraft } from './draft.ts';
import { PreviewPart } from './preview-part.tsx';
import { WhatPart } from './what-part.tsx';
import { words } from './words.ts';

interface ChangeDrawerProps {
  readonly kind: ChangeKind;
  readonly detail: TerritoryDetail;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A change of divisions in three steps: what, what follows, when. Nothing happens before the last. */
export const ChangeDrawer = ({ kind, detail, onClose, onDone }: ChangeDrawerProps) => {
  const t = useText(words);
  const pick = usePick();
  const narrow = useNarrow();
  const client = useQueryClient();
  const { node } = detail;
  const today = chinaDate(instantOf(Date.now()));
  const [step, setStep] = useState(0);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(node.code, node.name));
  const [on, setOn] = useState(today);
  const [basis, setBasis] = useState('');
  const [slip, setSlip] = useState('');
  const id = useRef(newId());
  const top = useRef<HTMLDivElement>(null);
  const change = changeOf(kind, node.code, draft);

  const preview = useMutation({
    mutationFn: (body: ChangeBody) => territory.previewChange({ body: { change: body } }),
    onSuccess: () => setStep(1),
  });
  const save = useMutation({
    mutationFn: async ({ apply }: { apply: boolean }) => {
      if (!change) throw new Error('nothing to save');
      const drafted = await territory.draftChange({ body: { id: id.current, change, on, basis: basis.trim() } });
      if (!apply) return drafted;
      return territory.applyChange(
        { params: { id: drafted.id }, body: { expectedVersion: drafted.version } },
        { timeout: 180_000 },
      );
    },
    onSuccess: async (saved) => {
      toast(t(saved.state === 'applied' ? 'applied' : saved.state === 'scheduled' ? 'scheduled' : 'saved'));
      await client.invalidateQueries({ queryKey: ['territory'] });
      onDone();
    },
  });
  // In newer browsers scrolling gives a promise, which is no way to clean up.
  useEffect(() => {
    void top.current?.closest('.ant-drawer-body')?.scrollTo({ top: 0 });
  }, [step]);

  const stops = preview.data?.problems.some((problem) => problem.stops) ?? true;
  const problem = preview.isError ? preview.error : save.isError ? save.error : undefined;
  const finish = (apply: boolean): void => {
    if (!basis.trim()) return setSlip(t('basisMissing'));
    setSlip('');
    save.mutate({ apply });
  };
  const look = (): void => {
    if (!change) return setSlip(t('required'));
    setSlip('');
    preview.mutate(change);
  };
  return (
    <Drawer open onClose={onClose} title={`${t(kind)} · ${node.name}`} size={narrow ? '100%' : 640} destroyOnHidden>
      <div className="stack" ref={top}>
        <Steps
          size="small"
          current={step}
          responsive={false}
          titlePlacement={narrow ? 'vertical' : 'horizontal'}
          items={[{ title: t('stepWhat') }, { title: t('stepPreview') }, { title: t('stepWhen') }]}
        />
        {problem ? (
          <div role="alert">
            <Notice tone="overdue" icon="alert">
              {pick(asProblem(problem).sentence)}
            </Notice>
          </div>
        ) : null}
        {slip ? (
          <div role="alert">
            <Notice tone="overdue" icon="alert">
              {slip}
            </Notice>
          </div>
        ) : null}
        {step === 0 ? (
          <WhatPart
            kind={kind}
            detail={detail}
            draft={draft}
            onChange={(next) => setDraft((before) => ({ ...before, ...next }))}
          />
        ) : null}
        {step === 1 && preview.data ? <PreviewPart preview={preview.data} /> : null}
        {step === 2 ? (
          <div className="form">
            <p className="change-title">{preview.data?.title}</p>
            {(preview.data?.posts ?? []).map((post) => (
              <Select
                key={post.id}
                label={post.title}
                hint={t('postsHint')}
                value={draft.posts[post.id] ?? ''}
                onChange={(event) => {
                  const { [post.id]: _before, ...rest } = draft.posts;
                  const posts = event.target.value === '' ? rest : { ...rest, [post.id]: Number(event.target.value) };
                  setDraft({ ...draft, posts });
                }}
              >
                <option value="">{t('asCarried')}</option>
                {draft.parts.map((part, number) => (
                  <option key={part.name} value={number}>
                    {part.name}
                  </option>
                ))}
              </Select>
            ))}
            <TextField
              label={t('on')}
              hint={t('onHint')}
              required
              type="date"
              value={on}
              onChange={(event) => setOn(event.target.value || today)}
            />
            <TextArea
              label={t('basis')}
              hint={t('basisHint')}
              required
              maxLength={500}
              rows={2}
              value={basis}
              onChange={(event) => setBasis(event.target.value)}
            />
            <Notice tone="soon" icon="alert">
              {t('onceOnly')}
            </Notice>
          </div>
        ) : null}
        <div className="row change-buttons">
          {step > 0 ? (
            <Button disabled={save.isPending} onClick={() => setStep(step - 1)}>
              {t('back')}
            </Button>
          ) : null}
          {step === 0 ? (
            <Button type="primary" loading={preview.isPending} onClick={look}>
              {t('next')}
            </Button>
          ) : null}
          {step === 1 ? (
            <Button type="primary" disabled={stops} onClick={() => setStep(2)}>
              {t('stepWhen')}
            </Button>
          ) : null}
          {step === 2 ? (
            <>
              <Button disabled={save.isPending} onClick={() => finish(false)}>
                {t('saveDraft')}
              </Button>
              <Button type="primary" loading={save.isPending} onClick={() => finish(true)}>
                {t(on <= today ? 'applyNow' : 'schedule')}
              </Button>
            </>
          ) : null}
        </div>
      </div>
    </Drawer>
  );
};
