import { type DomainError, refuse } from '#kernel/domain-error';
import {
  chinaDate,
  chinaInstant,
  type DateText,
  type Instant,
  isInstant,
  plusDays,
  plusMillis,
  weekday,
} from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import type { WorkingCalendar } from '#kernel/working-calendar';

/**
 * Times that can be booked (预约): a window's, a mediator's on his circuit, a counsellor's, of whoever comes to the
 * house. A plan is pack data; a district may change it, for itself or for one place, and make plans of its own.
 */
export interface SlotPlan {
  /** `<pack>.<name>`, such as `window.counter`. */
  readonly id: string;
  readonly name: Label;
  /** Whose times they are: each body of a kind has its own, or each territory at which a post of a role stands. */
  readonly owner: { readonly bodyKind: string } | { readonly role: string };
  readonly openings: readonly SlotOpening[];
  /** Length of one time; 5 to 480. */
  readonly minutes: number;
  /** How many may book the same time: counters, counsellors. */
  readonly capacity: number;
  /** Today and so many days after it may be booked. */
  readonly aheadDays: number;
  /** Booked at least so many hours before; 0 unless told: until it begins. */
  readonly leastHours?: number;
  /** Whoever booked may change or cancel until so many hours before. */
  readonly cancelHours: number;
  /** Open on public holidays too; they are closed unless told. */
  readonly holidays?: 'open';
  /** The day of the week whose openings hold on a 调休 day that is worked; its own unless told. */
  readonly makeUpDay?: number;
}

export interface SlotOpening {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  /** 错时延时: outside office hours. */
  readonly outOfHours?: true;
}

/** What a district changes, for itself or one place; what is absent stays. */
export type SlotPlanChange = Partial<Omit<SlotPlan, 'id'>> & {
  /** Days that are closed, and why. */
  readonly closed?: Readonly<Record<DateText, string>>;
  /** Days that are open otherwise than their day of the week says. */
  readonly opened?: Readonly<Record<DateText, readonly Omit<SlotOpening, 'weekday'>[]>>;
  /** Nothing is offered here. */
  readonly off?: boolean;
};

export type PlanInForce = SlotPlan & Required<Pick<SlotPlanChange, 'closed' | 'opened' | 'off'>>;

/** A plan as a place has it. @param changes of the district first, of the place after it */
export const planInForce = (plan: SlotPlan, ...changes: readonly (SlotPlanChange | undefined)[]): PlanInForce => ({
  ...plan,
  ...Object.assign({}, ...changes),
  id: plan.id,
  closed: Object.assign({}, ...changes.map((one) => one?.closed)) as Record<DateText, string>,
  opened: Object.assign({}, ...changes.map((one) => one?.opened)) as NonNullable<SlotPlanChange['opened']>,
  off: changes.some((one) => one?.off === true),
});

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const isTime = (text: unknown): boolean => typeof text === 'string' && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isInstant(`${text}T00:00:00Z`) && plusDays(text, 0) === text;

const inOrder = <Span extends { readonly from: string }>(spans: readonly Span[]): readonly Span[] =>
  [...spans].sort((one, other) => (one.from < other.from ? -1 : 1));

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const weekdaysEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const openingProblems = (openings: readonly Omit<SlotOpening, 'weekday'>[], where: Label): Label[] => {
  const sorted = inOrder(openings);
  return sorted.flatMap(({ from, to }, index) => {
    if (!isTime(from) || !isTime(to) || from >= to)
      return [
        label(
          `${where.zh} ${from}–${to} 不是有效的时段，请按 09:00 的格式填写，且结束晚于开始`,
          `${where.en}: ${from}–${to} is not a span of HH:MM`,
        ),
      ];
    const before = sorted[index - 1];
    return before && before.to > from
      ? [
          label(
            `${where.zh} ${from}–${to} 与 ${before.from}–${before.to} 重叠`,
            `${where.en}: ${from}–${to} overlaps ${before.from}–${before.to}`,
          ),
        ]
      : [];
  });
};

