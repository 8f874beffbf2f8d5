import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Playbook, ReportChannel } from '#engines/case/model';
import type { NearCase, Receipt } from '#engines/case/contract';
import {
  CaseForm,
  categoriesOf,
  filesOf,
  NearCases,
  placeFields,
  placeRefusals,
  reportFields,
  reportOf,
  usePlaybooks,
} from '#engines/case/web';
import type { FieldContext } from '#fields/field';
import { type FormDraft, FormFields, useForm } from '#fields/web';
import { newId } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, ProblemNote, Select, Skeleton, Switch, toast } from '#platform/web/kit';
import { newQueryCode } from '../shell/query-code.ts';
import { askedOnBehalf, behalfFields } from './behalf-fields.ts';
import { cases } from './clients.ts';
import { Page } from '../shell/Page.tsx';
import { navigate } from '../shell/router.ts';
import { usePosted } from '../shell/use-posted.ts';
import { useWork } from './session.ts';
import { TellReporter, type Told } from './TellReporter.tsx';
import { WorkNav } from './WorkNav.tsx';

const messages = defineMessages({
  zh: {
    title: '上报',
    which: '上报类型',
    behalf: '替居民代录',
    behalfNote: '居民来电、来访或上门时说的事',
    send: '发送',
    kept: '已存在手机里，联网后自动发送',
    sent: '已上报',
    joined: '已记上，同一件事会一起办理',
    others: '其他',
  },
  en: {
    title: 'Report',
    which: 'Kind of report',
    behalf: 'On behalf of a resident',
    behalfNote: 'What somebody told you by phone, at the counter or at the door',
    send: 'Send',
    kept: 'Kept on this phone; it is sent once there is a connection',
    sent: 'Reported',
    joined: 'Counted in; it is handled as one matter',
    others: 'Other',
  },
});

const DRAFT = 'report';
const newDraft = (): Draft => ({ id: newId(), playbook: '', behalf: false, queryCode: newQueryCode(), values: {} });

interface Draft {
  readonly id: string;
  readonly playbook: string;
  readonly behalf: boolean;
  /** Made before it is sent, so that it can be told at once; absent in a draft of an earlier release. */
  readonly queryCode?: string;
  readonly values: FormDraft;
}

