import { useEffect, useId, useRef, useState } from 'react';
import type { FieldContext, Json } from '#fields/field';
import { type CheckedValues, FormFields, useForm } from '#fields/web';
import type { ActionOffer } from '#engines/case/contract';
import type { ApiProblem } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, ErrorSummary, Select } from '#platform/web/kit';
import { type EvidenceLink, RoutingAdvice } from './RoutingAdvice.tsx';

const messages = defineMessages({
  zh: {
    cancel: '取消',
    proposed: '已按办理规则预填，可以修改。',
    task: '哪一项任务',
    chooseTask: '请选择',
    taskMissing: '请选择是哪一项任务。',
    asks: '提交后由有权限的人员审批，批准后生效。',
  },
  en: {
    cancel: 'Cancel',
    proposed: 'Filled in by the routing rules; you may change it.',
    task: 'Which task',
    chooseTask: 'Please choose',
    taskMissing: 'Please choose the task.',
    asks: 'This is asked for and takes effect once somebody else has granted it.',
  },
});

/** The form of one step: what it asks, filled with what routing proposes, and a button that is its verb. */
export const ActionForm = ({
  offer,
  context,
  busy = false,
  problem,
  onSubmit,
  onCancel,
  onDraft,
  draft,
  advice,
}: {
  offer: ActionOffer;
  context: FieldContext;
  busy?: boolean;
  /** The server's refusal of the last attempt. */
  problem?: ApiProblem | undefined;
  /** @param task the one that the step is about, where there are any */
  onSubmit: (form: CheckedValues, task?: string) => void;
  onCancel?: () => void;
  /** Told at each keystroke, to be kept. */
  onDraft?: (draft: Readonly<Record<string, Json | null>>) => void;
  draft?: Readonly<Record<string, Json | null>> | undefined;
  /** Of a step on one matter: above the field that names who gets the work stands who had such matters before. */
  advice?: { readonly matter: string; readonly version: number; readonly link?: EvidenceLink } | undefined;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const prefix = `${useId()}-`;
  const proposed = offer.proposed as Readonly<Record<string, Json>>;
  const form = useForm(offer.form, context, { ...proposed, ...draft });
  const { refuse } = form;
  const tasks = offer.tasks ?? [];
  const [task, setTask] = useState(tasks.length === 1 ? tasks[0]?.id : undefined);
  const [unsaid, setUnsaid] = useState(false);
  const told = useRef(onDraft);
  told.current = onDraft;

  useEffect(() => {
    if (problem) refuse(problem);
  }, [problem, refuse]);
  useEffect(() => {
    // What the caller's function gives back is no clean-up of this effect.
    told.current?.(form.draft);
  }, [form.draft]);

  const submit = async () => {
    const values = await form.check();
    setUnsaid(tasks.length > 0 && task === undefined);
    if (!values || (tasks.length > 0 && task === undefined)) return;
    onSubmit(values, task);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <ErrorSummary errors={form.summary(prefix)} attempt={form.attempt} />
      {offer.asks ? <p className="lf-hint">{t('asks')}</p> : null}
      {tasks.length > 1 ? (
        <Select
          label={t('task')}
          required
          value={task ?? ''}
          error={unsaid && task === undefined ? t('taskMissing') : undefined}
          onChange={(event) => setTask(event.target.value || undefined)}
        >
          <option value="">{t('chooseTask')}</option>
          {tasks.map((one) => (
            <option key={one.id} value={one.id}>
              {[one.name, one.body].filter(Boolean).join(' · ')}
            </option>
          ))}
        </Select>
      ) : null}
      {Object.keys(proposed).length > 0 ? <p className="lf-hint">{t('proposed')}</p> : null}
      <FormFields
        fields={offer.form}
        form={form}
        context={context}
        prefix={prefix}
        before={(field) =>
          advice && field.id === offer.assigns ? (
            <RoutingAdvice
              {...advice}
              chosen={form.draft[field.id]}
              onPick={(body) => form.set(field.id, { id: body.id, name: body.name })}
            />
          ) : null
        }
      />
      <div className="lf-form-foot">
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
        <Button type="submit" look={offer.tone === 'danger' ? 'danger' : 'primary'} busy={busy}>
          {pick(offer.name)}
        </Button>
      </div>
    </form>
  );
};
