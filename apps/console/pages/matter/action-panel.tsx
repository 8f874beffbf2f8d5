import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ActionOffer, CaseView } from '#engines/case/contract';
import { ActionForm, type EvidenceLink } from '#engines/case/web';
import type { FieldContext, Json } from '#fields/field';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Notice, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { Panel } from '../../parts/page.tsx';
import { words } from './matter-words.ts';

/** The step that stands open at once: the first that the playbook calls primary, or the only harmless one. */
const firstOf = (offers: readonly ActionOffer[]): string | undefined => {
  const harmless = offers.filter((offer) => offer.tone !== 'danger');
  return (harmless.find((offer) => offer.tone === 'primary') ?? (harmless.length === 1 ? harmless[0] : undefined))?.id;
};

/** The matters that a suggestion was counted from. */
const evidenceLink: EvidenceLink = (list, text) => (
  <Link to="/cases" search={list}>
    {text}
  </Link>
);

/** What I may do now, as the answer says it. One form is open at a time; drafts of the others are kept. */
export const ActionPanel = ({ view, context }: { view: CaseView; context: FieldContext }) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const offers = view.availableActions;
  const [chosen, setChosen] = useState<string>();
  const [stale, setStale] = useState(false);
  const drafts = useRef(new Map<string, Readonly<Record<string, Json | null>>>());
  /** One id per filled form, so that a repeat after a lost answer is the same command. */
  const command = useRef(newId());
  const id = view.row.id;
  const take = useMutation({
    mutationFn: (given: { action: string; form: Record<string, Json>; task?: string }) =>
      cases.takeAction({
        params: { id },
        body: { id: command.current, expectedVersion: view.version, ...given },
      }),
    onSuccess: (next, { action }) => {
      const name = offers.find((offer) => offer.id === action)?.name;
      toast(t('taken', { action: name ? pick(name) : action }));
      command.current = newId();
      drafts.current.clear();
      setChosen(undefined);
      setStale(false);
      client.setQueryData(['case', 'one', id], next);
      void client.invalidateQueries({ queryKey: ['case'] });
    },
    onError: (error) => {
      const problem = asProblem(error);
      // A lost answer may have been a yes: the same command asks again. A refusal is final.
      if (problem.kind === 'refused') command.current = newId();
      if (problem.code !== 'case.changed' && problem.code !== 'action.not-now') return;
      setStale(true);
      void client.invalidateQueries({ queryKey: ['case', 'one', id] });
    },
  });
  const { reset } = take;
  const open = offers.find((offer) => offer.id === chosen) ?? offers.find((offer) => offer.id === firstOf(offers));
  // A step that is no longer offered takes its refusal with it.
  useEffect(() => {
    reset();
  }, [open?.id, reset]);
  if (offers.length === 0)
    return (
      <Panel title={t('actions')} className="no-print">
        <p>{t('noActions')}</p>
        <p className="quiet">{t('noActionsText', { stage: pick(view.row.stageName) })}</p>
      </Panel>
    );
  const others = offers.filter((offer) => offer.id !== open?.id);
  return (
    <Panel title={open ? pick(open.name) : t('actions')} className="no-print matter-actions">
      {stale ? (
        <Notice tone="soon" icon="refresh">
          {t('changed')}
        </Notice>
      ) : null}
      {open ? (
        <ActionForm
          key={open.id}
          offer={open}
          context={context}
          busy={take.isPending}
          problem={take.isError ? asProblem(take.error) : undefined}
          draft={drafts.current.get(open.id)}
          advice={{ matter: id, version: view.version, link: evidenceLink }}
          onDraft={(draft) => void drafts.current.set(open.id, draft)}
          onSubmit={(form, task) => take.mutate({ action: open.id, form, ...(task === undefined ? {} : { task }) })}
        />
      ) : (
        <p className="quiet">{t('chooseAction')}</p>
      )}
      {others.length > 0 ? (
        <div className="matter-others" role="group" aria-label={t('others')}>
          {others.map((offer) => (
            <Button key={offer.id} danger={offer.tone === 'danger'} onClick={() => setChosen(offer.id)}>
              {pick(offer.name)}
            </Button>
          ))}
        </div>
      ) : null}
    </Panel>
  );
};
