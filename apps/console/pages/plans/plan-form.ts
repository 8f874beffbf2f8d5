import type { PlanView } from '#engines/case/contract';

type Every = PlanView['every'];
export const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof units)[number];

/** A plan of the district's own as somebody fills it in. */
export interface PlanForm {
  readonly name: string;
  readonly summary: string;
  readonly playbook: string;
  readonly category: string;
  readonly level: string;
  readonly unit: Unit;
  /** Days of the week, `1` Monday … `7` Sunday. */
  readonly weekdays: readonly string[];
  /** `1、15` */
  readonly monthDays: string;
  readonly quarterMonth: string;
  readonly quarterDay: string;
  /** `06-01、11-09` */
  readonly yearDays: string;
  readonly opensAt: string;
  readonly workingDays: boolean;
  readonly season: boolean;
  readonly from: string;
  readonly to: string;
}

export const emptyForm: PlanForm = {
  name: '',
  summary: '',
  playbook: '',
  category: '',
  level: '',
  unit: 'week',
  weekdays: ['1'],
  monthDays: '1',
  quarterMonth: '1',
  quarterDay: '1',
  yearDays: '',
  opensAt: '08:00',
  workingDays: false,
  season: false,
  from: '',
  to: '',
};

export const formOf = (plan: PlanView): PlanForm => {
  const { every } = plan;
  return {
    ...emptyForm,
    name: plan.name.zh,
    summary: plan.summary.zh,
    playbook: plan.playbook.id,
    category: plan.category.code,
    level: plan.level,
    unit: every.unit,
    ...(every.unit === 'week' && { weekdays: every.on.map(String) }),
    ...(every.unit === 'month' && { monthDays: every.on.join('、') }),
    ...(every.unit === 'quarter' && { quarterMonth: String(every.month), quarterDay: String(every.day) }),
    ...(every.unit === 'year' && { yearDays: every.on.join('、') }),
    opensAt: plan.opensAt,
    workingDays: plan.workingDays,
    season: plan.season !== null,
    from: plan.season?.from ?? '',
    to: plan.season?.to ?? '',
  };
};

const parted = (text: string): readonly string[] => text.split(/[、，,;；\s]+/).filter((one) => one !== '');
const isDayOfMonth = (text: string): boolean => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31;
const isDayOfYear = (text: string): boolean => /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text);

/** The rhythm that the form says; undefined while it says none. */
export const everyOf = (form: PlanForm): Every | undefined => {
  switch (form.unit) {
    case 'day':
      return { unit: 'day' };
    case 'week': {
      const on = form.weekdays.map(Number).sort((a, b) => a - b);
      return on.length > 0 ? { unit: 'week', on } : undefined;
    }
    case 'month': {
      const days = parted(form.monthDays);
      const on = [...new Set(days.map(Number))].sort((a, b) => a - b);
      return days.length > 0 && days.every(isDayOfMonth) ? { unit: 'month', on } : undefined;
    }
    case 'quarter': {
      const month = ([1, 2, 3] as const).find((one) => String(one) === form.quarterMonth);
      return month && isDayOfMonth(form.quarterDay)
        ? { unit: 'quarter', month, day: Number(form.quarterDay) }
        : undefined;
    }
    case 'year': {
      const on = [...new Set(parted(form.yearDays))].sort();
      return on.length > 0 && on.every(isDayOfYear) ? { unit: 'year', on } : undefined;
    }
  }
};

/** Fields as the server names them, each with the word that says what is missing. */
export type PlanSlip =
  | { readonly field: 'name'; readonly say: 'needName' }
  | { readonly field: 'playbook'; readonly say: 'needPlaybook' }
  | { readonly field: 'category'; readonly say: 'needCategory' }
  | { readonly field: 'level'; readonly say: 'needLevel' }
  | { readonly field: 'every'; readonly say: 'needWeekdays' | 'needMonthDays' | 'needQuarterDay' | 'needYearDays' }
  | { readonly field: 'opensAt'; readonly say: 'needTime' }
  | { readonly field: 'season'; readonly say: 'needSeason' };

const needEvery = {
  day: 'needWeekdays',
  week: 'needWeekdays',
  month: 'needMonthDays',
  quarter: 'needQuarterDay',
  year: 'needYearDays',
} as const;

export const slipsOf = (form: PlanForm): readonly PlanSlip[] => [
  ...(form.name.trim().length < 2 ? [{ field: 'name', say: 'needName' } as const] : []),
  ...(form.playbook === '' ? [{ field: 'playbook', say: 'needPlaybook' } as const] : []),
  ...(form.playbook !== '' && form.category === '' ? [{ field: 'category', say: 'needCategory' } as const] : []),
  ...(form.level === '' ? [{ field: 'level', say: 'needLevel' } as const] : []),
  ...(everyOf(form) ? [] : [{ field: 'every', say: needEvery[form.unit] } as const]),
  ...(/^\d{2}:\d{2}$/.test(form.opensAt) ? [] : [{ field: 'opensAt', say: 'needTime' } as const]),
  ...(form.season && !(isDayOfYear(form.from) && isDayOfYear(form.to))
    ? [{ field: 'season', say: 'needSeason' } as const]
    : []),
];

/** What the server takes; undefined while the form cannot be sent. A name may be missing when days are only looked at. */
export const planOf = (form: PlanForm, nameless?: string) => {
  const every = everyOf(form);
  const slips = slipsOf(form).filter((one) => nameless === undefined || one.field !== 'name');
  if (!every || slips.length > 0) return undefined;
  return {
    name: form.name.trim().length < 2 ? (nameless ?? '') : form.name.trim(),
    summary: form.summary.trim(),
    playbook: form.playbook,
    category: form.category,
    level: form.level,
    every,
    opensAt: form.opensAt,
    ...(form.workingDays && { workingDays: true as const }),
    ...(form.season && { season: { from: form.from, to: form.to } }),
  };
};
