import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useId } from 'react';
import type { TerritoryDetail, TerritoryNode } from '#engines/territory/contract';
import { useText } from '#platform/web/i18n';
import { FormRow, Notice, Select, TextField } from '#platform/web/kit';
import { territory } from '../../../app/clients.ts';
import { TerritorySelect } from '../../../parts/territory-select.tsx';
import { type ChangeKind, type Draft, nextStep } from './draft.ts';
import { words } from './words.ts';

interface WhatPartProps {
  readonly kind: ChangeKind;
  readonly detail: TerritoryDetail;
  readonly draft: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
}

const useChildren = (code: string | undefined) =>
  useQuery({
    queryKey: ['territory', 'children', code],
    queryFn: () => territory.listChildren({ params: { code: code ?? '' } }),
    enabled: code !== undefined,
    staleTime: 60_000,
  });

const stepOf = (node: TerritoryNode, parent: string): string => node.code.slice(parent.length);

/** The first page of the stepper: only what this kind of change has to know. */
export const WhatPart = (props: WhatPartProps) => {
  const { kind, detail, draft, onChange } = props;
  const t = useText(words);
  const base = useId();
  const { node } = detail;
  if (kind === 'end') return <Notice>{t('endText', { name: node.name })}</Notice>;
  if (kind === 'reopen') return <Notice>{t('reopenText', { name: node.name })}</Notice>;
  if (kind === 'split') return <SplitPart {...props} />;
  if (kind === 'merge') return <MergePart {...props} />;
  if (kind === 'rename')
    return (
      <div className="form">
        <TextField
          label={t('name')}
          required
          maxLength={60}
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <TextField
          label={t('officialName')}
          maxLength={80}
          value={draft.officialName}
          onChange={(event) => onChange({ officialName: event.target.value })}
        />
      </div>
    );
  return (
    <div className="form">
      <FormRow id={`${base}-parent`} label={t('parent')} required group>
        <TerritorySelect
          className="change-wide"
          label={t('parent')}
          value={draft.parent}
          clearable={false}
          onChange={(parent) => onChange({ parent })}
        />
      </FormRow>
      <TextField
        label={t('stepCode')}
        hint={t('stepHint')}
        maxLength={9}
        value={draft.step}
        onChange={(event) => onChange({ step: event.target.value.trim() })}
      />
    </div>
  );
};

const SplitPart = ({ detail, draft, onChange }: WhatPartProps) => {
  const t = useText(words);
  const above = detail.trail.at(-2);
  const children = useChildren(detail.node.code);
  const siblings = useChildren(above?.code);
  const example = nextStep([
    ...(siblings.data ?? []).map((one) => stepOf(one, above?.code ?? '')),
    ...draft.parts.map((part) => part.step).filter(Boolean),
  ]);
  const setPart = (number: number, part: Partial<Draft['parts'][number]>): void =>
    onChange({ parts: draft.parts.map((one, index) => (index === number ? { ...one, ...part } : one)) });
  const partOptions = draft.parts.map((part, number) => (
    <option key={`${number}`} value={number}>
      {part.name || t('partName', { number: number + 1 })}
    </option>
  ));
  return (
    <div className="form">
      <p className="quiet">{t('partStepHint', { example })}</p>
      {draft.parts.map((part, number) => (
        <div className="change-part" key={`${number}`}>
          <TextField
            label={t('partName', { number: number + 1 })}
            required
            maxLength={60}
            value={part.name}
            onChange={(event) => setPart(number, { name: event.target.value })}
          />
          <TextField
            label={t('partStep')}
            maxLength={9}
            value={part.step}
            onChange={(event) => setPart(number, { step: event.target.value.trim() })}
          />
          {draft.parts.length > 2 ? (
            <Button
              type="text"
              aria-label={t('removePart', { number: number + 1 })}
              onClick={() =>
                onChange({ parts: draft.parts.filter((_, index) => index !== number), children: {}, carriesOn: 0 })
              }
            >
              ×
            </Button>
          ) : null}
        </div>
      ))}
      <div>
        <Button onClick={() => onChange({ parts: [...draft.parts, { name: '', step: example }] })}>
          {t('addPart')}
        </Button>
      </div>
      {children.data?.length === 0 ? (
        <p className="quiet">{t('noChildren')}</p>
      ) : (
        <fieldset className="change-children">
          <legend className="lf-label">{t('children')}</legend>
          {(children.data ?? []).map((child) => (
            <label key={child.code}>
              <span>{child.name}</span>
              <select
                className="lf-input"
                value={draft.children[child.code] ?? ''}
                onChange={(event) =>
                  onChange({ children: { ...draft.children, [child.code]: Number(event.target.value) } })
                }
              >
                <option value="" disabled>
                  —
                </option>
                {partOptions}
              </select>
            </label>
          ))}
        </fieldset>
      )}
      <Select
        label={t('carriesOn')}
        required
        value={draft.carriesOn}
        onChange={(event) => onChange({ carriesOn: Number(event.target.value) })}
      >
        {partOptions}
      </Select>
    </div>
  );
};

const MergePart = ({ detail, draft, onChange }: WhatPartProps) => {
  const t = useText(words);
  const base = useId();
  const { node } = detail;
  const above = detail.trail.at(-2);
  const siblings = useChildren(above?.code);
  const others = (siblings.data ?? []).filter((one) => one.code !== node.code && one.level === node.level);
  const nameOf = (code: string): string => others.find((one) => one.code === code)?.name ?? node.name;
  const example = nextStep((siblings.data ?? []).map((one) => stepOf(one, above?.code ?? '')));
  const toNew = draft.into === '';
  return (
    <div className="form">
      <FormRow id={`${base}-others`} label={t('others')} required group>
        <Checkbox.Group
          className="change-others"
          value={[...draft.others]}
          options={others.map((one) => ({ value: one.code, label: one.name }))}
          onChange={(codes) => onChange({ others: codes, ...(codes.includes(draft.into) ? {} : { into: node.code }) })}
        />
      </FormRow>
      <Select
        label={t('into')}
        required
        value={draft.into}
        onChange={(event) =>
          onChange(
            event.target.value === ''
              ? { into: '', parent: above?.code, step: example, name: '' }
              : { into: event.target.value, step: '', name: nameOf(event.target.value) },
          )
        }
      >
        {[node.code, ...draft.others].map((code) => (
          <option key={code} value={code}>
            {nameOf(code)}（{code}）
          </option>
        ))}
        <option value="">{t('intoNew')}</option>
      </Select>
      <TextField
        label={t('intoName')}
        required
        maxLength={60}
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      {toNew ? (
        <TextField
          label={t('intoStep')}
          required
          maxLength={9}
          value={draft.step}
          onChange={(event) => onChange({ step: event.target.value.trim() })}
        />
      ) : null}
    </div>
  );
};
