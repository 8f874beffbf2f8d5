import { Button } from 'antd';
import { type Action, type DesignEdit, type Playbook, type Target, turnTarget } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { Select, Switch, TextField } from '#platform/web/kit';
import type { Chosen } from './chosen.ts';
import { words } from './designer-words.ts';
import { FieldsEditor } from './fields-editor.tsx';
import type { Ground } from './ground.ts';
import { Names, OwnersChoice, Several } from './inputs.tsx';
import { MovesView } from './moves-view.tsx';
import { OutcomeChoice, TargetOutcome, withoutOutcome } from './outcome-choice.tsx';

interface PanelProps {
  readonly action: Action;
  readonly playbook: Playbook;
  readonly ground: Ground;
  readonly edit: (edit: DesignEdit) => void;
  readonly choose: (chosen: Chosen) => void;
}

type ActionChange = Extract<DesignEdit, { edit: 'action' }>['change'];

/** An action: who may, where, where it leads, what it asks, and by which rules. */
export const ActionPanel = ({ action, playbook, ground, edit, choose }: PanelProps) => {
  const t = useText(words);
  const pick = usePick();
  const change = (changed: ActionChange): void => edit({ edit: 'action', id: action.id, change: changed });
  const fields = action.form ?? [];
  const others = playbook.actions.filter((one) => one.id !== action.id);
  const fieldSelect = (label: string, part: 'answers' | 'assigns') => (
    <Select
      label={label}
      required
      value={action[part] ?? ''}
      onChange={(event) => change({ [part]: event.target.value || null })}
    >
      <option value="">{t('none')}</option>
      {fields.map((field) => (
        <option key={field.id} value={field.id}>
          {pick(field.name)}
        </option>
      ))}
    </Select>
  );
  return (
    <div className="stack">
      <Names name={t('actionName')} value={action.name} onChange={(name) => change({ name })} />
      <OwnersChoice label={t('takers')} ground={ground} value={action.who} onChange={(who) => change({ who })} />
      <Several
        label={t('fromStages')}
        options={playbook.stages.map((stage) => ({ value: stage.id, label: pick(stage.name) }))}
        value={action.from}
        onChange={(from) => change({ from })}
      />
      <Targets action={action} playbook={playbook} change={change} />
      <details className="designer-fold">
        <summary>{t('actionForm')}</summary>
        <div className="stack">
          <FieldsEditor of={{ action: action.id }} fields={fields} edit={edit} />
          {fieldSelect(t('answers'), 'answers')}
          {fieldSelect(t('assigns'), 'assigns')}
        </div>
      </details>
      <details className="designer-fold">
        <summary>{t('needs')}</summary>
        <OwnersChoice
          label={t('needs')}
          hint={t('needsHint')}
          ground={ground}
          value={action.needs?.who ?? []}
          onChange={(who) => change({ needs: who.length > 0 ? { ...action.needs, who } : null })}
        />
        <Several
          label={t('notBy')}
          options={others.map((one) => ({ value: one.id, label: pick(one.name) }))}
          value={action.notBy ?? []}
          onChange={(notBy) => change({ notBy: notBy.length > 0 ? notBy : null })}
        />
        <TextField
          label={t('atMost')}
          type="number"
          min={1}
          value={action.atMost ?? ''}
          onChange={(event) => change({ atMost: event.target.value === '' ? null : Number(event.target.value) })}
        />
        <TextField
          label={t('when')}
          value={action.when ?? ''}
          onChange={(event) => change({ when: event.target.value.trim() === '' ? null : event.target.value })}
        />
        <Select
          label={t('tone')}
          required
          value={action.tone ?? 'normal'}
          onChange={(event) => change({ tone: event.target.value as Action['tone'] & string })}
        >
          {(['primary', 'normal', 'danger'] as const).map((tone) => (
            <option key={tone} value={tone}>
              {t(tone)}
            </option>
          ))}
        </Select>
        <Switch
          label={t('batch')}
          checked={action.batch === true}
          onChange={(on) => change({ batch: on ? true : null })}
        />
      </details>
      <MovesView action={action} playbook={playbook} />
      <div>
        <Button
          danger
          onClick={() => {
            edit({ edit: 'remove-action', id: action.id });
            const [stage = ''] = action.from;
            choose({ kind: 'stage', id: stage });
          }}
        >
          {t('removeAction')}
        </Button>
      </div>
    </div>
  );
};

/** Where an action leads: one stage, none, or the first whose condition holds. */
const Targets = ({
  action,
  playbook,
  change,
}: {
  action: Action;
  playbook: Playbook;
  change: (change: ActionChange) => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const { to } = action;
  const isEnd = (id: string): boolean => playbook.stages.some((stage) => stage.id === id && stage.ends === true);
  // From an end to an end nothing is closed once more.
  const closes = (target: string): boolean => isEnd(target) && !action.from.every(isEnd);
  const options = playbook.stages.map((stage) => (
    <option key={stage.id} value={stage.id}>
      {pick(stage.name)}
    </option>
  ));
  if (to === undefined || typeof to === 'string')
    return (
      <div className="designer-target">
        <Select
          label={t('to')}
          required
          value={to ?? ''}
          onChange={(event) => change({ to: event.target.value || null })}
        >
          <option value="">{t('stays')}</option>
          {options}
        </Select>
        {to !== undefined && closes(to) ? (
          <OutcomeChoice action={action} put={(outcome) => change({ outcome })} />
        ) : null}
        {to === undefined ? null : (
          <Button size="small" onClick={() => change({ to: [{ when: 'true', to }, { to }] })}>
            {t('byCondition')}
          </Button>
        )}
      </div>
    );
  const last = to.at(-1);
  const put = (index: number, next: Target): void => change({ to: to.map((one, at) => (at === index ? next : one)) });
  return (
    <fieldset className="designer-group">
      <legend className="lf-label">{t('conditional')}</legend>
      <div className="stack">
        {to.some((target) => closes(target.to)) ? (
          <OutcomeChoice
            action={action}
            put={(outcome) => change({ outcome, to: to.map((one) => withoutOutcome(one, outcome)) })}
          />
        ) : null}
        {to.map((target, index) => (
          <div key={index} className="designer-target">
            {target.when === undefined ? (
              <p className="quiet small">{t('otherwise')}</p>
            ) : (
              <TextField
                label={t('condition')}
                required
                value={target.when}
                onChange={(event) => put(index, { ...target, when: event.target.value })}
              />
            )}
            <Select
              label={t('to')}
              required
              value={target.to}
              onChange={(event) => put(index, turnTarget(target, event.target.value, isEnd(event.target.value)))}
            >
              {options}
            </Select>
            {closes(target.to) ? (
              <TargetOutcome action={action} target={target} put={(next) => put(index, next)} />
            ) : null}
            {target.when === undefined ? null : (
              <Button size="small" onClick={() => change({ to: to.filter((_one, at) => at !== index) })}>
                {t('remove')}
              </Button>
            )}
          </div>
        ))}
        <div className="row">
          <Button
            size="small"
            onClick={() => change({ to: [{ when: 'true', to: to[0]?.to ?? playbook.start }, ...to] })}
          >
            {t('addTarget')}
          </Button>
          <Button
            size="small"
            onClick={() => change({ to: last?.to ?? playbook.start, ...(last?.outcome && { outcome: last.outcome }) })}
          >
            {t('oneTarget')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
};
