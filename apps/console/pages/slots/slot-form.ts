import type { SlotPlanChangeView } from '#engines/case/contract';
import type { DateText } from '#kernel/instant';

/** A span of hours of one day of the week, as it stands in the form. */
export interface SpanRow {
  readonly key: string;
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly outOfHours: boolean;
}

export interface ClosedRow {
  readonly key: string;
  readonly day: string;
  readonly why: string;
}

/** A plan of times as somebody fills it in; numbers are texts until they are checked. */
export interface SlotForm {
  readonly nameZh: string;
  readonly nameEn: string;
  /** `bodyKind community`, `role lawyer`; empty: not chosen. */
  readonly owner: string;
  readonly openings: readonly SpanRow[];
  readonly minutes: string;
  readonly capacity: string;
  readonly aheadDays: string;
  readonly leastHours: string;
  readonly cancelHours: string;
  readonly holidays: boolean;
  readonly off: boolean;
  readonly closed: readonly ClosedRow[];
}

export const numberParts = ['minutes', 'capacity', 'aheadDays', 'leastHours', 'cancelHours'] as const;
export type NumberPart = (typeof numberParts)[number];

/** The bounds that the server keeps as well. */
export const bounds: Readonly<Record<NumberPart, readonly [least: number, most: number]>> = {
  minutes: [5, 480],
  capacity: [1, 500],
  aheadDays: [0, 180],
  leastHours: [0, 720],
  cancelHours: [0, 720],
};

const ownerText = (owner: SlotPlanChangeView['owner']): string => {
  if (!owner) return '';
  return 'bodyKind' in owner ? `bodyKind ${owner.bodyKind}` : `role ${owner.role}`;
};

const ownerOf = (text: string): NonNullable<SlotPlanChangeView['owner']> => {
  const [kind, id = ''] = text.split(' ');
  return kind === 'role' ? { role: id } : { bodyKind: id };
};

/** @param closed days that this level itself closes */
export const formOf = (plan: SlotPlanChangeView, closed: Readonly<Record<DateText, string>>): SlotForm => ({
  nameZh: plan.name?.zh ?? '',
  nameEn: plan.name?.en ?? '',
  owner: ownerText(plan.owner),
  openings: (plan.openings ?? []).map(({ weekday, from, to, outOfHours }, index) => ({
    key: `had-${index}`,
    weekday,
    from,
    to,
    outOfHours: outOfHours ?? false,
  })),
  minutes: String(plan.minutes ?? 30),
  capacity: String(plan.capacity ?? 1),
  aheadDays: String(plan.aheadDays ?? 14),
  leastHours: String(plan.leastHours ?? 0),
  cancelHours: String(plan.cancelHours ?? 2),
  holidays: plan.holidays === 'open',
  off: plan.off ?? false,
  closed: Object.entries(closed)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, why]) => ({ key: `had-${day}`, day, why })),
});

/** What is wrong, by the part of the form at which it stands. */
export type Slip =
  | { readonly part: 'name' | 'owner' | 'openings' | 'closed'; readonly say: 'needName' | 'needOwner' | 'needOpenings' }
  | { readonly part: NumberPart; readonly say: 'numberWrong'; readonly least: number; readonly most: number }
  | { readonly part: 'closed'; readonly say: 'closedWrong' }
  | { readonly part: 'closed'; readonly say: 'closedTwice'; readonly day: string }
  | { readonly part: `weekday-${number}`; readonly say: 'spanWrong'; readonly weekday: number }
  | {
      readonly part: `weekday-${number}`;
      readonly say: 'spanShort';
      readonly weekday: number;
      readonly from: string;
      readonly to: string;
      readonly minutes: string;
    }
  | {
      readonly part: `weekday-${number}`;
      readonly say: 'spanOverlap';
      readonly weekday: number;
      readonly from: string;
      readonly to: string;
      readonly other: string;
    };

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const wholeFrom = (text: string, [least, most]: readonly [number, number]): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

const slipsOfDay = (spans: readonly SpanRow[], weekday: number, minutes: string): readonly Slip[] => {
  const part = `weekday-${weekday}` as const;
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap(({ from, to }, index): readonly Slip[] => {
    if (!from || !to || from >= to) return [{ part, say: 'spanWrong', weekday }];
    const before = sorted[index - 1];
    if (before?.to && before.to > from)
      return [{ part, say: 'spanOverlap', weekday, from, to, other: `${before.from}–${before.to}` }];
    return wholeFrom(minutes, bounds.minutes) && minuteOf(to) - minuteOf(from) < Number(minutes)
      ? [{ part, say: 'spanShort', weekday, from, to, minutes }]
      : [];
  });
};

/** @param own it is a plan of the district's own, so that it has to say everything */
export const slipsOf = (form: SlotForm, own: boolean): readonly Slip[] => {
  const slips: Slip[] = [];
  if (own && form.nameZh.trim() === '') slips.push({ part: 'name', say: 'needName' });
  if (own && form.owner === '') slips.push({ part: 'owner', say: 'needOwner' });
  if (form.openings.length === 0 && !form.off) slips.push({ part: 'openings', say: 'needOpenings' });
  for (let weekday = 1; weekday <= 7; weekday += 1)
    slips.push(
      ...slipsOfDay(
        form.openings.filter((one) => one.weekday === weekday),
        weekday,
        form.minutes,
      ).slice(0, 1),
    );
  for (const part of numberParts) {
    const [least, most] = bounds[part];
    if (!wholeFrom(form[part], bounds[part])) slips.push({ part, say: 'numberWrong', least, most });
  }
  const days = form.closed.map((one) => one.day);
  const twice = days.find((day, index) => day !== '' && days.indexOf(day) !== index);
  if (form.closed.some((one) => one.day === '' || one.why.trim() === ''))
    slips.push({ part: 'closed', say: 'closedWrong' });
  else if (twice !== undefined) slips.push({ part: 'closed', say: 'closedTwice', day: twice });
  return slips;
};

type Part = keyof SlotPlanChangeView;

const partsOf = (form: SlotForm): Partial<SlotPlanChangeView> => ({
  name: { zh: form.nameZh.trim(), en: form.nameEn.trim() || form.nameZh.trim() },
  ...(form.owner !== '' && { owner: ownerOf(form.owner) }),
  openings: [...form.openings]
    .sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1))
    .map(({ weekday, from, to, outOfHours }) => ({
      weekday,
      from,
      to,
      ...(outOfHours && { outOfHours: true as const }),
    })),
  ...Object.fromEntries(numberParts.map((part) => [part, Number(form[part])])),
  ...(form.holidays && { holidays: 'open' as const }),
  off: form.off,
  closed: Object.fromEntries(form.closed.map(({ day, why }) => [day, why.trim()])),
});

/**
 * What has to be kept of a form: what was changed before and what is otherwise now; a plan of one's own keeps all.
 * @param before the form as it was opened
 * @param had what this level has changed already
 */
export const changeOf = (
  form: SlotForm,
  before: SlotForm,
  had: SlotPlanChangeView,
  own: boolean,
): SlotPlanChangeView => {
  const [now, then] = [partsOf(form), partsOf(before)];
  const differs = (part: Part): boolean => JSON.stringify(now[part]) !== JSON.stringify(then[part]);
  const kept = (Object.keys({ ...now, ...then }) as Part[]).filter((part) => own || differs(part));
  const change: Partial<Record<Part, unknown>> = { ...had };
  for (const part of kept) {
    if (now[part] === undefined) delete change[part];
    else change[part] = now[part];
  }
  return change as SlotPlanChangeView;
};
