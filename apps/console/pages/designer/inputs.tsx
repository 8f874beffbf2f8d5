import { useId } from 'react';
import type { Label } from '#kernel/label';
import type { Owner } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { ChoiceChips, FormRow, Select, TextArea, TextField } from '#platform/web/kit';
import type { Ground } from './ground.ts';
import { words } from './designer-words.ts';

/** Some sentences in both languages. */
export const Sentences = ({
  name,
  value,
  onChange,
}: {
  name: string;
  value: Label;
  onChange: (value: Label) => void;
}) => {
  const t = useText(words);
  return (
    <>
      <TextArea
        label={t('zh', { name })}
        required
        rows={2}
        value={value.zh}
        maxLength={2000}
        onChange={(event) => onChange({ ...value, zh: event.target.value })}
      />
      <TextArea
        label={t('en', { name })}
        required
        rows={2}
        value={value.en}
        maxLength={2000}
        onChange={(event) => onChange({ ...value, en: event.target.value })}
      />
    </>
  );
};

/** A name in both languages. */
export const Names = ({ name, value, onChange }: { name: string; value: Label; onChange: (value: Label) => void }) => {
  const t = useText(words);
  return (
    <div className="designer-pair">
      <TextField
        label={t('zh', { name })}
        required
        value={value.zh}
        maxLength={300}
        onChange={(event) => onChange({ ...value, zh: event.target.value })}
      />
      <TextField
        label={t('en', { name })}
        required
        value={value.en}
        maxLength={300}
        onChange={(event) => onChange({ ...value, en: event.target.value })}
      />
    </div>
  );
};

/** Some of many, all in view. */
export const Several = ({
  label,
  hint,
  options,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}) => {
  const id = useId();
  return (
    <FormRow id={id} label={label} hint={hint} group required>
      <ChoiceChips many choices={options} value={value} onChange={onChange} />
    </FormRow>
  );
};

export const ownerKey = (owner: Owner): string =>
  'role' in owner ? `role ${owner.role}` : (Object.keys(owner)[0] ?? '');

const ownerOf = (key: string): Owner =>
  key.startsWith('role ') ? { role: key.slice(5) } : ({ [key]: true } as unknown as Owner);

const useOwnerOptions = (ground: Ground, also: readonly Owner[]) => {
  const pick = usePick();
  const known = ['assignee', 'task', 'reporter', 'system'].map((kind) => ({
    value: kind,
    label: ground.ownerName(ownerOf(kind)),
  }));
  const roles = ground.roles.map((role) => ({ value: `role ${role.id}`, label: pick(role.name) }));
  const missing = also
    .filter((owner) => 'role' in owner && !ground.roles.some((role) => role.id === owner.role))
    .map((owner) => ({ value: ownerKey(owner), label: 'role' in owner ? owner.role : '' }));
  return [...roles, ...known, ...missing];
};

export const OwnerSelect = ({
  label,
  ground,
  value,
  onChange,
}: {
  label: string;
  ground: Ground;
  value: Owner | undefined;
  onChange: (value: Owner) => void;
}) => {
  const t = useText(words);
  const options = useOwnerOptions(ground, value ? [value] : []);
  return (
    <Select
      label={label}
      required
      value={value ? ownerKey(value) : ''}
      onChange={(event) => event.target.value && onChange(ownerOf(event.target.value))}
    >
      <option value="">{t('choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
};

/** Several owners; those chosen first, the others behind a fold, because a district has many roles. */
export const OwnersChoice = ({
  label,
  hint,
  ground,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  ground: Ground;
  value: readonly Owner[];
  onChange: (value: readonly Owner[]) => void;
}) => {
  const t = useText(words);
  const id = useId();
  const options = useOwnerOptions(ground, value);
  const keys = value.map(ownerKey);
  return (
    <FormRow id={id} label={label} hint={hint} group required>
      <div className="designer-chosen">
        {value.map((owner) => (
          <button
            key={ownerKey(owner)}
            type="button"
            className="designer-chip"
            onClick={() => onChange(value.filter((one) => one !== owner))}
          >
            {ground.ownerName(owner)} <span aria-hidden="true">×</span>
            <span className="lf-unseen">{t('remove')}</span>
          </button>
        ))}
        <select
          className="lf-input lf-select designer-add"
          aria-label={`${label} ＋`}
          value=""
          onChange={(event) => event.target.value && onChange([...value, ownerOf(event.target.value)])}
        >
          <option value="">＋</option>
          {options
            .filter((option) => !keys.includes(option.value))
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
        </select>
      </div>
    </FormRow>
  );
};
