import { Button } from 'antd';
import { useId, useMemo, useState } from 'react';
import { isRefusal, sentenceOf } from '#kernel/domain-error';
import type { Label } from '#kernel/label';
import { type CheckedValues, FieldServicesProvider, FormFields, useForm } from '#fields/web';
import {
  type Action,
  findStage,
  passTime,
  type Playbook,
  sampleValues,
  startTrial,
  takeTrialStep,
  type Trial,
  type TrialActor,
  trialActors,
  trialArithmetic,
  trialBodies,
  type TrialContext,
  trialFields,
  trialOffers,
  tasksFor,
} from '#engines/case/model';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { ErrorSummary, Facts, Notice, Select } from '#platform/web/kit';
import { words } from './designer-words.ts';
import type { Ground } from './ground.ts';

const services = {
  findBodies: async (typed: string) => trialBodies.filter((body) => body.name.includes(typed.trim())),
};

/** A sample matter is played through by the rules of the draft. */
export const TrialPart = ({ playbook, ground }: { playbook: Playbook; ground: Ground }) => {
  const t = useText(words);
  const pick = usePick();
  const [trial, setTrial] = useState<Trial>();
  const [refused, setRefused] = useState<Label>();
  const context = useMemo<TrialContext>(
    () => ({ calendar: ground.calendar, fields: ground.fields, roleName: ground.roleLabel }),
    [ground],
  );
  const list = ground.fields.codeList(playbook.categories)?.items ?? [];
  const parents = new Set(list.map((item) => item.parent));
  const leaves = list.filter((item) => !parents.has(item.code));
  const [category, setCategory] = useState('');
  const chosen = category || (leaves[0]?.code ?? '');
  const take = (next: ReturnType<typeof startTrial>): boolean => {
    if (isRefusal(next)) {
      setRefused(sentenceOf(next));
      return false;
    }
    setRefused(undefined);
    setTrial(next);
    return true;
  };
  const begin = (): void => {
    // A draft may not work yet; what it stumbles over is told, not thrown.
    try {
      take(
        startTrial(
          playbook,
          { category: chosen, values: sampleValues(playbook.fields, ground.fields), now: new Date().toISOString() },
          context,
        ),
      );
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      setRefused({ zh: text, en: text });
    }
  };
  return (
    <FieldServicesProvider value={services}>
      <div className="stack">
        <p className="quiet">{t('trialHow')}</p>
        <div className="designer-pair">
          <Select label={t('category')} required value={chosen} onChange={(event) => setCategory(event.target.value)}>
            {leaves.map((item) => (
              <option key={item.code} value={item.code}>
                {item.code} {pick(item.name)}
              </option>
            ))}
          </Select>
          <div className="designer-trial-start">
            <Button type={trial ? 'default' : 'primary'} onClick={begin}>
              {trial ? t('trialAgain') : t('trialStart')}
            </Button>
          </div>
        </div>
        {refused ? (
          <Notice tone="overdue" icon="alert">
            <strong>{t('refused')}</strong> {pick(refused)}
          </Notice>
        ) : null}
        {trial && trial.state.status !== 'none' ? (
          <TrialView
            trial={trial}
            ground={ground}
            context={context}
            onPass={(hours) => setTrial(passTime(trial, hours))}
            onStep={(by, action, form, task) =>
              take(takeTrialStep(trial, by, { action: action.id, form, ...(task && { task }) }, context))
            }
          />
        ) : null}
      </div>
    </FieldServicesProvider>
  );
};

interface TrialViewProps {
  readonly trial: Trial;
  readonly ground: Ground;
  readonly context: TrialContext;
  readonly onPass: (hours: number) => void;
  /** @returns whether the rules took it */
  readonly onStep: (by: TrialActor, action: Action, form: CheckedValues, task: string | undefined) => boolean;
}

