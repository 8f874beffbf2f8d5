import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { type Period, periodOf, type Preset, presetOf, presets } from '#engines/indicator/web';
import { plusDays } from '#kernel/instant';
import { defineMessages, useText } from '#platform/web/i18n';

const words = defineMessages({
  zh: {
    period: '统计时段',
    range: '起止日期',
    week: '本周',
    month: '本月',
    'last-month': '上月',
    'days-30': '近 30 天',
    year: '今年',
    own: '自选日期',
  },
  en: {
    period: 'Period',
    range: 'First and last day',
    week: 'This week',
    month: 'This month',
    'last-month': 'Last month',
    'days-30': 'Last 30 days',
    year: 'This year',
    own: 'Own dates',
  },
});

interface PeriodPickerProps {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

export const PeriodPicker = ({ period, today, onChange }: PeriodPickerProps) => {
  const t = useText(words);
  const preset = presetOf(period, today);
  return (
    <div className="row">
      <Select
        aria-label={t('period')}
        className="board-preset"
        value={preset ?? 'own'}
        onChange={(value: Preset | 'own') => value !== 'own' && onChange(periodOf(value, today))}
        options={[
          ...presets.map((one) => ({ value: one, label: t(one) })),
          { value: 'own', label: t('own'), disabled: true },
        ]}
      />
      <DatePicker.RangePicker
        aria-label={t('range')}
        allowClear={false}
        value={[dayjs(period.from), dayjs(plusDays(period.to, -1))]}
        onChange={(range) => {
          const [first, last] = range ?? [];
          if (first && last) onChange({ from: first.format('YYYY-MM-DD'), to: plusDays(last.format('YYYY-MM-DD'), 1) });
        }}
      />
    </div>
  );
};
