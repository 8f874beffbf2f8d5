import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { FailedEffect } from '#engines/case/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast, type Tone } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/page.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { words } from './effect-words.ts';
import './effects.css';

const tones: Readonly<Record<FailedEffect['state'], Tone>> = {
  failed: 'overdue',
  retrying: 'soon',
  'given-up': 'quiet',
};
/** Milliseconds in which a follow-up is usually done. */
const SOON = 1500;
/** As many as the server lists at once. */
const MOST = 200;

/** What should have followed from steps and did not: seen, tried again, given up. */
export const EffectsPage = () => {
  const t = useText(words);
  return (
    <Page title={t('title')} lead={t('lead')} needs="effect.mend">
      <Effects />
    </Page>
  );
};

const Effects = () => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const navigate = useNavigate();
  const see = useSearch({ from: '/inside/effects' }).see === 'given-up' ? 'given-up' : 'open';
  const [givingUp, setGivingUp] = useState<FailedEffect>();
  const query = useQuery({
    queryKey: ['effects', see],
    queryFn: () => cases.listFailedEffects({ query: see === 'given-up' ? { state: 'given-up' } : {} }),
    refetchInterval: 30_000,
  });
  const renew = () => client.invalidateQueries({ queryKey: ['effects'] });
  const retry = useMutation({
    mutationFn: ({ id }: FailedEffect) => cases.retryEffect({ params: { id }, body: { id: newId() } }),
    onSuccess: () => {
      toast(t('retried'));
      // It runs right after the answer: a moment later the list knows how it went.
      setTimeout(() => void renew(), SOON);
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
    onSettled: renew,
  });
  const busy = retry.isPending ? retry.variables.id : undefined;
  return (
    <Loaded query={query}>
      {({ rows, counts }) => (
        <div className="stack">
          <div>
            <Segmented
              aria-label={t('state')}
              value={see}
              onChange={(next) =>
                void navigate({ to: '/effects', search: next === 'open' ? {} : { see: next }, replace: true })
              }
              options={[
                { value: 'open', label: t('counted', { name: t('open'), n: counts.failed + counts.retrying }) },
                { value: 'given-up', label: t('counted', { name: t('done'), n: counts.givenUp }) },
              ]}
            />
          </div>
          {rows.length >= MOST ? <p className="quiet small">{t('most')}</p> : null}
          {rows.length === 0 ? (
            <Empty icon="checkCircle" title={t(see === 'open' ? 'well' : 'noneGivenUp')}>
              {t(see === 'open' ? 'wellText' : 'noneGivenUpText')}
            </Empty>
          ) : (
            <EffectTable rows={rows} busy={busy} onRetry={retry.mutate} onGiveUp={setGivingUp} />
          )}
          <GiveUp key={givingUp?.id} effect={givingUp} onClose={() => setGivingUp(undefined)} onDone={renew} />
        </div>
      )}
    </Loaded>
  );
};

interface TableProps {
  readonly rows: readonly FailedEffect[];
  readonly busy: string | undefined;
  readonly onRetry: (effect: FailedEffect) => void;
  readonly onGiveUp: (effect: FailedEffect) => void;
}

const EffectTable = ({ rows, busy, onRetry, onGiveUp }: TableProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const nameOf = (row: FailedEffect): string => `${pick(row.what)} ${row.case.number ?? ''}`.trim();
  const what = (row: FailedEffect) => (
    <>
      <strong>{pick(row.what)}</strong>
      <div className="effects-why">{pick(row.why)}</div>
      {row.technical ? (
        <details className="quiet small">
          <summary>{t('technical')}</summary>
          <span className="effects-technical">{row.technical}</span>
        </details>
      ) : null}
    </>
  );
  const matter = ({ case: about }: FailedEffect) => {
    if (about.id === null) return about.number ?? <span className="quiet">{t('hidden')}</span>;
    return (
      <Link to="/cases/$id" params={{ id: about.id }}>
        {about.title}
        <span className="case-number nowrap">{about.number}</span>
      </Link>
    );
  };
  const state = (row: FailedEffect) => (
    <>
      <StatusTag tone={tones[row.state]}>{t(row.state)}</StatusTag>
      <div className="quiet small">
        {row.givenUp
          ? t('by', {
              who: row.givenUp.by ?? t('somebody'),
              when: formats.moment(row.givenUp.at, now),
              reason: row.givenUp.reason,
            })
          : [
              t('tried', { n: row.attempts }),
              row.nextAt ? t('next', { when: formats.moment(row.nextAt, now) }) : undefined,
            ]
              .filter(Boolean)
              .join(' · ')}
      </div>
    </>
  );
  const since = (row: FailedEffect): string => formats.moment(row.since, now);
  const buttons = (row: FailedEffect) =>
    row.givenUp ? null : (
      <span className="row effects-do">
        <Button
          size="small"
          loading={busy === row.id}
          onClick={() => onRetry(row)}
          aria-label={`${t('retry')}：${nameOf(row)}`}
        >
          {t('retry')}
        </Button>
        <Button size="small" danger onClick={() => onGiveUp(row)} aria-label={`${t('giveUp')}：${nameOf(row)}`}>
          {t('giveUp')}
        </Button>
      </span>
    );
  const columns: readonly Column<FailedEffect>[] = [
    { id: 'what', title: t('what'), head: true, roomy: true, cell: what },
    { id: 'matter', title: t('matter'), roomy: true, cell: matter },
    { id: 'since', title: t('since'), nowrap: true, cell: since },
    { id: 'state', title: t('state'), cell: state },
    { id: 'do', title: t('actions'), align: 'end', cell: buttons },
  ];
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      columns={rows.some((row) => !row.givenUp) ? columns : columns.filter((one) => one.id !== 'do')}
      keyOf={(row) => row.id}
      nameOf={nameOf}
      card={(row) => (
        <div className="effects-card">
          <div>{what(row)}</div>
          <div>{matter(row)}</div>
          <div>{state(row)}</div>
          <div className="quiet small">
            {t('since')} {since(row)}
          </div>
          {buttons(row)}
        </div>
      )}
    />
  );
};

const GiveUp = ({
  effect,
  onClose,
  onDone,
}: {
  effect: FailedEffect | undefined;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) => {
  const t = useText(words);
  const pick = usePick();
  const command = useRef(newId());
  const give = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      cases.giveUpEffect({ params: { id: effect?.id ?? '' }, body: { id: command.current, reason } }),
    onSuccess: async () => {
      toast(t('gaveUp'));
      onClose();
      await onDone();
    },
    onError: (error) => {
      if (asProblem(error).kind === 'refused') command.current = newId();
      void onDone();
    },
  });
  return (
    <Drawer open={effect !== undefined} onClose={onClose} size={420} destroyOnHidden title={t('giveUpTitle')}>
      {effect ? <p>{pick(effect.what)}</p> : null}
      <p className="quiet">{t('giveUpNote')}</p>
      <SimpleForm
        danger
        items={[
          {
            id: 'reason',
            label: t('reason'),
            hint: t('reasonHint'),
            required: true,
            maxLength: 200,
            check: (value) => (value.trim().length < 4 ? t('reasonShort') : undefined),
          },
        ]}
        submit={t('giveUp')}
        busy={give.isPending}
        problem={give.isError ? asProblem(give.error) : undefined}
        onSubmit={(values) => give.mutate(values)}
      />
    </Drawer>
  );
};
