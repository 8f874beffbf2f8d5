import { useId, useMemo } from 'react';
import { type Form, FormFields } from '#fields/web';
import type { Field, FieldContext } from '#fields/field';
import type { Playbook } from '#engines/case/model';
import { usePick } from '#platform/web/i18n';
import { ErrorSummary, FormRow } from '#platform/web/kit';
import { CategoryPicker } from './CategoryPicker.tsx';
import { categoryField, placeFields } from './place-fields.ts';

/** All that a report asks, in order. `askPlace: false` where the place is known already. */
export const reportFields = (playbook: Playbook, askPlace = true): readonly Field[] => [
  categoryField(playbook.categories),
  ...(askPlace ? [placeFields.code, placeFields.point] : []),
  placeFields.text,
  ...playbook.fields,
];

/** A whole report on one page, for those who write many: drawn from the playbook, only the unknown asked. */
export const CaseForm = ({
  playbook,
  context,
  form,
  askPlace = true,
}: {
  playbook: Playbook;
  context: FieldContext;
  /** Of `useForm(reportFields(playbook, askPlace), …)`. */
  form: Form;
  askPlace?: boolean;
}) => {
  const pick = usePick();
  const prefix = `${useId()}-`;
  const { category, places, others } = useMemo(() => {
    const [first, ...rest] = reportFields(playbook, askPlace);
    const either: readonly Field[] = askPlace ? [placeFields.code, placeFields.point] : [];
    return { category: first, places: either, others: rest.filter((field) => !either.includes(field)) };
  }, [playbook, askPlace]);
  if (!category) return null;
  const chosen = form.draft['category'];
  return (
    <div>
      <ErrorSummary errors={form.summary(prefix)} attempt={form.attempt} />
      <FormRow id={`${prefix}category`} label={pick(category.name)} error={form.errors['category']} required group>
        <CategoryPicker
          playbook={playbook}
          context={context}
          value={typeof chosen === 'string' ? chosen : null}
          onChange={(code) => form.set('category', code)}
        />
      </FormRow>
      <FormFields quiet fields={places} form={form} context={context} prefix={prefix} />
      <FormFields fields={others} form={form} context={context} prefix={prefix} />
    </div>
  );
};
