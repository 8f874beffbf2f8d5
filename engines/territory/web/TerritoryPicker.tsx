import { useQueries } from '@tanstack/react-query';
import { useId } from 'react';
import { codeToPath, findPathOfCode, pathToCode, trailPaths } from '#engines/territory/model';
import { defineMessages, useText } from '#platform/web/i18n';
import { Choose, ProblemNote, Skeleton } from '#platform/web/kit';
import { childrenQuery, territory, useLevelName } from './territory-queries.ts';

const messages = defineMessages({
  zh: { choose: '请选择', choosing: '请选择{level}', below: '再选下一级（可不选）', whole: '所在区域，第 {number} 级' },
  en: {
    choose: 'Please choose',
    choosing: 'Please choose: {level}',
    below: 'One level down (optional)',
    whole: 'Place, step {number}',
  },
});

interface Option {
  readonly code: string;
  readonly name: string;
  readonly childCount: number;
  readonly level?: string;
}

export interface TerritoryPickerProps {
  readonly value: string | null;
  readonly onChange: (code: string | null, names: string) => void;
  /** Code of the node to start below, usually the district. */
  readonly at: string;
  /** Level id below which nothing is asked. */
  readonly deepest?: string;
  /** Without sign-in: streets and communities of the public list. */
  readonly open?: boolean;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

const publicQuery = (code: string) => ({
  queryKey: ['territory', 'public', code],
  queryFn: ({ signal }: { signal: AbortSignal }) => territory.listPublicPlaces({ params: { code } }, { signal }),
  staleTime: 10 * 60_000,
});

/** Street, then community, then grid: one list a level, each fetched when the one above it is chosen. */
export const TerritoryPicker = ({
  value,
  onChange,
  at,
  deepest = 'grid',
  open = false,
  id,
  disabled = false,
  required = false,
}: TerritoryPickerProps) => {
  const t = useText(messages);
  const levelName = useLevelName();
  const made = useId();
  const use = id ?? made;
  const path = value === null ? undefined : findPathOfCode(value);
  const start = codeToPath(at);
  const chosen = path?.startsWith(start)
    ? trailPaths(path)
        .filter((step) => step.length > start.length)
        .map(pathToCode)
    : [];
  const parents = [at, ...chosen];
  const lists = useQueries({
    queries: parents.map((code) => (open ? publicQuery(code) : childrenQuery(code))) as ReturnType<
      typeof childrenQuery
    >[],
  });

  const names: string[] = [];
  const steps: { readonly options: readonly Option[]; readonly value: string }[] = [];
  for (const [index, list] of lists.entries()) {
    const options: readonly Option[] = list.data ?? [];
    if (options.length === 0) break;
    const code = chosen[index] ?? '';
    const option = options.find((one) => one.code === code);
    steps.push({ options, value: code });
    if (!option) break;
    names.push(option.name);
    if (option.childCount === 0 || option.level === deepest) break;
  }
  const failed = lists.find((list) => list.isError);
  const change = (step: number, code: string): void => {
    const option = steps[step]?.options.find((one) => one.code === code);
    const kept = names.slice(0, step);
    if (option) onChange(option.code, [...kept, option.name].join(' · '));
    else onChange(chosen[step - 1] ?? null, kept.join(' · '));
  };
  if (failed) return <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (steps.length === 0) return <Skeleton rows={1} card={false} />;
  return (
    <div className="lf-stack">
      {steps.map(({ options, value: code }, step) => {
        const level = options[0]?.level === undefined ? '' : levelName(options[0].level);
        return (
          <Choose
            key={parents[step]}
            id={step === 0 ? use : `${use}-${step}`}
            aria-label={step === 0 && id ? undefined : level || t('whole', { number: step + 1 })}
            aria-required={(required && step === 0) || undefined}
            disabled={disabled}
            value={code}
            onChange={(event) => change(step, event.target.value)}
          >
            <option value="">{step > 0 ? t('below') : level ? t('choosing', { level }) : t('choose')}</option>
            {options.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </Choose>
        );
      })}
    </div>
  );
};
