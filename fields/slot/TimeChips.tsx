import { useId } from 'react';
import { defineMessages, useFormats, useText } from '#platform/web/i18n';
import { Icon } from '#platform/web/kit';
import type { SlotTime } from '../field-services.tsx';
import './slot.css';

const messages = defineMessages({
  zh: { full: '已约满', left: '余 {n}', late: '错时延时' },
  en: { full: 'Full', left: '{n} left', late: 'out of hours' },
});

/** The times of one day, as large targets; a full one stays in view and cannot be chosen. */
export const TimeChips = ({
  label,
  times,
  value,
  wrong,
  onChange,
}: {
  label: string;
  times: readonly SlotTime[];
  value: string | undefined;
  wrong: boolean;
  onChange: (time: SlotTime) => void;
}) => {
  const t = useText(messages);
  const formats = useFormats();
  const name = useId();
  return (
    <div className="lf-chips lf-slot-times" role="radiogroup" aria-label={label} aria-invalid={wrong || undefined}>
      {times.map((time) => {
        const chosen = time.start === value;
        const full = time.free === 0 && !chosen;
        return (
          <label key={time.start} className={`lf-chip${chosen ? ' lf-chip-on' : ''}${full ? ' lf-chip-full' : ''}`}>
            <input type="radio" name={name} checked={chosen} disabled={full} onChange={() => onChange(time)} />
            <span className="lf-chip-words">
              {`${formats.time(time.start)}–${formats.time(time.end)}`}
              <small>
                {[full ? t('full') : t('left', { n: time.free }), ...(time.outOfHours ? [t('late')] : [])].join(' · ')}
              </small>
            </span>
            {chosen ? <Icon name="check" className="lf-icon lf-chip-mark" /> : null}
          </label>
        );
      })}
    </div>
  );
};
