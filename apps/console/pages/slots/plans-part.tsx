import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { SlotPlanView } from '#engines/case/contract';
import { newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { Loaded } from '../../parts/states.tsx';
import { FreeTimes } from './free-times.tsx';
import { type Edited, SlotDrawer } from './slot-drawer.tsx';
import { words } from './slot-words.ts';

type Place = SlotPlanView['places'][number];

/** Plans of times: when each desk is open, what is free there, and the way to change it. */
export const PlansPart = ({ district }: { district: string }) => {
  const t = useText(words);
  const [edited, setEdited] = useState<Edited>();
  const query = useQuery({
    queryKey: ['slots', 'plans', district],
    queryFn: () => cases.listSlotPlans({ query: { district } }),
  });
  return (
    <>
      <Loaded query={query}>
        {(plans) => (
          <div className="stack">
            {plans.some((one) => one.whole) ? (
              <div>
                <Button onClick={() => setEdited({ id: `own.p${newId().slice(-8)}`, isNew: true })}>
                  {t('newPlan')}
                </Button>
              </div>
            ) : null}
            {plans.length === 0 ? (
              <Empty icon="calendar" title={t('noPlans')}>
                {t('noPlansText')}
              </Empty>
            ) : (
              plans.map((plan) => (
                <PlanPanel
                  key={plan.id}
                  district={district}
                  plan={plan}
                  onChange={(place) => setEdited({ id: plan.id, plan, ...(place && { place }) })}
                />
              ))
            )}
          </div>
        )}
      </Loaded>
      {edited ? (
        <SlotDrawer key={edited.id} district={district} edited={edited} onClose={() => setEdited(undefined)} />
      ) : null}
    </>
  );
};

const PlanPanel = ({
  district,
  plan,
  onChange,
}: {
  district: string;
  plan: SlotPlanView;
  onChange: (place?: Place) => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const [free, setFree] = useState<string>();
  const name = pick(plan.plan.name ?? { zh: plan.id, en: plan.id });
  const isChanged = (place: string): boolean => plan.changes.some((one) => one.place === place);
  const { minutes = 0, capacity = 0, aheadDays = 0 } = plan.plan;
  return (
    <section className="panel" aria-labelledby={`plan-${plan.id}`}>
      <header className="panel-head">
        <h2 id={`plan-${plan.id}`}>{name}</h2>
        <span className="row">
          {plan.own ? <StatusTag tone="quiet">{t('own')}</StatusTag> : null}
          {!plan.own && isChanged('') ? <StatusTag tone="primary">{t('changed')}</StatusTag> : null}
          {plan.plan.off ? <StatusTag tone="soon">{t('closedNow')}</StatusTag> : null}
          {plan.whole ? (
            <Button size="small" aria-label={`${t('changeAll')}：${name}`} onClick={() => onChange()}>
              {t('changeAll')}
            </Button>
          ) : null}
        </span>
      </header>
      <p className="quiet small">{t('eachTime', { minutes, capacity, ahead: aheadDays })}</p>
      {plan.places.length === 0 ? (
        <p className="quiet">{t('noPlaces')}</p>
      ) : (
        <ul className="slots-places" aria-label={`${t('places')}：${name}`}>
          {plan.places.map((place) => (
            <li key={place.id}>
              <div className="row">
                <strong>{place.name}</strong>
                {isChanged(place.id) ? <StatusTag tone="primary">{t('changed')}</StatusTag> : null}
                {place.off ? <StatusTag tone="soon">{t('closedNow')}</StatusTag> : null}
                <span className="bar-space" />
                <Button
                  size="small"
                  aria-expanded={free === place.id}
                  aria-label={`${t(free === place.id ? 'hideFree' : 'free')}：${place.name}`}
                  onClick={() => setFree(free === place.id ? undefined : place.id)}
                >
                  {t(free === place.id ? 'hideFree' : 'free')}
                </Button>
                <Button size="small" aria-label={`${t('change')}：${place.name}`} onClick={() => onChange(place)}>
                  {t('change')}
                </Button>
              </div>
              <p className="quiet small">{pick(place.hours)}</p>
              {free === place.id ? <FreeTimes district={district} plan={plan.id} place={place.id} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
