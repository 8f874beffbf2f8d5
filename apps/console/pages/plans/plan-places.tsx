import { useQueries } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useText } from '#platform/web/i18n';
import { territory } from '../../app/clients.ts';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { words } from './plan-words.ts';

interface PlanPlacesProps {
  /** Name of the level at which matters open. */
  readonly level: string;
  readonly some: boolean;
  readonly places: readonly string[];
  readonly onChange: (next: { readonly some: boolean; readonly places: readonly string[] }) => void;
  /** Some were meant, and none is chosen. */
  readonly wrong: boolean;
}

/** Where a plan holds: all places of its level, or those that are named. */
export const PlanPlaces = ({ level, some, places, onChange, wrong }: PlanPlacesProps) => {
  const t = useText(words);
  const named = useQueries({
    queries: places.map((code) => ({
      queryKey: ['territory', 'detail', code],
      queryFn: () => territory.getTerritory({ params: { code } }),
      staleTime: 60_000,
    })),
  });
  return (
    <>
      <fieldset id="plan-places" tabIndex={-1}>
        <legend>{t('places')}</legend>
        <Radio.Group value={some} onChange={(event) => onChange({ some: event.target.value as boolean, places })}>
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
                    onClick={() => onChange({ some, places: places.filter((one) => one !== code) })}
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
              if (code && !places.includes(code)) onChange({ some, places: [...places, code] });
            }}
          />
          {wrong ? (
            <p className="plan-wrong" role="alert">
              {t('nonePicked', { level })}
            </p>
          ) : null}
        </>
      ) : null}
    </>
  );
};
