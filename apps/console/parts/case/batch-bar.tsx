import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ActionOffer, CaseRow } from '#engines/case/contract';
import { ActionForm, usePlaybooks } from '#engines/case/web';
import type { Json } from '#fields/field';
import type { Label } from '#kernel/label';
import { asProblem, newId } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Notice, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { offersFor } from './offers-for.ts';

const words = defineMessages({
  zh: {
    picked: '已选 {count} 件',
    none: '所选事项没有可以一起办理的操作',
    clear: '取消选择',
    done: '{count} 件已办理',
    refused: '{count} 件没有办成：',
    close: '知道了',
    title: '{action}（{count} 件）',
  },
  en: {
    picked: '{count} selected',
    none: 'These matters have no step that can be taken together',
    clear: 'Clear the selection',
    done: '{count} {count|matter|matters} done',
    refused: '{count} {count|was|were} not done:',
    close: 'Close',
    title: '{action} ({count})',
  },
});

interface Outcome {
  readonly taken: number;
  readonly refused: readonly { readonly name: string; readonly message: Label }[];
}

interface BatchBarProps {
  readonly rows: readonly CaseRow[];
  readonly onClear: () => void;
  readonly onDone: () => void;
}

/** What can be done with the rows that are picked. It stays in place when none is, to tell what came of the last step. */
export const BatchBar = ({ rows, onClear, onDone }: BatchBarProps) => {
  const t = useText(words);
  const pick = usePick();
  const { known: book } = usePlaybooks();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<{ id: string; offer: ActionOffer; rows: readonly CaseRow[] }>();
  const [outcome, setOutcome] = useState<Outcome>();
  const nameOf = (id: string): string => {
    const row = chosen?.rows.find((one) => one.id === id);
    return row ? `${row.number} ${row.title}` : id;
  };
  const take = useMutation({
    mutationFn: (given: { id: string; action: string; form: Record<string, Json>; cases: string[] }) =>
      cases.takeBatch({ body: given }, { timeout: 60_000 }),
    onSuccess: ({ taken, refused }) => {
      const named = refused.map(({ id, message }) => ({ name: nameOf(id), message }));
      setChosen(undefined);
      // All went well: nobody has to put that away. What did not is read before it goes.
      if (named.length === 0) toast(t('done', { count: taken.length }));
      else setOutcome({ taken: taken.length, refused: named });
      void client.invalidateQueries({ queryKey: ['case'] }).then(onDone);
    },
  });
  const offers = book ? offersFor(rows, book.findPlaybook) : [];
  return (
    <>
      {rows.length > 0 ? (
        <div className="batchbar" role="region" aria-label={t('picked', { count: rows.length })}>
          <strong>{t('picked', { count: rows.length })}</strong>
          {offers.length === 0 ? <span className="quiet">{t('none')}</span> : null}
          {offers.map((offer) => (
            <Button
              key={offer.id}
              danger={offer.tone === 'danger'}
              onClick={() => {
                take.reset();
                setChosen({ id: newId(), offer, rows });
              }}
            >
              {pick(offer.name)}
            </Button>
          ))}
          <Button type="text" onClick={onClear}>
            {t('clear')}
          </Button>
        </div>
      ) : null}
      <Modal
        open={chosen !== undefined}
        onCancel={() => setChosen(undefined)}
        title={chosen ? t('title', { action: pick(chosen.offer.name), count: chosen.rows.length }) : ''}
        footer={null}
        destroyOnHidden
      >
        {chosen && book ? (
          <ActionForm
            offer={chosen.offer}
            context={book.context}
            busy={take.isPending}
            problem={take.isError ? asProblem(take.error) : undefined}
            onSubmit={(form) =>
              take.mutate({
                id: chosen.id,
                action: chosen.offer.id,
                form,
                cases: chosen.rows.map((row) => row.id),
              })
            }
          />
        ) : null}
      </Modal>
      <Modal
        open={outcome !== undefined}
        onCancel={() => setOutcome(undefined)}
        title={outcome ? t('done', { count: outcome.taken }) : ''}
        footer={<Button onClick={() => setOutcome(undefined)}>{t('close')}</Button>}
      >
        {outcome && outcome.refused.length > 0 ? (
          <Notice tone="soon" icon="alert">
            <p>{t('refused', { count: outcome.refused.length })}</p>
            <ul>
              {outcome.refused.map((one) => (
                <li key={one.name}>
                  {one.name}：{pick(one.message)}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </Modal>
    </>
  );
};
