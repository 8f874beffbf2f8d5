import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId } from 'react';
import { newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { ErrorSummary, FormRow, Input, Select, Switch, TextField } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { type ClosedRow, type NumberPart, numberParts, type Slip, type SlotForm } from './slot-form.ts';
import { WeekHours } from './week-hours.tsx';
import { useSlipText } from './slip-text.ts';
import { words } from './slot-words.ts';

interface SlotFieldsProps {
  readonly form: SlotForm;
  readonly onChange: (form: SlotForm) => void;
  /** A plan of the district's own says everything itself. */
  readonly own: boolean;
  readonly isPlace: boolean;
  readonly slips: readonly Slip[];
  readonly attempt: number;
}

/** The form of a plan of times. */
export const SlotFields = ({ form, onChange, own, isPlace, slips, attempt }: SlotFieldsProps) => {
  const t = useText(words);
  const base = useId();
  const say = useSlipText();
  const idOf = (part: string): string => `${base}-${part}`;
  const slipAt = (part: string): string | undefined => {
    const slip = slips.find((one) => one.part === part);
    return slip && say(slip);
  };
  const put = (more: Partial<SlotForm>): void => onChange({ ...form, ...more });
  const number = (part: NumberPart) => (
    <TextField
      key={part}
      id={idOf(part)}
      label={t(part)}
      required
      inputMode="numeric"
      maxLength={3}
      hint={part === 'capacity' ? t('capacityHint') : undefined}
      error={slipAt(part)}
      value={form[part]}
      onChange={(event) => put({ [part]: event.target.value })}
    />
  );
  return (
    <form className="stack" noValidate onSubmit={(event) => event.preventDefault()}>
      <ErrorSummary errors={slips.map((one) => ({ id: idOf(one.part), text: say(one) }))} attempt={attempt} />
      {own ? (
        <>
          <TextField
            id={idOf('name')}
            label={t('nameZh')}
            required
            maxLength={60}
            error={slipAt('name')}
            value={form.nameZh}
            onChange={(event) => put({ nameZh: event.target.value })}
          />
          <TextField
            id={idOf('name-en')}
            label={t('nameEn')}
            hint={t('nameEnHint')}
            maxLength={120}
            value={form.nameEn}
            onChange={(event) => put({ nameEn: event.target.value })}
          />
          <Owner id={idOf('owner')} value={form.owner} error={slipAt('owner')} onChange={(owner) => put({ owner })} />
        </>
      ) : null}
      <Switch label={t('off')} note={t('offNote')} checked={form.off} onChange={(off) => put({ off })} />
      <FormRow
        id={idOf('openings')}
        label={t('openings')}
        hint={t('openingsHint')}
        error={slipAt('openings')}
        group
        required
      >
        <WeekHours spans={form.openings} onChange={(openings) => put({ openings })} idOf={idOf} slipAt={slipAt} />
      </FormRow>
      <div className="slots-numbers">{numberParts.map(number)}</div>
      {isPlace ? null : (
        <Switch label={t('holidays')} checked={form.holidays} onChange={(holidays) => put({ holidays })} />
      )}
      <FormRow id={idOf('closed')} label={t('closed')} error={slipAt('closed')} group>
        <ClosedDays rows={form.closed} onChange={(closed) => put({ closed })} />
      </FormRow>
    </form>
  );
};

/** Whose times they are: bodies of a kind, or places where a role stands. */
const Owner = ({
  id,
  value,
  error,
  onChange,
}: {
  id: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const kinds = useQuery({ queryKey: ['body-kinds'], queryFn: () => organisation.listBodyKinds(), staleTime: 600_000 });
  const roles = useQuery({ queryKey: ['role', 'list'], queryFn: () => organisation.listRoles(), staleTime: 600_000 });
  return (
    <Select
      id={id}
      label={t('owner')}
      hint={t('ownerHint')}
      required
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('choose')}</option>
      {kinds.data?.map((one) => (
        <option key={one.id} value={`bodyKind ${one.id}`}>
          {t('ownerBody', { name: pick(one.name) })}
        </option>
      ))}
      {roles.data
        ?.filter((one) => !one.retired)
        .map((one) => (
          <option key={one.id} value={`role ${one.id}`}>
            {t('ownerRole', { name: pick(one.name) })}
          </option>
        ))}
    </Select>
  );
};

const ClosedDays = ({
  rows,
  onChange,
}: {
  rows: readonly ClosedRow[];
  onChange: (rows: readonly ClosedRow[]) => void;
}) => {
  const t = useText(words);
  const put = (key: string, more: Partial<ClosedRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...more } : row)));
  return (
    <div className="slots-closed">
      {rows.map((row) => (
        <div key={row.key} className="row">
          <Input
            type="date"
            aria-label={t('closedDay')}
            value={row.day}
            onChange={(event) => put(row.key, { day: event.target.value })}
          />
          <Input
            aria-label={t('closedWhy')}
            placeholder={t('closedWhy')}
            maxLength={100}
            value={row.why}
            onChange={(event) => put(row.key, { why: event.target.value })}
          />
          <Button
            size="small"
            aria-label={`${t('remove')} ${row.day}`.trim()}
            onClick={() => onChange(rows.filter((one) => one.key !== row.key))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...rows, { key: newId(), day: '', why: '' }])}>
          {t('addClosed')}
        </Button>
      </div>
    </div>
  );
};
