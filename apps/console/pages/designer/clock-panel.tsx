import { Button } from 'antd';
import type { Clock, DesignEdit, Limit, LimitRule, Playbook } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { Notice, Select, TextField } from '#platform/web/kit';
import { about, type Chosen } from './chosen.ts';
import { words } from './designer-words.ts';
import { Names, Several } from './inputs.tsx';

const units = ['working-hours', 'clock-hours', 'working-days', 'calendar-days'] as const satisfies Limit['unit'][];

/** A deadline: where it runs, how long by which condition and source, when to warn, what happens when it is over. */
export const ClockPanel = ({
  clock,
  playbook,
  edit,
  choose,
}: {
  clock: Clock;
  playbook: Playbook;
  edit: (edit: DesignEdit) => void;
  choose: (chosen: Chosen) => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const change = (changed: Extract<DesignEdit, { edit: 'clock' }>['change']): void =>
    edit({ edit: 'clock', id: clock.id, change: changed });
  const put = (index: number, next: LimitRule): void =>
    change({ limits: clock.limits.map((one, at) => (at === index ? next : one)) });
  const bySystem = playbook.actions.filter((action) => action.who.some((owner) => 'system' in owner));
  return (
    <div className="stack">
      <Names name={t('clockName')} value={clock.name} onChange={(name) => change({ name })} />
      {clock.main ? <Notice>{t('mainClock')}</Notice> : null}
      <Several
        label={t('clockStages')}
        options={playbook.stages
          .filter((stage) => !stage.ends)
          .map((stage) => ({ value: stage.id, label: pick(stage.name) }))}
        value={clock.stages}
        onChange={(stages) => change({ stages })}
      />
      {clock.limits.map((rule, index) => (
        <LimitForm
          key={index}
          number={index + 1}
          rule={rule}
          onChange={(next) => put(index, next)}
          onRemove={
            clock.limits.length > 1
              ? () => change({ limits: clock.limits.filter((_one, at) => at !== index) })
              : undefined
          }
        />
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            change({
              limits: [{ when: 'category.code = ""', limit: { amount: 1, unit: 'working-days' } }, ...clock.limits],
            })
          }
        >
          {t('addLimit')}
        </Button>
      </div>
      <TextField
        label={t('warnAt')}
        type="number"
        min={1}
        max={99}
        required
        value={Math.round((clock.warnAt ?? 0.7) * 100)}
        onChange={(event) => change({ warnAt: Number(event.target.value) / 100 })}
      />
      <Select
        label={t('whenOver')}
        required
        value={clock.whenOver ?? ''}
        onChange={(event) => change({ whenOver: event.target.value || null })}
      >
        <option value="">{t('none')}</option>
        {bySystem.map((action) => (
          <option key={action.id} value={action.id}>
            {pick(action.name)}
          </option>
        ))}
      </Select>
      {clock.main ? null : (
        <div>
          <Button
            danger
            onClick={() => {
              edit({ edit: 'remove-clock', id: clock.id });
              choose(about);
            }}
          >
            {t('removeClock')}
          </Button>
        </div>
      )}
    </div>
  );
};

const LimitForm = ({
  number,
  rule,
  onChange,
  onRemove,
}: {
  number: number;
  rule: LimitRule;
  onChange: (rule: LimitRule) => void;
  onRemove: (() => void) | undefined;
}) => {
  const t = useText(words);
  const { limit, when } = rule;
  const withWhen = (text: string): LimitRule => (text.trim() === '' ? { limit } : { limit, when: text });
  const fixed: Limit = limit === 'category' ? { amount: 1, unit: 'working-days' } : limit;
  const put = (changed: Partial<Limit>): void => {
    const { source, ...rest } = { ...fixed, ...changed };
    onChange({ ...rule, limit: { ...rest, ...(source && { source }) } });
  };
  return (
    <fieldset className="designer-group">
      <legend className="lf-label">{t('limitRow', { number })}</legend>
      <div className="stack">
        <TextField
          label={t('condition')}
          value={when ?? ''}
          onChange={(event) => onChange(withWhen(event.target.value))}
        />
        <Select
          label={t('limitKind')}
          required
          value={limit === 'category' ? 'category' : 'fixed'}
          onChange={(event) => onChange({ ...rule, limit: event.target.value === 'category' ? 'category' : fixed })}
        >
          <option value="fixed">{t('fixed')}</option>
          <option value="category">{t('byCategory')}</option>
        </Select>
        {limit === 'category' ? null : (
          <>
            <div className="designer-pair">
              <TextField
                label={t('amount')}
                required
                type="number"
                min={0}
                step="any"
                value={limit.amount}
                onChange={(event) => put({ amount: Number(event.target.value) })}
              />
              <Select
                label={t('unit')}
                required
                value={limit.unit}
                onChange={(event) => put({ unit: event.target.value as Limit['unit'] })}
              >
                {units.map((unit) => (
                  <option key={unit} value={unit}>
                    {t(unit)}
                  </option>
                ))}
              </Select>
            </div>
            <TextField
              label={t('source')}
              value={limit.source ?? ''}
              onChange={(event) => put({ source: event.target.value })}
            />
          </>
        )}
        {onRemove ? (
          <div>
            <Button size="small" onClick={onRemove}>
              {t('remove')}
            </Button>
          </div>
        ) : null}
      </div>
    </fieldset>
  );
};
