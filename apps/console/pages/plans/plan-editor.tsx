import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Switch } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import type { PlanView } from '#engines/case/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { ErrorSummary, ProblemNote, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { Loaded } from '../../parts/states.tsx';
import { useLevels } from '../../parts/use-levels.ts';
import { PlanFields } from './plan-fields.tsx';
import { emptyForm, formOf, type PlanForm, planOf, slipsOf } from './plan-form.ts';
import { PlanPlaces } from './plan-places.tsx';
import { words } from './plan-words.ts';

const idOf = (field: string): string => `plan-${field}`;

/** Makes a plan of the district's own, or changes one; its next days are shown before it is saved. */
export const PlanEditor = ({ plan, onClose }: { plan: PlanView | undefined; onClose: () => void }) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const { levelName } = useLevels();
  const [form, setForm] = useState<PlanForm>(plan ? formOf(plan) : emptyForm);
  const [on, setOn] = useState(plan?.on ?? true);
  const [where, setWhere] = useState<{ readonly some: boolean; readonly places: readonly string[] }>({
    some: plan ? plan.places !== null : false,
    places: plan?.places ?? [],
  });
  const [attempt, setAttempt] = useState(0);
  const [id] = useState(() => plan?.id ?? `own.p-${newId().slice(-8)}`);
  const command = useRef(newId());
  const ground = useQuery({ queryKey: ['plans', 'ground'], queryFn: () => cases.getPlanGround(), staleTime: 60_000 });
  const places = where.some ? [...where.places] : null;
  const none = where.some && where.places.length === 0;
  const save = useMutation({
    mutationFn: (given: NonNullable<ReturnType<typeof planOf>>) =>
      cases.savePlan({ params: { plan: id }, body: { id: command.current, plan: given, on, places } }),
    onSuccess: async () => {
      toast(t('saved'));
      onClose();
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
    onError: (error) => {
      if (asProblem(error).kind === 'refused') command.current = newId();
    },
  });
  const refused = save.isError ? asProblem(save.error) : undefined;
  const slips = new Map<string, string>();
  if (attempt > 0) {
    for (const one of refused?.fields ?? []) slips.set(one.field, pick(one.message));
    for (const one of slipsOf(form)) slips.set(one.field, t(one.say));
    if (none) slips.set('places', t('nonePicked', { level: levelName(form.level) }));
  }
  const send = (): void => {
    setAttempt(attempt + 1);
    const given = planOf(form);
    if (given && !none) save.mutate(given);
  };
  return (
    <Drawer
      open
      title={plan ? t('editTitle', { name: pick(plan.name) }) : t('newPlan')}
      width="min(560px, 100vw)"
      onClose={onClose}
      footer={
        <div className="row drawer-foot">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={send}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <Loaded query={ground}>
        {(found) => (
          <form className="stack plan-form" noValidate onSubmit={(event) => event.preventDefault()}>
            <ErrorSummary
              errors={[...slips].map(([field, text]) => ({ id: idOf(field), text }))}
              attempt={attempt + (refused ? 0.5 : 0)}
            />
            <PlanFields
              form={form}
              onChange={(next) => {
                setForm(next);
                if (save.isError) save.reset();
              }}
              ground={found}
              slipAt={(field) => slips.get(field)}
              idOf={idOf}
            />
            {form.level ? (
              <PlanPlaces level={levelName(form.level)} {...where} onChange={setWhere} wrong={none && attempt > 0} />
            ) : null}
            <label className="row">
              <Switch checked={on} onChange={setOn} aria-label={t('switchOn')} />
              {t('switchOn')}
            </label>
            <NextDays form={form} places={places} />
            {refused && refused.fields.length === 0 ? <ProblemNote error={save.error} /> : null}
          </form>
        )}
      </Loaded>
    </Drawer>
  );
};

/** The days that the form would open matters on, asked of the server because it knows the days of rest. */
const NextDays = ({ form, places }: { form: PlanForm; places: readonly string[] | null }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const given = planOf(useDeferredValue(form), '预览');
  const asked = places && places.length === 0 ? null : places;
  const preview = useQuery({
    queryKey: ['plan-preview', given, asked],
    queryFn: () => cases.previewPlan({ body: { plan: given ?? ({} as never), ...(asked && { places: [...asked] }) } }),
    enabled: given !== undefined,
    placeholderData: (before) => before,
  });
  return (
    <section className="plan-preview" aria-live="polite">
      <h2>{t('preview')}</h2>
      {given === undefined ? <p className="quiet">{t('previewWait')}</p> : null}
      {given !== undefined ? (
        <Loaded query={preview}>
          {({ days, places: count, faults }) => {
            if (faults.length > 0)
              return <p className="plan-wrong">{faults.map((one) => pick(one.problem)).join('；')}</p>;
            if (days.length === 0) return <p className="plan-wrong">{t('previewNone')}</p>;
            return (
              <>
                <ol className="plan-days">
                  {days.map((day) => (
                    <li key={day}>
                      {formats.day(day, now)} {formats.weekday(day)} {form.opensAt}
                    </li>
                  ))}
                </ol>
                <p className="quiet small">{t('previewEach', { n: count })}</p>
              </>
            );
          }}
        </Loaded>
      ) : null}
    </section>
  );
};
