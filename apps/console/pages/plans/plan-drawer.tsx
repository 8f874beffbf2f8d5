import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Radio, Switch } from 'antd';
import { useRef, useState } from 'react';
import type { PlanView } from '#engines/case/contract';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { ProblemNote, toast } from '#platform/web/kit';
import { cases, territory } from '../../app/clients.ts';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { useLevels } from '../../parts/use-levels.ts';
import { words } from './plan-words.ts';

/** Switches a plan on or off, at all its places or at some. */
export const PlanDrawer = ({ plan, onClose }: { plan: PlanView; onClose: () => void }) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const { levelName } = useLevels();
  const level = levelName(plan.level);
  const [on, setOn] = useState(plan.on);
  const [some, setSome] = useState(plan.places !== null);
  const [places, setPlaces] = useState<readonly string[]>(plan.places ?? []);
  const [tried, setTried] = useState(false);
  const command = useRef(newId());
  const named = useQueries({
    queries: places.map((code) => ({
      queryKey: ['territory', 'detail', code],
      queryFn: () => territory.getTerritory({ params: { code } }),
      staleTime: 60_000,
    })),
  });
  const save = useMutation({
    mutationFn: () =>
      cases.switchPlan({
        params: { plan: plan.id },
        body: { id: command.current, on, places: some ? [...places] : null },
      }),
    onSuccess: () => {
      toast(t('saved'));
      void client.invalidateQueries({ queryKey: ['plans'] });
      onClose();
    },
    onError: (error) => {
      if (asProblem(error).kind === 'refused') command.current = newId();
    },
  });
  const none = some && places.length === 0;
  return (
    <Drawer
      open
      title={pick(plan.name)}
      width="min(520px, 100vw)"
      onClose={onClose}
      footer={
        <div className="row drawer-foot">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() => {
              setTried(true);
              if (!none) save.mutate();
            }}
          >
            {t('save')}
          </Button>
        </div>
      }
    >
      <div className="plan-form">
        <p>{pick(plan.summary)}</p>
        <p className="quiet">
          {t('playbook')}：{pick(plan.playbook.name)} · {pick(plan.category.name)}
        </p>
        <label className="row">
          <Switch checked={on} onChange={setOn} aria-label={t('switchOn')} />
          {t('switchOn')}
        </label>
        <fieldset>
          <legend>{t('places')}</legend>
          <Radio.Group value={some} onChange={(event) => setSome(event.target.value as boolean)}>
            <Radio value={false}>{t('all', { level })}</Radio>
            <Radio value>{t('some', { level })}</Radio>
          </Radio.Group>
        </fieldset>
        {some ? (
          <>
            <ul className="plan-places">
              {places.map((code, index) => {
                const name = named[index]?.data?.node.name ?? code;
                return (
                  <li key={code}>
                    {name}
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${t('remove')}：${name}`}
                      onClick={() => setPlaces(places.filter((one) => one !== code))}
                    >
                      {t('remove')}
                    </Button>
                  </li>
                );
              })}
            </ul>
            <TerritorySelect
              key={places.length}
              label={t('addPlace', { level })}
              value={undefined}
              onChange={(code) => {
                if (code && !places.includes(code)) setPlaces([...places, code]);
              }}
            />
            {none && tried ? (
              <p className="plan-wrong" role="alert">
                {t('nonePicked', { level })}
              </p>
            ) : null}
          </>
        ) : null}
        {save.isError ? <ProblemNote error={save.error} /> : null}
      </div>
    </Drawer>
  );
};
