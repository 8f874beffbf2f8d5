import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportCase } from '#engines/case/contract';
import { type Playbooks, reportOf, usePlaybooks } from '#engines/case/web';
import type { CheckedValues } from '#fields/web';
import { channelsOnBehalf, type Playbook } from '#engines/case/model';
import { asProblem, newId } from '#platform/web/api';
import { useText } from '#platform/web/i18n';
import { Empty, Skeleton } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { Page } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';
import { newQueryCode } from './query-code.ts';
import { ReadBack } from './read-back.tsx';
import { ReportForm } from './report-form.tsx';
import { words } from './report-words.ts';
import { Slip } from './slip.tsx';
import { type Caller, OWN, SHEET, type Written, noCaller } from './written.ts';
import './report.css';

/** A resident's report written by staff: form, read-back, slip. */
export const ReportPage = () => {
  const t = useText(words);
  const { known, error, retry } = usePlaybooks();
  return (
    <Page title={t('title')} lead={t('lead')} needs="case.report">
      {error ? <Failure error={error} retry={retry} /> : known ? <Writing playbooks={known} /> : <Skeleton rows={6} />}
    </Page>
  );
};

const bodyOf = ({ id, playbook, caller, values: { [SHEET]: sheet, ...values }, queryCode }: Written): ReportCase => ({
  ...reportOf(id, playbook.id, values),
  ...(caller.channel === OWN
    ? {}
    : {
        onBehalf: {
          name: caller.name,
          channel: caller.channel,
          queryCode,
          ...(caller.phone ? { phone: caller.phone } : {}),
          ...(Array.isArray(sheet) ? { sheet: sheet as string[] } : {}),
        },
      }),
});

const Writing = ({ playbooks }: { playbooks: Playbooks }) => {
  const t = useText(words);
  const [round, setRound] = useState(0);
  const [caller, setCaller] = useState<Caller>(noCaller);
  const [written, setWritten] = useState<Written>();
  const [draft, setDraft] = useState<CheckedValues>({});
  const mayOpen = (one: Playbook): boolean =>
    one.reporters.includes(caller.channel === OWN ? 'staff' : 'resident') ||
    (caller.channel !== OWN && one.reporters.includes('staff'));
  // What is reported every day comes first; for a caller that is what residents open.
  const firstAt = (one: Playbook): number =>
    one.quick ? (one.reporters.includes(caller.channel === OWN ? 'staff' : 'resident') ? 2 : 1) : 0;
  const offered = playbooks.playbooks.filter(mayOpen).sort((a, b) => firstAt(b) - firstAt(a));
  const send = useMutation({ mutationFn: (report: Written) => cases.reportCase({ body: bodyOf(report) }) });
  const again = (): void => {
    send.reset();
    setWritten(undefined);
    setDraft({});
    setCaller(noCaller);
    setRound(round + 1);
  };
  if (send.data && written)
    return <Slip receipt={send.data} written={written} context={playbooks.context} onAnother={again} />;
  if (written)
    return (
      <ReadBack
        written={written}
        context={playbooks.context}
        busy={send.isPending}
        problem={send.isError ? asProblem(send.error) : undefined}
        onEdit={() => {
          send.reset();
          setWritten(undefined);
        }}
        onSend={() => send.mutate(written)}
      />
    );
  if (playbooks.playbooks.length === 0) return <Empty title={t('noPlaybooks')}>{t('noPlaybooksText')}</Empty>;
  return (
    <ReportForm
      key={round}
      offered={offered}
      context={playbooks.context}
      channels={channelsOnBehalf(playbooks.channels)}
      caller={caller}
      onCaller={setCaller}
      start={draft}
      onChecked={(playbook, values) => {
        setDraft(values);
        const came = playbooks.channels.find((one) => one.id === caller.channel)?.name;
        setWritten({ id: newId(), playbook, caller, came, values, queryCode: newQueryCode() });
      }}
      onMeToo={again}
    />
  );
};
