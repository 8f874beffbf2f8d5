import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { useFieldServices } from '../field-services.tsx';
import { type InputProps, namedValue, type ReferenceDraft } from '../field-web.tsx';
import { SearchInput } from './SearchInput.tsx';

const messages = defineMessages({ zh: { search: '输入单位名称' }, en: { search: 'Name of the body' } });

export const BodyInput = ({ field, value, onChange, id, describedBy, wrong, context }: InputProps<ReferenceDraft>) => {
  const t = useText(messages);
  const pick = usePick();
  const { findBodies } = useFieldServices();
  return (
    <SearchInput
      find={findBodies}
      value={namedValue(value, context.bodyName)}
      onChange={(found) => onChange(found && { id: found.id, name: found.name })}
      id={id}
      describedBy={describedBy}
      wrong={wrong}
      label={pick(field.name)}
      placeholder={t('search')}
    />
  );
};
