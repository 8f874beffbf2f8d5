import { Button } from 'antd';
import { useState } from 'react';
import { fieldTypes } from '#fields';
import type { Field, Json, Privacy } from '#fields/field';
import { type DesignEdit, type FormOf, freshId } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { Select, Switch, TextArea, TextField } from '#platform/web/kit';
import { words } from './designer-words.ts';
import { Names, Sentences } from './inputs.tsx';

/** The fields of a form, each folded: name, type, whether it must be filled in, and what its type takes. */
export const FieldsEditor = ({
  of,
  fields,
  edit,
}: {
  of: FormOf;
  fields: readonly Field[];
  edit: (edit: DesignEdit) => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  return (
    <div className="designer-fields">
      {fields.map((field, index) => (
        <details key={field.id}>
          <summary>
            {pick(field.name) || field.id}
            <span className="quiet small">
              {' '}
              {pick(fieldTypes.get(field.type)?.name ?? { zh: field.type, en: field.type })}
              {field.required ? ` · ${t('required')}` : ''}
            </span>
          </summary>
          <FieldForm field={field} change={(change) => edit({ edit: 'field', of, id: field.id, change })} />
          <div className="row">
            <Button
              size="small"
              disabled={index === 0}
              onClick={() => edit({ edit: 'move-field', of, id: field.id, by: -1 })}
            >
              {t('up')}
            </Button>
            <Button
              size="small"
              disabled={index === fields.length - 1}
              onClick={() => edit({ edit: 'move-field', of, id: field.id, by: 1 })}
            >
              {t('down')}
            </Button>
            <Button size="small" danger onClick={() => edit({ edit: 'remove-field', of, id: field.id })}>
              {t('remove')}
            </Button>
          </div>
        </details>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            edit({
              edit: 'add-field',
              of,
              field: { id: freshId('item', fields), type: 'text', name: { zh: t('newField'), en: 'New field' } },
            })
          }
        >
          {t('addField')}
        </Button>
      </div>
    </div>
  );
};

type FieldChange = Extract<DesignEdit, { edit: 'field' }>['change'];

const FieldForm = ({ field, change }: { field: Field; change: (change: FieldChange) => void }) => {
  const t = useText(words);
  const pick = usePick();
  const personal = fieldTypes.get(field.type)?.personal === true;
  return (
    <div className="stack designer-field">
      <Names name={t('fieldName')} value={field.name} onChange={(name) => change({ name })} />
      <Select
        label={t('fieldType')}
        required
        value={field.type}
        onChange={(event) => change({ type: event.target.value, options: null })}
      >
        {[...fieldTypes.values()].map((type) => (
          <option key={type.id} value={type.id}>
            {pick(type.name)}
          </option>
        ))}
      </Select>
      <Switch
        label={t('required')}
        checked={field.required === true}
        onChange={(on) => change({ required: on ? true : null })}
      />
      <OptionsArea options={field.options} onChange={(options) => change({ options })} />
      <TextField
        label={t('show')}
        value={field.show ?? ''}
        onChange={(event) => change({ show: event.target.value.trim() === '' ? null : event.target.value })}
      />
      {field.hint ? <Sentences name={t('hint')} value={field.hint} onChange={(hint) => change({ hint })} /> : null}
      <Switch
        label={t('personal')}
        checked={field.privacy !== undefined || personal}
        onChange={(on) => change({ privacy: on ? newPrivacy : null })}
      />
      {field.privacy ? <PrivacyForm privacy={field.privacy} onChange={(privacy) => change({ privacy })} /> : null}
    </div>
  );
};

const newPrivacy: Privacy = {
  purpose: { zh: '核实情况、告知办理结果', en: 'To ask back and to tell the result' },
  basis: 'consent',
  sensitivity: 'personal',
  retentionMonths: 12,
};

/** Options differ from type to type; the type itself says what is wrong with them. */
const OptionsArea = ({
  options,
  onChange,
}: {
  options: Field['options'];
  onChange: (options: Readonly<Record<string, Json>> | null) => void;
}) => {
  const t = useText(words);
  const written = options ? JSON.stringify(options) : '';
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== '' && readOptions(typed) === undefined;
  return (
    <TextArea
      label={t('options')}
      rows={2}
      value={typed ?? written}
      error={wrong ? t('optionsWrong') : undefined}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const read = readOptions(text);
        if (read) onChange(read);
        else if (text.trim() === '') onChange(null);
      }}
      onBlur={() => wrong || setTyped(undefined)}
    />
  );
};

const readOptions = (text: string): Readonly<Record<string, Json>> | undefined => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, Json>>)
      : undefined;
  } catch {
    return undefined;
  }
};

const PrivacyForm = ({ privacy, onChange }: { privacy: Privacy; onChange: (privacy: Privacy) => void }) => {
  const t = useText(words);
  return (
    <>
      <Sentences
        name={t('purpose')}
        value={privacy.purpose}
        onChange={(purpose) => onChange({ ...privacy, purpose })}
      />
      <Select
        label={t('basis')}
        required
        value={privacy.basis}
        onChange={(event) => onChange({ ...privacy, basis: event.target.value as Privacy['basis'] })}
      >
        {(['duty', 'consent', 'contract', 'emergency'] as const).map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </Select>
      <Select
        label={t('level')}
        required
        value={privacy.sensitivity}
        onChange={(event) => onChange({ ...privacy, sensitivity: event.target.value as Privacy['sensitivity'] })}
      >
        <option value="personal">{t('personalLevel')}</option>
        <option value="sensitive">{t('sensitiveLevel')}</option>
      </Select>
      <TextField
        label={t('months')}
        required
        type="number"
        min={1}
        value={privacy.retentionMonths}
        onChange={(event) => onChange({ ...privacy, retentionMonths: Number(event.target.value) })}
      />
    </>
  );
};
