import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { PlanView } from '#engines/case/contract';
import { useFormats, useLocale, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { useLevels } from '../../parts/use-levels.ts';
import { MonthCalendar } from './month-calendar.tsx';
import { PlanDrawer } from './plan-drawer.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { rhythmText, words } from './plan-words.ts';
import './plans.css';

/** Matters that come round, and what is due day by day. */
export const PlansPage = () => {
  const t = useText(words);
  const [see, setSee] = useState<'list' | 'calendar'>('list');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      needs="case.read"
      actions={
        <Segmented
          value={see}
          onChange={setSee}
          options={[
            { value: 'list', label: t('list') },
            { value: 'calendar', label: t('calendar') },
          ]}
        />
      }
    >
      {see === 'list' ? <PlanList /> : <MonthCalendar />}
    </Page>
  );
};

const PlanList = () => {
  const t = useText(words);
  const pick = usePick();
  const locale = useLocale();
  const formats = useFormats();
  const now = useNow();
  const may = useMay();
  const { levelName } = useLevels();
  const [changing, setChanging] = useState<PlanView>();
  const [making, setMaking] = useState(false);
  const plans = useQuery({ queryKey: ['plans'], queryFn: () => cases.listPlans() });
  const rhythm = (plan: PlanView): string =>
    [
      rhythmText(plan, locale),
      plan.season ? t('season', plan.season) : undefined,
      plan.workingDays ? t('workingDays') : undefined,
    ]
      .filter(Boolean)
      .join(' · ');
  const state = (plan: PlanView) => (
    <StatusTag tone={plan.on ? 'done' : 'quiet'}>{plan.on ? t('on') : t('off')}</StatusTag>
  );
  const last = (plan: PlanView): string => {
    if (!plan.last) return t('never');
    const { day, opened, missed } = plan.last;
    return `${formats.day(day, now)} · ${t(missed > 0 ? 'missed' : 'opened', { opened, missed })}`;
  };
  const change = (plan: PlanView) =>
    may('plan.manage') ? (
      <Button size="small" onClick={() => setChanging(plan)} aria-label={`${t('change')}：${pick(plan.name)}`}>
        {t('change')}
      </Button>
    ) : null;
  const columns: readonly Column<PlanView>[] = [
    {
      id: 'plan',
      roomy: true,
      title: t('plan'),
      head: true,
      cell: (plan) => (
        <>
          <strong>{pick(plan.name)}</strong>
          {plan.own ? <StatusTag tone="quiet">{t('own')}</StatusTag> : null}
          <span className="case-number">{pick(plan.summary)}</span>
        </>
      ),
    },
    { id: 'state', title: t('state'), nowrap: true, cell: state },
    { id: 'every', title: t('every'), cell: rhythm },
    { id: 'level', title: t('level'), nowrap: true, cell: (plan) => levelName(plan.level) },
    {
      id: 'next',
      title: t('next'),
      nowrap: true,
      cell: (plan) => (plan.nextDays[0] ? formats.day(plan.nextDays[0], now) : ''),
    },
    { id: 'last', title: t('last'), cell: last },
    { id: 'change', title: t('change'), nowrap: true, cell: change },
  ];
  return (
    <>
      {may('plan.manage') ? (
        <div className="row plan-make">
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('newPlan')}
          </Button>
        </div>
      ) : (
        <p className="quiet small">{t('mayNot')}</p>
      )}
      <Loaded query={plans}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="calendar" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('title')}
              // A district’s own first: those it works on.
              rows={[...rows.filter((plan) => plan.own), ...rows.filter((plan) => !plan.own)]}
              columns={columns.filter((column) => column.id !== 'change' || may('plan.manage'))}
              keyOf={(plan) => plan.id}
              nameOf={(plan) => pick(plan.name)}
              card={(plan) => (
                <>
                  <strong>{pick(plan.name)}</strong>
                  <p className="quiet small">{pick(plan.summary)}</p>
                  <div className="row">
                    {state(plan)}
                    <span>{rhythm(plan)}</span>
                    <span>{levelName(plan.level)}</span>
                  </div>
                  <p className="card-meta">
                    <span>{last(plan)}</span>
                    {change(plan)}
                  </p>
                </>
              )}
            />
          )
        }
      </Loaded>
      {changing && !changing.own ? (
        <PlanDrawer key={changing.id} plan={changing} onClose={() => setChanging(undefined)} />
      ) : null}
      {making || changing?.own ? (
        <PlanEditor
          key={changing?.id ?? 'new'}
          plan={changing}
          onClose={() => {
            setMaking(false);
            setChanging(undefined);
          }}
        />
      ) : null}
    </>
  );
};
