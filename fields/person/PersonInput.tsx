import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { SearchInput } from '../body/SearchInput.tsx';
import { useFieldServices } from '../field-services.tsx';
import type { InputProps } from '../field-web.tsx';

const messages = defineMessages({ zh: { search: '输入姓名' }, en: { search: 'Name' } });

export const PersonInput = ({ field, value, onChange, ...rest }: InputProps<string>) => {
  const t = useText(messages);
  const pick = usePick();
  const { findPeople } = useFieldServices();
  return (
    <SearchInput
      find={findPeople}
      value={value}
      onChange={(person) => onChange(person?.id ?? null)}
      id={rest.id}
      describedBy={rest.describedBy}
      wrong={rest.wrong}
      label={pick(field.name)}
      placeholder={t('search')}
    />
  );
};
