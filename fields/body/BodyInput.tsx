import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { useFieldServices } from '../field-services.tsx';
import type { InputProps } from '../field-web.tsx';
import { SearchInput } from './SearchInput.tsx';

const messages = defineMessages({ zh: { search: '输入单位名称' }, en: { search: 'Name of the body' } });

export const BodyInput = ({ field, value, onChange, ...rest }: InputProps<string>) => {
  const t = useText(messages);
  const pick = usePick();
  const { findBodies, bodyName } = useFieldServices();
  return (
    <SearchInput
      find={findBodies}
      value={value}
      known={value === null ? undefined : bodyName?.(value)}
      onChange={(body) => onChange(body?.id ?? null)}
      id={rest.id}
      describedBy={rest.describedBy}
      wrong={rest.wrong}
      label={pick(field.name)}
      placeholder={t('search')}
    />
  );
};
