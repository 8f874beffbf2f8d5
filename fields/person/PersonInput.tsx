import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { SearchInput } from '../body/SearchInput.tsx';
import { useFieldServices } from '../field-services.tsx';
import { type InputProps, namedValue, type ReferenceDraft } from '../field-web.tsx';

const messages = defineMessages({ zh: { search: '输入姓名' }, en: { search: 'Name' } });

export const PersonInput = ({
  field,
  value,
  onChange,
  id,
  describedBy,
  wrong,
  context,
}: InputProps<ReferenceDraft>) => {
  const t = useText(messages);
  const pick = usePick();
  const { findPeople } = useFieldServices();
  return (
    <SearchInput
      find={findPeople}
      value={namedValue(value, context.personName)}
      onChange={(found) => onChange(found && { id: found.id, name: found.name })}
      id={id}
      describedBy={describedBy}
      wrong={wrong}
      label={pick(field.name)}
      placeholder={t('search')}
    />
  );
};