const TrialView = ({ trial, ground, context, onPass, onStep }: TrialViewProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const { state, playbook, now } = trial;
  const actors = useMemo(() => trialActors(playbook, context.roleName), [playbook, context]);
  const [step, setStep] = useState<{ by: TrialActor; action: Action }>();
  if (state.status === 'none') return null;
  const offers = trialOffers(trial, actors);
  const stage = findStage(playbook, state.stage);
  const open =
    step &&
    offers.some(({ by, actions }) => by.key === step.by.key && actions.some((one) => one.id === step.action.id));
  const clocks = playbook.clocks.flatMap((clock) => {
    const running = state.clocks[clock.id];
    return running ? [{ clock, running }] : [];
  });
  return (
    <>
      <Facts
        facts={[
          { name: t('now'), value: formats.moment(now) },
          { name: t('stageNow'), value: stage ? pick(stage.name) : state.stage },
          { name: t('residentReads'), value: stage ? pick(stage.shown) : '' },
          ...(state.answer ? [{ name: t('answerNow'), value: state.answer }] : []),
          ...(state.pending
            ? [
                {
                  name: '',
                  key: 'pending',
                  value: t('pending', { action: actionName(playbook, state.pending.action, pick) }),
                },
              ]
            : []),
          ...(state.held ? [{ name: '', key: 'held', value: t('heldNow') }] : []),
        ]}
      />
      <div className="row">
        {[1, 4].map((hours) => (
          <Button key={hours} size="small" onClick={() => onPass(hours)}>
            {t('later', { hours })}
          </Button>
        ))}
        <Button size="small" onClick={() => onPass(24)}>
          {t('nextDay')}
        </Button>
      </div>
      <section>
        <h2 className="designer-small-title">{t('clocks')}</h2>
        <ul className="designer-list">
          {clocks.map(({ clock, running }) => {
            const lines = trialArithmetic(running, ground.calendar);
            const late = !running.stoppedAt && running.dueAt !== null && running.dueAt < now;
            return (
              <li key={clock.id}>
                {pick(clock.name)}：
                {running.dueAt
                  ? t('due', { when: formats.moment(running.dueAt, now) })
                  : running.note
                    ? pick(running.note)
                    : t('noDue')}
                {running.stoppedAt
                  ? `（${t('stopped')}）`
                  : late
                    ? ` · ${formats.remaining(running.dueAt ?? now, now).text}`
                    : ''}
                {lines.length > 0 ? (
                  <details>
                    <summary className="small">{t('arithmetic')}</summary>
                    <ol className="small">
                      {lines.map((line) => (
                        <li key={line.zh}>{pick(line)}</li>
                      ))}
                    </ol>
                  </details>
                ) : null}
              </li>
            );
          })}
        </ul>
      </section>
      {(state.tasks ?? []).length > 0 ? (
        <section>
          <h2 className="designer-small-title">{t('tasks')}</h2>
          <ul className="designer-list">
            {(state.tasks ?? []).map((task) => (
              <li key={task.id}>
                {task.name}
                {task.body ? ` · ${task.body.name}` : ''} · {task.state}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2 className="designer-small-title">{t('whoMay')}</h2>
        {offers.length === 0 ? <p className="quiet">{t('nobodyMay')}</p> : null}
        <ul className="designer-offers">
          {offers.map(({ by, actions }) => (
            <li key={by.key}>
              <span>{pick(by.name)}</span>
              <span className="row">
                {actions.map((action) => (
                  <Button
                    key={action.id}
                    size="small"
                    type={open && step.by.key === by.key && step.action.id === action.id ? 'primary' : 'default'}
                    aria-label={`${pick(by.name)} ${pick(action.name)}`}
                    onClick={() => setStep({ by, action })}
                  >
                    {pick(action.name)}
                  </Button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {open ? (
        <StepForm
          key={`${step.by.key} ${step.action.id} ${trial.events.length}`}
          trial={trial}
          by={step.by}
          action={step.action}
          ground={ground}
          onSubmit={(form, task) => {
            if (onStep(step.by, step.action, form, task)) setStep(undefined);
          }}
        />
      ) : (
        <p className="quiet small">{offers.length > 0 ? t('pickStep') : ''}</p>
      )}
      <section>
        <h2 className="designer-small-title">{t('history')}</h2>
        <ol className="designer-list">
          {trial.events.map((event, index) => (
            <li key={index}>
              {formats.moment(event.at, now)} · {event.by.name ?? ''}{' '}
              {event.type === 'CaseReported'
                ? t('reported')
                : 'action' in event
                  ? actionName(playbook, event.action, pick)
                  : event.type === 'ApprovalAsked'
                    ? t('pending', { action: actionName(playbook, event.pending.action, pick) })
                    : event.type}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
};

const actionName = (playbook: Playbook, id: string, pick: (label: Label) => string): string => {
  const action = playbook.actions.find((one) => one.id === id);
  return action ? pick(action.name) : id;
};

const StepForm = ({
  trial,
  by,
  action,
  ground,
  onSubmit,
}: {
  trial: Trial;
  by: TrialActor;
  action: Action;
  ground: Ground;
  onSubmit: (form: CheckedValues, task: string | undefined) => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const prefix = `${useId()}-`;
  const fields = action.form ?? noFields;
  const context = useMemo(() => trialFields(ground.fields), [ground]);
  const start = useMemo(
    () => sampleValues(fields, context, [action.answers, action.assigns]),
    [fields, context, action],
  );
  const form = useForm(fields, context, start);
  const tasks = trial.state.status === 'none' ? undefined : tasksFor(action, trial.state, by.actor);
  const [task, setTask] = useState(tasks?.[0]?.id);
  return (
    <form
      noValidate
      className="designer-group stack"
      onSubmit={(event) => {
        event.preventDefault();
        void form.check().then((values) => values && onSubmit(values, task));
      }}
    >
      <ErrorSummary errors={form.summary(prefix)} attempt={form.attempt} />
      {tasks && tasks.length > 1 ? (
        <Select label={t('task')} required value={task ?? ''} onChange={(event) => setTask(event.target.value)}>
          {tasks.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} {one.body?.name ?? ''}
            </option>
          ))}
        </Select>
      ) : null}
      <FormFields fields={fields} form={form} context={context} prefix={prefix} />
      <div>
        <Button type="primary" htmlType="submit">
          {t('doIt', { action: pick(action.name) })}
        </Button>
      </div>
    </form>
  );
};

const noFields: NonNullable<Action['form']> = [];
