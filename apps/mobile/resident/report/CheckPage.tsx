import { useMutation, useQuery } from '@tanstack/react-query';
import type { Json, FieldContext } from '#fields/field';
import { type Form, FormFields, useTextOfField } from '#fields/web';
import { categoriesOf, CollectionNotice, NearCases, placeFields } from '#engines/case/web';
import type { NearCase } from '#engines/case/contract';
import { noticeOfFields, type Playbook } from '#engines/case/model';
import { newId } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, ErrorSummary, List, ListRow, ProblemNote, toast } from '#platform/web/kit';
import { Page } from '../../shell/Page.tsx';
import { hrefOf } from '../../shell/router.ts';
import { cases } from '../clients.ts';
import type { ReportDraft } from './report-draft.ts';
import type { Step } from './steps.ts';

const messages = defineMessages({
  zh: {
    title: '核对一下',
    send: '发送',
    what: '事项',
    where: '地点',
    change: '修改',
    none: '未填',
    plateUnread: '二维码所在的地点',
    chosen: '已选择的地点',
    joined: '已替您记上，同一件事会一起办理',
  },
  en: {
    title: 'Please check',
    send: 'Send',
    what: 'What',
    where: 'Where',
    change: 'Change',
    none: 'not given',
    plateUnread: 'Where the QR plate is',
    chosen: 'The place you chose',
    joined: 'You are counted in; it is handled as one matter',
  },
});

const firstText = (values: Form['draft']): string | undefined => {
  const found = Object.entries(values).find(
    ([id, value]) => typeof value === 'string' && value.length > 3 && id !== 'category' && !id.startsWith('place'),
  );
  return found ? String(found[1]).slice(0, 300) : undefined;
};

/** Known things shown, the phone number offered, a hint when it may be known already, and one button. */
export default function CheckPage({
  playbook,
  context,
  form,
  draft,
  steps,
  questions,
  district,
  prefix,
  sending,
  onSend,
  onMeToo,
}: {
  playbook: Playbook;
  context: FieldContext;
  form: Form;
  draft: ReportDraft;
  steps: readonly Step[];
  /** Where the questions stand: `/report`. */
  questions: string;
  district: string | undefined;
  prefix: string;
  sending: boolean;
  /** @param notice version of the notice that was shown */
  onSend: (notice: string | undefined) => void;
  onMeToo: () => void;
}) {
  const t = useText(messages);
  const pick = usePick();
  const say = useTextOfField(context);
  const code = typeof form.draft['category'] === 'string' ? form.draft['category'] : undefined;
  const category = code === undefined ? undefined : categoriesOf(playbook, context).find(code);
  const placeCode = (form.draft[placeFields.code.id] as string | null | undefined) ?? draft.plate?.place?.code;
  const point = form.draft[placeFields.point.id] as { lng: number; lat: number; datum: 'WGS-84' } | null | undefined;
  const words = firstText(form.draft);

  const near = useQuery({
    queryKey: ['near', playbook.id, code, placeCode, point, words],
    enabled: Boolean(code && (placeCode || point)),
    retry: false,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      cases.nearPublicly(
        {
          body: {
            playbook: playbook.id,
            ...(code ? { category: code } : {}),
            ...(placeCode ? { code: placeCode } : {}),
            ...(point ? { point } : {}),
            ...(words ? { words } : {}),
            ...(district ? { district: district.slice(0, 6) } : {}),
          },
        },
        { signal },
      ),
  });
  const join = useMutation({
    mutationFn: (one: NearCase) =>
      cases.addMeTooPublicly({
        params: { id: one.row.id },
        body: {
          id: newId(),
          ...(draft.plate ? { plate: draft.plate.code } : {}),
          ...(district ? { district: district.slice(0, 6) } : {}),
        },
      }),
    onSuccess: () => {
      toast(t('joined'));
      onMeToo();
    },
  });

  const placeName = draft.plate?.place
    ? [draft.plate.place.name, draft.plate.place.text].filter(Boolean).join(' · ')
    : draft.plate
      ? t('plateUnread')
      : undefined;
  const ownPlace = form.draft[placeFields.code.id] ?? null;
  const placeText = form.draft[placeFields.text.id];
  const asked = steps.filter((step) => step.id !== 'what' && step.id !== 'where' && step.id !== 'check');
  const offered = steps.find((step) => step.id === 'check')?.fields ?? [];
  return (
    <Page
      title={t('title')}
      back={questions}
      foot={
        <Button
          look="primary"
          icon="send"
          busy={sending}
          onClick={() => onSend(noticeOfFields(playbook.fields)?.version)}
        >
          {t('send')}
        </Button>
      }
    >
      <ErrorSummary errors={form.summary(prefix)} attempt={form.attempt} />
      <NearCases
        cases={near.data ?? []}
        busy={join.isPending ? join.variables.row.id : undefined}
        onMeToo={(one) => join.mutate(one)}
      />
      {join.error ? <ProblemNote error={join.error} /> : null}
      <List label={t('title')}>
        <ListRow
          title={category ? pick(category.name) : t('none')}
          note={t('what')}
          href={hrefOf(questions)}
          end={<span className="m-change">{t('change')}</span>}
        />
        <ListRow
          title={
            <>
              {ownPlace === null ? (placeName ?? t('chosen')) : <PlaceName code={String(ownPlace)} />}
              {typeof placeText === 'string' ? ` · ${placeText}` : ''}
            </>
          }
          note={t('where')}
          href={hrefOf(`${questions}/where`)}
          end={<span className="m-change">{t('change')}</span>}
        />
        {asked.map((step) =>
          step.fields.map((field) => {
            const value = form.draft[field.id] ?? null;
            return (
              <ListRow
                key={field.id}
                title={value === null ? t('none') : say(field, value as Json)}
                note={pick(field.name)}
                href={hrefOf(`${questions}/${step.id}`)}
                end={<span className="m-change">{t('change')}</span>}
              />
            );
          }),
        )}
      </List>
      <div className="m-form">
        <CollectionNotice fields={offered} />
        <FormFields fields={offered} form={form} context={context} prefix={prefix} />
      </div>
    </Page>
  );
}

/** The names of a chosen place, if the lists that were looked at are still known. */
const PlaceName = ({ code }: { code: string }) => {
  const t = useText(messages);
  const district = code.slice(0, 6);
  const { data } = useQuery({
    queryKey: ['place-name', code],
    staleTime: 60 * 60_000,
    queryFn: async () => {
      const { territory } = await import('../clients.ts');
      const names: string[] = [];
      for (let above = district; above !== code; ) {
        const found = (await territory.listPublicPlaces({ params: { code: above } })).find((one) =>
          code.startsWith(one.code),
        );
        if (!found || found.code === above) break;
        names.push(found.name);
        above = found.code;
      }
      return names.join(' · ');
    },
  });
  return <>{data || t('chosen')}</>;
};
