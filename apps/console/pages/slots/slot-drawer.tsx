import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { chinaDate } from '#kernel/instant';
import type { SlotPlanChangeView, SlotPlanView } from '#engines/case/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Notice, ProblemNote, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { changeOf, formOf, slipsOf } from './slot-form.ts';
import { SlotFields } from './slot-fields.tsx';
import { words } from './slot-words.ts';

/** What is changed: a plan for the whole district, for one place, or a new one. */
export interface Edited {
  readonly id: string;
  readonly plan?: SlotPlanView;
  readonly place?: SlotPlanView['places'][number];
  readonly isNew?: boolean;
}

type Preview = Awaited<ReturnType<typeof cases.previewSlotPlan>>;
/** Times that are named one by one; the others are counted. */
const NAMED = 8;

/** Changes a plan of times; whom it touches is said before it is saved. */
export const SlotDrawer = ({
  district,
  edited,
  onClose,
}: {
  district: string;
  edited: Edited;
  onClose: () => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const { id, plan, place, isNew = false } = edited;
  const own = isNew || (plan?.own === true && !place);
  const had = plan?.changes.find((one) => one.place === (place?.id ?? ''))?.change ?? {};
  const [before] = useState(() => formOf({ ...plan?.plan, ...(place && had) }, had.closed ?? {}));
  const [form, setForm] = useState(before);
  const [attempt, setAttempt] = useState(0);
  const [seen, setSeen] = useState<{ preview: Preview; change: SlotPlanChangeView | null }>();
  const command = useRef(newId());
  const where = { district, ...(place && { place: place.id }) };
  const save = useMutation({
    mutationFn: (change: SlotPlanChangeView | null) =>
      cases.changeSlotPlan({ params: { plan: id }, body: { ...where, id: command.current, change } }),
    onSuccess: async () => {
      toast(t('saved'));
      onClose();
      await client.invalidateQueries({ queryKey: ['slots'] });
    },
    onError: (error) => {
      if (asProblem(error).kind === 'refused') command.current = newId();
    },
  });
  const check = useMutation({
    mutationFn: async (change: SlotPlanChangeView | null) => ({
      change,
      preview: await cases.previewSlotPlan({ params: { plan: id }, body: { ...where, change } }),
    }),
    onSuccess: (found) => {
      // Nobody is touched: there is nothing to say before it is saved.
      if (found.preview.touched.length === 0) save.mutate(found.change);
      else setSeen(found);
    },
  });
  const slips = attempt > 0 ? slipsOf(form, own) : [];
  const send = (): void => {
    setAttempt(attempt + 1);
    if (slipsOf(form, own).length > 0) return;
    check.mutate(changeOf(form, before, had, own));
  };
  const busy = check.isPending || save.isPending;
  const isChanged = plan?.changes.some((one) => one.place === (place?.id ?? '')) ?? false;
  const takeBack = place ? 'takeBack' : plan?.own ? 'deletePlan' : 'takeBackPack';
  const name = plan?.plan.name ? pick(plan.plan.name) : '';
  const title = isNew ? t('newTitle') : t('formTitle', { plan: name, place: place?.name ?? t('wholeDistrict') });
  return (
    <Drawer
      open
      title={title}
      width="min(640px, 100vw)"
      onClose={onClose}
      footer={
        <div className="row drawer-foot">
          {seen ? (
            <>
              <Button onClick={() => setSeen(undefined)}>{t('back')}</Button>
              <Button type="primary" loading={save.isPending} onClick={() => save.mutate(seen.change)}>
                {t('save')}
              </Button>
            </>
          ) : (
            <>
              {isChanged ? (
                <Button danger disabled={busy} onClick={() => check.mutate(null)}>
                  {t(takeBack)}
                </Button>
              ) : null}
              <span className="bar-space" />
              <Button onClick={onClose}>{t('cancel')}</Button>
              <Button type="primary" loading={busy} onClick={send}>
                {t('check')}
              </Button>
            </>
          )}
        </div>
      }
    >
      {seen ? (
        <Touched plan={id} preview={seen.preview} />
      ) : (
        <SlotFields
          form={form}
          onChange={setForm}
          own={own}
          isPlace={place !== undefined}
          slips={slips}
          attempt={attempt}
        />
      )}
      {save.isError || check.isError ? <ProblemNote error={save.error ?? check.error} /> : null}
    </Drawer>
  );
};

/** Those who have booked what will not be offered any more. */
const Touched = ({ plan, preview }: { plan: string; preview: Preview }) => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const people = preview.touched.reduce((sum, one) => sum + one.people, 0);
  const named = preview.touched.slice(0, NAMED);
  const others = preview.touched.length - named.length;
  return (
    <div className="stack">
      <Notice tone="soon" icon="alert">
        <strong>{t('touchedTitle', { n: people })}</strong>
        <p>{t('touchedText')}</p>
      </Notice>
      <ul className="slots-touched">
        {named.map((one) => (
          <li key={`${one.place} ${one.start}`}>
            {t(one.why === 'not-offered' ? 'notOffered' : 'tooMany', {
              when: formats.moment(one.start, now),
              place: one.placeName,
              n: one.people,
            })}{' '}
            <Link to="/slots" search={{ desk: `${plan} ${one.place}`, day: chinaDate(one.start) }}>
              {t('seeDay')}
              <span className="lf-unseen"> {formats.moment(one.start, now)}</span>
            </Link>
          </li>
        ))}
        {others > 0 ? <li>{t('moreTouched', { n: others })}</li> : null}
      </ul>
    </div>
  );
};
