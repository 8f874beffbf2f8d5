import { useFormats, useText } from '#platform/web/i18n';
import type { Slip } from './slot-form.ts';
import { words } from './slot-words.ts';

/** 2026-11-23 is a Monday. */
const dayOf = (weekday: number): string => `2026-11-${22 + weekday}`;

/** 周一 */
export const useWeekdayName = (): ((weekday: number) => string) => {
  const formats = useFormats();
  return (weekday) => formats.weekday(dayOf(weekday));
};

/** What is wrong in a plan of times, in words. */
export const useSlipText = (): ((slip: Slip) => string) => {
  const t = useText(words);
  const nameOf = useWeekdayName();
  return (slip) => {
    switch (slip.say) {
      case 'spanWrong':
        return t('spanWrong', { day: nameOf(slip.weekday) });
      case 'spanShort':
        return t('spanShort', { day: nameOf(slip.weekday), from: slip.from, to: slip.to, minutes: slip.minutes });
      case 'spanOverlap':
        return t('spanOverlap', { day: nameOf(slip.weekday), from: slip.from, to: slip.to, other: slip.other });
      case 'numberWrong':
        return t('numberWrong', { name: t(slip.part), least: slip.least, most: slip.most });
      case 'closedTwice':
        return t('closedTwice', { day: slip.day });
      default:
        return t(slip.say);
    }
  };
};