const Writing = ({
  playbook: declared,
  context,
  channels,
  draft,
  save,
  onSent,
}: {
  playbook: Playbook;
  channels: readonly ReportChannel[];
  context: FieldContext;
  draft: Draft;
  save: (draft: Draft) => void;
  /** It was received, written for somebody: number and query code are to be told. */
  onSent: (told: Told) => void;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const { me, box, opened } = useWork();
  const { post, busy } = usePosted(box);
  const channel = draft.values['behalfChannel'];
  const playbook = useMemo(
    () => (draft.behalf ? askedOnBehalf(declared, channels, channel) : declared),
    [declared, draft.behalf, channels, channel],
  );
  const asked = useMemo(
    () => (draft.behalf ? behalfFields(playbook, channels, channel) : []),
    [draft.behalf, playbook, channels, channel],
  );
  const fields = useMemo(() => [...reportFields(playbook), ...asked], [playbook, asked]);
  const form = useForm(fields, context, { [placeFields.code.id]: me.posts[0]?.scope.code ?? null, ...draft.values });
  const latest = useRef(draft);
  latest.current = draft;
  const over = useRef(false);
  useEffect(() => {
    if (!over.current) save({ ...latest.current, values: form.draft });
  }, [form.draft, save]);

  const { category, [placeFields.code.id]: code, [placeFields.point.id]: point } = form.draft;
  const near = useQuery({
    queryKey: ['near', playbook.id, category, code, point],
    enabled: typeof category === 'string' && Boolean(code || point),
    retry: 0,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      cases.nearCases(
        {
          body: {
            playbook: playbook.id,
            category: String(category),
            ...(typeof code === 'string' ? { code } : {}),
            ...(point ? { point: point as { lng: number; lat: number; datum: 'WGS-84' } } : {}),
          },
        },
        { signal },
      ),
  });
  const [joining, setJoining] = useState<string>();
  const join = async (one: NearCase) => {
    setJoining(one.row.id);
    const result = await post({
      id: newId(),
      kind: 'me-too',
      lane: one.row.id,
      title: one.row.title,
      call: { method: 'POST', url: '/api/cases/:id/me-too', params: { id: one.row.id }, body: { id: newId() } },
      filesUrl: '/api/files/:id',
    });
    setJoining(undefined);
    if (result.kind === 'refused') {
      form.refuse(result.problem);
      return;
    }
    over.current = true;
    await opened.drafts.drop(DRAFT);
    toast(t('joined'));
    navigate('/work');
  };

  const send = async () => {
    const values = await form.check(undefined, placeRefusals(form.draft));
    if (!values) return;
    const { behalfName, behalfPhone, behalfChannel, behalfSheet, ...own } = values;
    const queryCode = draft.queryCode ?? newQueryCode();
    const report = {
      ...reportOf(draft.id, playbook.id, own),
      ...(draft.behalf
        ? {
            onBehalf: {
              name: behalfName,
              channel: behalfChannel,
              queryCode,
              ...(behalfPhone ? { phone: behalfPhone } : {}),
              ...(behalfSheet ? { sheet: behalfSheet } : {}),
            },
          }
        : {}),
    };
    const name = categoriesOf(playbook, context).find(report.category)?.name;
    over.current = true;
    const result = await post({
      id: draft.id,
      kind: 'report',
      title: [name ? pick(name) : '', report.place.text].filter(Boolean).join('：'),
      call: { method: 'POST', url: '/api/cases', body: report },
      files: filesOf(values),
      filesUrl: '/api/files/:id',
    });
    if (result.kind === 'refused') {
      over.current = false;
      // The refused id may be known to the server: what is mended is a new report.
      save({ ...latest.current, id: newId(), values: form.draft });
      form.refuse(result.problem);
      return;
    }
    await opened.drafts.drop(DRAFT);
    if (result.kind === 'received') {
      toast(t('sent'));
      if (draft.behalf) onSent({ id: draft.id, number: (result.receipt as Receipt).number, queryCode });
      else navigate(`/work/case/${draft.id}`, { replace: true });
    } else {
      toast(t('kept'), 'primary');
      navigate('/work/unsent', { replace: true });
    }
  };

  return (
    <>
      {draft.behalf ? (
        <div className="m-form">
          <FormFields fields={asked} form={form} context={context} prefix="behalf-" />
        </div>
      ) : null}
      <CaseForm playbook={playbook} context={context} form={form} />
      <NearCases cases={near.data ?? []} busy={joining} onMeToo={(one) => void join(one)} />
      <div className="m-send">
        <Button look="primary" icon="send" wide busy={busy} onClick={() => void send()}>
          {t('send')}
        </Button>
      </div>
    </>
  );
};

/** On the spot or on behalf: one page, the place filled in, sent when there is a line. */
export const ReportPage = () => {
  const t = useText(messages);
  const pick = usePick();
  const { opened } = useWork();
  const { known, error, retry } = usePlaybooks();
  const [draft, setDraft] = useState<Draft>();
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    void opened.drafts.find<Draft>(DRAFT).then((kept) => setDraft(kept ?? newDraft()));
  }, [opened]);
  const save = useMemo(
    () => (next: Draft) => {
      setDraft(next);
      opened.drafts.save(DRAFT, next, filesOf(next.values));
    },
    [opened],
  );
  // What is reported every day comes first.
  const open = [...(known?.playbooks ?? [])]
    .filter((one) => one.reporters.includes(draft?.behalf ? 'resident' : 'staff'))
    .sort((a, b) => Number(b.quick ?? false) - Number(a.quick ?? false));
  const playbook = open.find((one) => one.id === draft?.playbook) ?? open[0];
  const groupOf = (one: Playbook): string | undefined => {
    const door = known?.doors.find((other) => other.id === one.id);
    return door && 'group' in door ? door.group : undefined;
  };
  const groups = [...(known?.doorGroups ?? [])].sort((a, b) => a.order - b.order);
  const options = (list: readonly Playbook[]) =>
    list.map((one) => (
      <option key={one.id} value={one.id}>
        {pick(one.name)}
      </option>
    ));
  if (told)
    return (
      <Page title={t('title')} nav={<WorkNav />}>
        <TellReporter
          told={told}
          onAnother={() => {
            setDraft(newDraft());
            setTold(undefined);
          }}
        />
      </Page>
    );
  return (
    <Page title={t('title')} nav={<WorkNav />}>
      {error ? <ProblemNote error={error} onRetry={retry} /> : null}
      {!draft || !known ? (
        error ? null : (
          <Skeleton rows={5} />
        )
      ) : playbook ? (
        <>
          <Switch
            label={t('behalf')}
            note={t('behalfNote')}
            checked={draft.behalf}
            onChange={(behalf) => save({ ...draft, behalf })}
          />
          {open.length > 1 ? (
            <Select
              label={t('which')}
              required
              value={playbook.id}
              onChange={(event) => save({ ...draft, playbook: event.target.value })}
            >
              {draft.behalf ? (
                <>
                  {groups.map((group) => (
                    <optgroup key={group.id} label={pick(group.name)}>
                      {options(open.filter((one) => groupOf(one) === group.id))}
                    </optgroup>
                  ))}
                  <optgroup label={t('others')}>{options(open.filter((one) => groupOf(one) === undefined))}</optgroup>
                </>
              ) : (
                options(open)
              )}
            </Select>
          ) : null}
          <Writing
            key={playbook.id}
            playbook={playbook}
            context={known.context}
            channels={known.channels}
            draft={draft}
            save={save}
            onSent={setTold}
          />
        </>
      ) : null}
    </Page>
  );
};
