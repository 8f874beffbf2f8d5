import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Switch } from 'antd';
import { useRef, useState } from 'react';
import type { PlanView } from '#engines/case/contract';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { ProblemNote, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useLevels } from '../../parts/use-levels.ts';
import { PlanPlaces } from './plan-places.tsx';
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
        <PlanPlaces
          level={level}
          some={some}
          places={places}
          onChange={(next) => {
            setSome(next.some);
            setPlaces(next.places);
          }}
          wrong={none && tried}
        />
        {save.isError ? <ProblemNote error={save.error} /> : null}
      </div>
    </Drawer>
  );
};
