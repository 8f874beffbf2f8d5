import { useNow } from '#platform/web/i18n';
import { Input } from '#platform/web/kit';
import { flagOption, type InputProps } from '../field-web.tsx';
import { localText } from './moment.ts';

/** The day and time as the browser asks for them, in China's time wherever the device thinks it is. */
export const MomentInput = ({ field, value, onChange, id, describedBy, wrong }: InputProps<string>) => {
  const now = localText(useNow());
  return (
    <Input
      id={id}
      aria-describedby={describedBy}
      wrong={wrong}
      type="datetime-local"
      value={localText(value ?? '')}
      min={flagOption(field, 'future') ? now : undefined}
      max={flagOption(field, 'past') ? now : '9999-12-31T23:59'}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
};
