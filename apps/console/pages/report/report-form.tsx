import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { CaseForm, NearCases, placeFields, placeRefusals, reportFields } from '#engines/case/web';
import { type channelsOnBehalf, phoneFieldOf, type Playbook } from '#engines/case/model';
import type { NearCase } from '#engines/case/contract';
import type { Field, FieldContext } from '#fields/field';
import { label } from '#kernel/label';
import { type CheckedValues, useForm } from '#fields/web';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { ChoiceChips, FormRow, Select, TextField, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { Panel } from '../../parts/page.tsx';
import { words } from './report-words.ts';
import { ApplicantBox } from './applicant-box.tsx';
import { type Caller, OWN, SHEET } from './written.ts';

interface ReportFormProps {
  readonly offered: readonly Playbook[];
  readonly context: FieldContext;
  readonly channels: ReturnType<typeof channelsOnBehalf>;
  readonly caller: Caller;
  readonly onCaller: (caller: Caller) => void;
  readonly start: CheckedValues;
  readonly onChecked: (playbook: Playbook, values: CheckedValues) => void;
  readonly onMeToo: () => void;
}

/** What is asked on that way beside: a call needs the number to call back, paper a photo of the sheet. */
const askedOn = (playbook: Playbook, channel: ReportFormProps['channels'][number] | undefined): Playbook => {
  const phone = channel?.phone && phoneFieldOf(playbook);
  const fields = playbook.fields.map((field) => (field === phone ? { ...field, required: true } : field));
  return { ...playbook, fields: channel?.sheet ? [sheetField, ...fields] : fields };
};

const sheetField: Field = {
  id: SHEET,
  type: 'photos',
  name: label('纸面照片', 'Photos of the sheet'),
  required: true,
  options: { max: 6 },
};

export const ReportForm = (props: ReportFormProps) => {
  const { offered, channels, caller, onCaller } = props;
  const t = useText(words);
  const pick = usePick();
  const [chosen, setChosen] = useState('');
  const [asked, setAsked] = useState(false);
  const channel = channels.find((one) => one.id === caller.channel);
  const phoneNeeded = channel?.phone === 'needed';
  const declared = offered.find((one) => one.id === chosen) ?? offered[0];
  const playbook = useMemo(() => declared && askedOn(declared, channel), [declared, channel]);
  // A playbook that asks for personal details asks for the phone itself: nobody is asked twice.
  const asksPhone = !playbook?.fields.some((field) => field.privacy) || (phoneNeeded && !phoneFieldOf(playbook));
  const nameMissing = asked && caller.channel !== OWN && !caller.name.trim() ? t('nameMissing') : undefined;
  return (
    <div className="report">
      <div className="stack">
        <Panel title={t('who')}>
          <div className="form">
            <FormRow id="channel" label={t('channel')} hint={channel && pick(channel.hint)} required group>
              <ChoiceChips
                name="channel"
                value={[caller.channel]}
                choices={[
                  ...channels.map((one) => ({ value: one.id, label: pick(one.name) })),
                  { value: OWN, label: t('own'), note: t('ownNote') },
                ]}
                onChange={([one]) => one && onCaller({ ...caller, channel: one })}
              />
            </FormRow>
            {caller.channel === OWN ? null : (
              <>
                <TextField
                  label={t('name')}
                  hint={t('nameHint')}
                  required
                  maxLength={40}
                  autoComplete="off"
                  value={caller.name}
                  error={nameMissing}
                  onChange={(event) => onCaller({ ...caller, name: event.target.value })}
                />
                {asksPhone ? (
                  <TextField
                    label={t('phoneNumber')}
                    hint={t('phoneHint')}
                    required={phoneNeeded}
                    error={asked && phoneNeeded && !caller.phone.trim() ? t('phoneMissing') : undefined}
                    type="tel"
                    maxLength={20}
                    autoComplete="off"
                    value={caller.phone}
                    onChange={(event) => onCaller({ ...caller, phone: event.target.value })}
                  />
                ) : null}
              </>
            )}
            {offered.length > 1 ? (
              <Select
                label={t('playbook')}
                required
                value={playbook?.id ?? ''}
                onChange={(event) => setChosen(event.target.value)}
              >
                {offered.map((one) => (
                  <option key={one.id} value={one.id}>
                    {pick(one.name)}
                  </option>
                ))}
              </Select>
            ) : null}
          </div>
        </Panel>
      </div>
      {playbook ? (
        <Matter
          key={playbook.id}
          {...props}
          playbook={playbook}
          ready={
            caller.channel === OWN || (caller.name.trim() !== '' && !(asksPhone && phoneNeeded && !caller.phone.trim()))
          }
          onAsked={() => setAsked(true)}
        />
      ) : null}
    </div>
  );
};

type MatterProps = ReportFormProps & {
  readonly playbook: Playbook;
  readonly ready: boolean;
  readonly onAsked: () => void;
};

const Matter = ({ playbook, context, start, ready, onAsked, onChecked, onMeToo }: MatterProps) => {
  const t = useText(words);
  const pick = usePick();
  const form = useForm(reportFields(playbook), context, start);
  const draft = useDeferredValue(form.draft);
  const text = (id: string): string | undefined => {
    const value = draft[id];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const category = text('category');
  const code = text(placeFields.code.id);
  const point = draft[placeFields.point.id] as { lng: number; lat: number; datum: 'WGS-84' } | null | undefined;
  const near = useQuery({
    queryKey: ['case', 'near-report', playbook.id, category, code, point],
    queryFn: () =>
      cases.nearCases({
        body: {
          playbook: playbook.id,
          ...(category ? { category } : {}),
          ...(code ? { code } : {}),
          ...(point ? { point } : {}),
        },
      }),
    enabled: category !== undefined && (code !== undefined || Boolean(point)),
    staleTime: 30_000,
  });
  const meToo = useMutation({
    mutationFn: (one: NearCase) => cases.addMeToo({ params: { id: one.row.id }, body: { id: newId() } }),
    onSuccess: () => {
      toast(t('meTooDone'));
      onMeToo();
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const check = async (): Promise<void> => {
    onAsked();
    // Nobody reads a report back whose place is missing.
    const values = await form.check(undefined, placeRefusals(form.draft));
    if (values && ready) onChecked(playbook, values);
    if (!ready) document.getElementById('channel')?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className="stack">
      <ApplicantBox playbook={playbook} form={form} />
      <Panel title={t('what')}>
        <form
          className="report-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void check();
          }}
        >
          <CaseForm playbook={playbook} context={context} form={form} />
          <Button type="primary" size="large" htmlType="submit">
            {t('next')}
          </Button>
        </form>
      </Panel>
      {near.data && near.data.length > 0 ? (
        <NearCases
          cases={near.data}
          busy={meToo.isPending ? meToo.variables.row.id : undefined}
          onMeToo={(one) => meToo.mutate(one)}
        />
      ) : null}
    </div>
  );
};
