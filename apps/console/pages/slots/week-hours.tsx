import { Button, Checkbox } from 'antd';
import { newId } from '#platform/web/api';
import { useText } from '#platform/web/i18n';
import { Icon, Input } from '#platform/web/kit';
import type { SpanRow } from './slot-form.ts';
import { useWeekdayName } from './slip-text.ts';
import { words } from './slot-words.ts';

interface WeekHoursProps {
  readonly spans: readonly SpanRow[];
  readonly onChange: (spans: readonly SpanRow[]) => void;
  readonly idOf: (part: string) => string;
  readonly slipAt: (part: string) => string | undefined;
}

/** The hours of a week, day by day. */
export const WeekHours = ({ spans, onChange, idOf, slipAt }: WeekHoursProps) => {
  const t = useText(words);
  const nameOf = useWeekdayName();
  const put = (key: string, more: Partial<SpanRow>): void =>
    onChange(spans.map((one) => (one.key === key ? { ...one, ...more } : one)));
  return (
    <ul className="slots-week">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const day = nameOf(weekday);
        const part = `weekday-${weekday}`;
        const slip = slipAt(part);
        const ofDay = spans.filter((one) => one.weekday === weekday);
        return (
          <li key={weekday} id={idOf(part)} tabIndex={-1}>
            <span className="slots-weekday">{day}</span>
            <div className="slots-spans">
              {ofDay.map((span) => (
                <div key={span.key} className="row slots-span">
                  <Input
                    type="time"
                    wrong={slip !== undefined}
                    aria-label={t('from', { day })}
                    value={span.from}
                    onChange={(event) => put(span.key, { from: event.target.value })}
                  />
                  <span aria-hidden="true">–</span>
                  <Input
                    type="time"
                    wrong={slip !== undefined}
                    aria-label={t('to', { day })}
                    value={span.to}
                    onChange={(event) => put(span.key, { to: event.target.value })}
                  />
                  <Checkbox
                    checked={span.outOfHours}
                    onChange={(event) => put(span.key, { outOfHours: event.target.checked })}
                  >
                    {t('outOfHours')}
                  </Checkbox>
                  <Button
                    type="text"
                    size="small"
                    aria-label={`${t('removeSpan')} ${day} ${span.from}–${span.to}`}
                    icon={<Icon name="trash" />}
                    onClick={() => onChange(spans.filter((one) => one.key !== span.key))}
                  />
                </div>
              ))}
              {slip ? <p className="slots-wrong">{slip}</p> : null}
            </div>
            <Button
              type="text"
              size="small"
              aria-label={`${t('addSpan')} ${day}`}
              onClick={() => onChange([...spans, { key: newId(), weekday, from: '', to: '', outOfHours: false }])}
            >
              {t('addSpan')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
};
