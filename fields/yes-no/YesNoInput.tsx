import { defineMessages, useText } from '#platform/web/i18n';
import { ChoiceChips } from '#platform/web/kit';
import type { InputProps } from '../field-web.tsx';

export const yesNoMessages = defineMessages({ zh: { yes: '是', no: '否' }, en: { yes: 'Yes', no: 'No' } });

export const YesNoInput = ({ value, onChange, onAnswered, wrong }: InputProps<boolean>) => {
  const t = useText(yesNoMessages);
  return (
    <ChoiceChips
      wrong={wrong}
      value={value === null ? [] : [value ? 'yes' : 'no']}
      choices={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      onChange={([chosen]) => {
        onChange(chosen === 'yes');
        onAnswered?.();
      }}
    />
  );
};
