import { useEffect, useState } from 'react';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Choose, ProblemNote, Skeleton } from '#platform/web/kit';
import { type PlaceOption, useFieldServices } from '../field-services.tsx';
import type { InputProps } from '../field-web.tsx';

const messages = defineMessages({
  zh: { choose: '请选择', further: '请再选下一级（可不选）', no: '这里不能选择区域。' },
  en: { choose: 'Please choose', further: 'Choose one level down (optional)', no: 'Places cannot be chosen here.' },
});

interface Step {
  readonly options: readonly PlaceOption[];
  readonly chosen: string;
}

/** Street, then community, then as far down as somebody knows: one list a level, each fetched when it is needed. */
export const TerritoryInput = ({ field, value, onChange, id, describedBy, wrong }: InputProps<string>) => {
  const t = useText(messages);
  const pick = usePick();
  const { listPlaces } = useFieldServices();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [error, setError] = useState<unknown>();
  const [again, setAgain] = useState(0);

  useEffect(() => {
    if (!listPlaces) return undefined;
    let gone = false;
    const load = async () => {
      const next: Step[] = [];
      for (let above: string | undefined; ; ) {
        const options = await listPlaces(above);
        // A code begins with the code of what it lies in; the longest match is the way down to the value.
        const chosen = options.find((one) => value !== null && value.startsWith(one.code))?.code ?? '';
        if (options.length > 0) next.push({ options, chosen });
        if (!chosen || options.find((one) => one.code === chosen)?.childCount === 0) break;
        above = chosen;
      }
      if (!gone) {
        setSteps(next);
        setError(undefined);
      }
    };
    load().catch((problem: unknown) => {
      if (!gone) setError(problem);
    });
    return () => {
      gone = true;
    };
  }, [listPlaces, value, again]);

  if (!listPlaces) return <p className="lf-hint">{t('no')}</p>;
  if (error) return <ProblemNote error={error} onRetry={() => setAgain(again + 1)} />;
  if (steps.length === 0) return <Skeleton rows={1} card={false} />;
  return (
    <div className="lf-stack">
      {steps.map((step, level) => (
        <Choose
          key={step.options[0]?.code ?? level}
          id={level === 0 ? id : `${id}-${level}`}
          aria-label={pick(field.name)}
          aria-describedby={describedBy}
          wrong={wrong && level === 0}
          value={step.chosen}
          onChange={(event) => onChange(event.target.value || (steps[level - 1]?.chosen ?? null))}
        >
          <option value="">{level === 0 ? t('choose') : t('further')}</option>
          {step.options.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Choose>
      ))}
    </div>
  );
};
