import { useCallback } from 'react';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { SearchMany } from '../body/SearchMany.tsx';
import { useFieldServices } from '../field-services.tsx';
import { type InputProps, listOption, namedValue, numberOption, type ReferenceDraft } from '../field-web.tsx';

const messages = defineMessages({ zh: { search: '输入单位名称' }, en: { search: 'Name of the body' } });

export const BodiesInput = ({
  field,
  value,
  onChange,
  id,
  describedBy,
  wrong,
  context,
}: InputProps<readonly ReferenceDraft[]>) => {
  const t = useText(messages);
  const pick = usePick();
  const { findBodies } = useFieldServices();
  const kinds = listOption(field, 'kinds');
  const find = useCallback((words: string) => findBodies?.(words, kinds) ?? Promise.resolve([]), [findBodies, kinds]);
  return (
    <SearchMany
      find={findBodies && find}
      value={(value ?? []).flatMap((one) => namedValue(one, context.bodyName) ?? [])}
      max={numberOption(field, 'max') ?? 20}
      onChange={(next) => onChange(next.length > 0 ? next.map((one) => ({ id: one.id, name: one.name })) : null)}
      id={id}
      describedBy={describedBy}
      wrong={wrong}
      label={pick(field.name)}
      placeholder={t('search')}
    />
  );
};
