import type { ReactNode } from 'react';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { ChoiceChips, FormRow, Select, Switch, TextArea, TextField } from '#platform/web/kit';
import type { cases } from '../../app/clients.ts';
import { useLevels } from '../../parts/use-levels.ts';
import { type PlanForm, type Unit, units } from './plan-form.ts';
import { words } from './plan-words.ts';

interface PlanFieldsProps {
  readonly form: PlanForm;
  readonly onChange: (form: PlanForm) => void;
  readonly ground: Awaited<ReturnType<typeof cases.getPlanGround>>;
  readonly slipAt: (field: string) => string | undefined;
  readonly idOf: (field: string) => string;
}

const unitNames = {
  day: 'everyDay',
  week: 'everyWeek',
  month: 'everyMonth',
  quarter: 'everyQuarter',
  year: 'everyYear',
} as const;

/** What a plan opens, where, and how often. */
export const PlanFields = ({ form, onChange, ground, slipAt, idOf }: PlanFieldsProps) => {
  const t = useText(words);
  const pick = usePick();
  const { levelName } = useLevels();
  const put = (more: Partial<PlanForm>): void => onChange({ ...form, ...more });
  const playbook = ground.playbooks.find((one) => one.id === form.playbook);
  const choosePlaybook = (id: string): void => {
    const categories = ground.playbooks.find((one) => one.id === id)?.categories ?? [];
    // The only one there is need not be asked for.
    put({ playbook: id, category: categories.length === 1 ? (categories[0]?.code ?? '') : '' });
  };
  return (
    <>
      <TextField
        id={idOf('name')}
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={40}
        error={slipAt('name')}
        value={form.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <TextArea
        id={idOf('summary')}
        label={t('summary')}
        hint={t('summaryHint')}
        rows={2}
        maxLength={200}
        value={form.summary}
        onChange={(event) => put({ summary: event.target.value })}
      />
      <Select
        id={idOf('playbook')}
        label={t('playbook')}
        hint={
          playbook ? t('handledBy', { who: pick(playbook.owner), summary: pick(playbook.summary) }) : t('playbookHint')
        }
        required
        error={slipAt('playbook')}
        value={form.playbook}
        onChange={(event) => choosePlaybook(event.target.value)}
      >
        <option value="">{t(ground.playbooks.length === 0 ? 'groundEmpty' : 'choose')}</option>
        {ground.playbooks.map((one) => (
          <option key={one.id} value={one.id}>
            {pick(one.name)}
          </option>
        ))}
      </Select>
      {playbook && playbook.categories.length > 1 ? (
        <Select
          id={idOf('category')}
          label={t('category')}
          required
          error={slipAt('category')}
          value={form.category}
          onChange={(event) => put({ category: event.target.value })}
        >
          <option value="">{t('choose')}</option>
          {playbook.categories.map((one) => (
            <option key={one.code} value={one.code}>
              {pick(one.name)}
            </option>
          ))}
        </Select>
      ) : null}
      <Select
        id={idOf('level')}
        label={t('levelQuestion')}
        required
        error={slipAt('level')}
        value={form.level}
        onChange={(event) => put({ level: event.target.value })}
      >
        <option value="">{t('choose')}</option>
        {ground.levels.map((one) => (
          <option key={one} value={one}>
            {t('levelIs', { level: levelName(one) })}
          </option>
        ))}
      </Select>
      <Select
        id={idOf('unit')}
        label={t('unit')}
        required
        value={form.unit}
        onChange={(event) => put({ unit: event.target.value as Unit })}
      >
        {units.map((one) => (
          <option key={one} value={one}>
            {t(unitNames[one])}
          </option>
        ))}
      </Select>
      <RhythmFields form={form} put={put} id={idOf('every')} error={slipAt('every')} />
      <TextField
        id={idOf('opensAt')}
        label={t('opensAt')}
        type="time"
        required
        error={slipAt('opensAt')}
        value={form.opensAt}
        onChange={(event) => put({ opensAt: event.target.value })}
      />
      <Switch
        label={t('workingDaysOnly')}
        checked={form.workingDays}
        onChange={(workingDays) => put({ workingDays })}
      />
      <Switch label={t('seasonOnly')} checked={form.season} onChange={(season) => put({ season })} />
      {form.season ? (
        <div className="plan-season">
          <TextField
            id={idOf('season')}
            label={t('seasonFrom')}
            hint={t('seasonHint')}
            required
            maxLength={5}
            error={slipAt('season')}
            value={form.from}
            onChange={(event) => put({ from: event.target.value })}
          />
          <TextField
            label={t('seasonTo')}
            required
            maxLength={5}
            value={form.to}
            onChange={(event) => put({ to: event.target.value })}
          />
        </div>
      ) : null}
    </>
  );
};

interface RhythmProps {
  readonly form: PlanForm;
  readonly put: (more: Partial<PlanForm>) => void;
  readonly id: string;
  readonly error: string | undefined;
}

/** The days of a rhythm, as its unit asks for them. */
const RhythmFields = ({ form, put, id, error }: RhythmProps): ReactNode => {
  const t = useText(words);
  const formats = useFormats();
  switch (form.unit) {
    case 'day':
      return null;
    case 'week':
      return (
        <FormRow id={id} label={t('weekdays')} error={error} group required>
          <ChoiceChips
            many
            wrong={error !== undefined}
            // 2026-11-23 is a Monday.
            choices={[1, 2, 3, 4, 5, 6, 7].map((one) => ({
              value: String(one),
              label: formats.weekday(`2026-11-${22 + one}`),
            }))}
            value={form.weekdays}
            onChange={(weekdays) => put({ weekdays })}
          />
        </FormRow>
      );
    case 'month':
      return (
        <TextField
          id={id}
          label={t('monthDays')}
          hint={t('monthDaysHint')}
          required
          error={error}
          value={form.monthDays}
          onChange={(event) => put({ monthDays: event.target.value })}
        />
      );
    case 'quarter':
      return (
        <div className="plan-season">
          <Select
            label={t('quarterMonth')}
            required
            value={form.quarterMonth}
            onChange={(event) => put({ quarterMonth: event.target.value })}
          >
            {[1, 2, 3].map((one) => (
              <option key={one} value={String(one)}>
                {t('nthMonth', { n: one })}
              </option>
            ))}
          </Select>
          <TextField
            id={id}
            label={t('quarterDay')}
            required
            inputMode="numeric"
            maxLength={2}
            error={error}
            value={form.quarterDay}
            onChange={(event) => put({ quarterDay: event.target.value })}
          />
        </div>
      );
    case 'year':
      return (
        <TextField
          id={id}
          label={t('yearDays')}
          hint={t('yearDaysHint')}
          required
          error={error}
          value={form.yearDays}
          onChange={(event) => put({ yearDays: event.target.value })}
        />
      );
  }
};
