import { defineMessages, useText } from '#platform/web/i18n';
import { Input } from '#platform/web/kit';
import type { InputProps } from '../field-web.tsx';

const messages = defineMessages({ zh: { yuan: '元' }, en: { yuan: 'yuan' } });

/** Asked in yuan, as text; a number is a sum at rest, in fen. */
export const MoneyInput = ({ value, onChange, id, describedBy, wrong }: InputProps<number | string>) => {
  const t = useText(messages);
  return (
    <div className="lf-with-unit">
      <Input
        id={id}
        aria-describedby={describedBy}
        wrong={wrong}
        inputMode="decimal"
        autoComplete="off"
        maxLength={24}
        value={value === null ? '' : typeof value === 'number' ? (value / 100).toFixed(2) : value}
        onChange={(event) => onChange(event.target.value || null)}
      />
      <span>{t('yuan')}</span>
    </div>
  );
};