const wholeFrom = (least: number, most: number, value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** Numbers of a plan, as the desk names them, and the least and most that each may be. */
const numbers = {
  minutes: ['每次多少分钟', 5, 480],
  capacity: ['每个时间几个名额', 1, 500],
  aheadDays: ['可以提前多少天预约', 0, 180],
  leastHours: ['至少提前几小时预约', 0, 720],
  cancelHours: ['几小时前可以自行改约、取消', 0, 720],
  makeUpDay: ['调休上班日按周几开放', 1, 7],
} as const;

/** What is wrong in a plan or in a change of one; empty when it is right. */
export const slotPlanProblems = (
  plan: SlotPlanChange,
  known: { readonly bodyKinds?: ReadonlySet<string>; readonly roles?: ReadonlySet<string> } = {},
): readonly Label[] => {
  const { name, owner, openings = [] } = plan;
  const say = (wrong: boolean, zh: string, en: string): Label[] => (wrong ? [label(zh, en)] : []);
  const [kind, role] = owner
    ? ['bodyKind' in owner ? owner.bodyKind : undefined, 'role' in owner ? owner.role : undefined]
    : [];
  return [
    say(name !== undefined && !(name?.zh && name.en), '名称要有中文和英文', 'name: needed in zh and en'),
    say(
      owner !== undefined && (kind === undefined) === (role === undefined),
      '「谁来接待」在单位类型和岗位角色中选一样',
      'owner: either bodyKind or role',
    ),
    say(
      kind !== undefined && known.bodyKinds?.has(kind) === false,
      `没有单位类型「${String(kind)}」`,
      `owner: unknown kind of body ${String(kind)}`,
    ),
    say(
      role !== undefined && known.roles?.has(role) === false,
      `没有岗位角色「${String(role)}」`,
      `owner: unknown role ${String(role)}`,
    ),
    weekdays.flatMap((day, index) =>
      openingProblems(
        openings.filter((one) => one.weekday === index + 1),
        label(day, weekdaysEn[index] ?? ''),
      ),
    ),
    say(
      openings.some((one) => !wholeFrom(1, 7, one.weekday)),
      '星期只能填 1 至 7',
      'openings: weekday is 1 to 7',
    ),
    Object.entries(numbers).flatMap(([id, [zh, least, most]]) => {
      const value = plan[id as keyof typeof numbers];
      return say(
        value !== undefined && !wholeFrom(least, most, value),
        `「${zh}」应是 ${least} 至 ${most} 的整数`,
        `${id}: ${least} to ${most}`,
      );
    }),
    Object.keys({ ...plan.closed, ...plan.opened }).flatMap((day) =>
      say(!isDay(day), `「${day}」不是有效的日期`, `${day} is not a day`),
    ),
    Object.entries(plan.opened ?? {}).flatMap(([day, spans]) => openingProblems(spans, label(day, day))),
  ].flat();
};

const needed = {
  id: '编号',
  name: '名称',
  owner: '谁来接待',
  openings: '开放时段',
  minutes: numbers.minutes[0],
  capacity: numbers.capacity[0],
  aheadDays: numbers.aheadDays[0],
  cancelHours: numbers.cancelHours[0],
} as const;

/** What a plan of its own lacks. */
export const missingInPlan = (plan: Partial<SlotPlan>): readonly Label[] =>
  Object.entries(needed).flatMap(([part, zh]) =>
    plan[part as keyof typeof needed] === undefined ? [label(`未填「${zh}」`, `${part} is needed`)] : [],
  );

/** One time that is offered. */
export interface OfferedSlot {
  readonly start: Instant;
  readonly end: Instant;
  readonly outOfHours: boolean;
}

const isListed = (calendar: WorkingCalendar, list: 'holidays' | 'makeUpDays', date: DateText): boolean =>
  calendar.years.some((year) => Object.hasOwn(year[list], date));

/** The hours of one day, in order; none when it is closed. */
const hoursOn = (
  plan: PlanInForce,
  date: DateText,
  calendar: WorkingCalendar,
): readonly Omit<SlotOpening, 'weekday'>[] => {
  const opened = plan.opened[date];
  if (plan.off || (Object.hasOwn(plan.closed, date) && !opened)) return [];
  if (opened) return inOrder(opened);
  if (plan.holidays !== 'open' && isListed(calendar, 'holidays', date)) return [];
  const day = plan.makeUpDay !== undefined && isListed(calendar, 'makeUpDays', date) ? plan.makeUpDay : weekday(date);
  return inOrder(plan.openings.filter((one) => one.weekday === day));
};

/** The times of one day, in order. A rest shorter than one time is not offered. */
export const slotsOn = (plan: PlanInForce, date: DateText, calendar: WorkingCalendar): readonly OfferedSlot[] =>
  hoursOn(plan, date, calendar).flatMap(({ from, to, outOfHours }) => {
    const [first, last] = [minuteOf(from), minuteOf(to)];
    return Array.from({ length: Math.floor((last - first) / plan.minutes) }, (_, index) => ({
      start: chinaInstant(date, first + index * plan.minutes),
      end: chinaInstant(date, first + (index + 1) * plan.minutes),
      outOfHours: outOfHours ?? false,
    }));
  });

const hour = 3_600_000;

/** Times that may be booked now, over at most `days` days from a date on. */
export const bookableSlots = (
  plan: PlanInForce,
  calendar: WorkingCalendar,
  now: Instant,
  { from = chinaDate(now), days = 62 }: { readonly from?: DateText; readonly days?: number } = {},
): readonly OfferedSlot[] => {
  const first = from < chinaDate(now) ? chinaDate(now) : from;
  const last = plusDays(chinaDate(now), plan.aheadDays);
  return Array.from({ length: days }, (_, index) => plusDays(first, index))
    .filter((date) => date <= last)
    .flatMap((date) => slotsOn(plan, date, calendar))
    .filter((one) => one.start > plusMillis(now, (plan.leastHours ?? 0) * hour));
};

/** `11-23 09:30`, as people in China read it. */
export const slotTimeText = (start: Instant): string =>
  plusMillis(start, 8 * hour)
    .slice(5, 16)
    .replace('T', ' ');

/** The time that a value names, when it may be booked now; else why not. @param field where the refusal stands */
export const findBookable = (
  plan: PlanInForce,
  start: Instant,
  around: { readonly calendar: WorkingCalendar; readonly now: Instant; readonly field: string },
): OfferedSlot | DomainError => {
  const { calendar, now, field } = around;
  const time = slotTimeText(start);
  const date = chinaDate(start);
  const offered = slotsOn(plan, date, calendar).find((one) => one.start === start);
  if (!offered) return refuse('slot.not-offered', { time, plan: plan.name }, { field });
  if (start <= plusMillis(now, (plan.leastHours ?? 0) * hour)) {
    return refuse('slot.too-late', { time, hours: plan.leastHours ?? 0 }, { field });
  }
  if (date > plusDays(chinaDate(now), plan.aheadDays)) {
    return refuse('slot.too-early', { days: plan.aheadDays }, { field });
  }
  return offered;
};

/** Whether whoever booked may still give a time back. */
export const mayGiveBack = (plan: SlotPlan, start: Instant, now: Instant): boolean =>
  start > plusMillis(now, plan.cancelHours * hour);

/** When a place is open, as a timetable says it: `周一 09:00–12:00、14:00–17:00；周三 …` (S164). */
export const hoursText = (plan: PlanInForce): Label => {
  const days = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const spans = plan.openings.filter((one) => one.weekday === day);
    const hours = spans.map(({ from, to }) => `${from}–${to}`).sort();
    return hours.length > 0 ? [{ day, hours }] : [];
  });
  return label(
    days.map(({ day, hours }) => `${weekdays[day - 1]} ${hours.join('、')}`).join('；'),
    days.map(({ day, hours }) => `${weekdaysEn[day - 1]} ${hours.join(', ')}`).join('; '),
  );
};
