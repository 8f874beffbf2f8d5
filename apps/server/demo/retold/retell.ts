import { isRefusal } from '#kernel/domain-error';
import { chinaDate, chinaInstant, type Instant, plusMillis } from '#kernel/instant';
import { uuidv7 } from '#kernel/ids';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { FieldContext, Json } from '#fields/field';
import {
  type Actor,
  type CaseCommand,
  type CaseState,
  caseNumber,
  decide,
  type EffectOrder,
  evolve,
  isOpenTask,
  noCase,
  type ParentCase,
  type TaskCommand,
} from '#engines/case/model';
import type { CaseHistory, HistoryStep } from '#engines/case/server';
import type { Chance } from '../chance.ts';
import { demoDistrict } from '../demo-ids.ts';
import { afterDuty } from '../duty.ts';
import { personName, phoneOf } from '../names.ts';
import type { DemoGrid } from '../places.ts';
import type { StaffIndex } from '../staff.ts';
import { castOf } from './cast.ts';
import type { Course } from './courses.ts';
import type { Story, Words } from './stories.ts';
import { createRetelling, daysBetween } from './values.ts';

/** What tellings need of the world. */
export interface RetoldWorld {
  readonly staff: StaffIndex;
  readonly grids: readonly DemoGrid[];
  readonly calendar: WorkingCalendar;
  readonly fields: FieldContext;
  readonly storyOf: (playbook: string) => Omit<Story, 'playbook'>;
  /** Courses of a playbook, for the matters that steps open. */
  readonly coursesOf: (playbook: string) => readonly Course[];
}

export interface Telling {
  readonly course: Course;
  readonly grid: DemoGrid;
  /** Day of the report in China. */
  readonly date: string;
  /** The telling stops after so many steps. */
  readonly steps: number;
  readonly until: Instant;
  /** Steps keep the very times of the example, else only those that it names. */
  readonly strict: boolean;
  readonly words: Words;
  readonly kinds: readonly string[];
  readonly chance: Chance;
  readonly parent?: ParentCase & { readonly from: Instant };
  readonly order?: Extract<EffectOrder, { effect: 'case.open' }>;
  readonly path?: string;
}

export interface ToldMatter {
  /** The matter first, then those that it opened. */
  readonly histories: readonly CaseHistory[];
  readonly state: Exclude<CaseState, { status: 'none' }>;
  /** Steps of the course that were told. */
  readonly told: number;
  readonly endedAt: Instant | undefined;
}

const minute = 60_000;
const system: Actor = { kind: 'system', name: '系统' };
const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** When each step of the course happens if the first does on this day. */
export const momentsOf = (course: Course, date: string, strict: boolean, seed: Chance): readonly Instant[] => {
  const chance = seed.fork('moments');
  const [first] = course.steps;
  if (!first) return [];
  const shift = daysBetween(first.at, date) * 24 * 60 * minute;
  const moments: Instant[] = [];
  for (const step of course.steps) {
    const before = moments.at(-1);
    const same = plusMillis(step.at, shift);
    if (strict) moments.push(same);
    else if (before === undefined)
      moments.push(step.fixed ? same : chinaInstant(date, chance.whole(8 * 60 + 35, 16 * 60)));
    else if (step.fixed) moments.push(later(same, plusMillis(before, minute)));
    else moments.push(afterDuty(before, chance.duration(70, 0.9)));
  }
  return moments;
};

/** Levels that a playbook gives its work down to, and at which it is itself then at home. */
const homeAbove: Readonly<Record<string, number>> = { grid: 5, community: 4, street: 3 };
const homeOf = ({ onReport = [], actions }: Course['playbook']): number =>
  Math.min(
    9,
    ...[...onReport, ...actions.flatMap((action) => action.effects ?? [])].flatMap((one) =>
      one.effect === 'case.open' && one.eachBelow !== undefined ? (homeAbove[one.eachBelow] ?? []) : [],
    ),
  );
const levelOf = (path: string): number => path.split('.').length - 1;
/** The same level as in the example, at the place of the telling. */
const pathFor = (example: string, { playbook }: Course, grid: DemoGrid, building: string): string => {
  const level = levelOf(example) < levelOf(grid.path) ? levelOf(example) : homeOf(playbook);
  return level >= levelOf(grid.path) ? building : `${grid.path.split('.').slice(0, level).join('.')}.`;
};

const placeTextFor = (example: string, building: string): string => {
  const estate = building.replace(/ \d+ 号楼$/, '');
  if (example === '') return building;
  if (/号楼/.test(example)) return `${building} ${example.replace(/^.*?号楼\s*/, '')}`;
  return /路|山/.test(example) ? example : estate + example;
};

/** Tells a course at a place and time, through the same rules as everybody's; it stops where they refuse it. */
export const retell = (world: RetoldWorld, telling: Telling): ToldMatter | undefined => {
  const { course, grid, chance, until, parent, order } = telling;
  const { playbook } = course;
  const building = chance.pick(grid.buildings);
  const [first] = course.steps;
  if (first?.command.type !== 'report') return undefined;
  const reported = first.command;
  const path = telling.path ?? pathFor(reported.place.path, course, grid, building.path);
  const cast = castOf(course, world.staff, path, chance.fork('cast'), telling);
  const days = daysBetween(first.at, telling.date);
  const retelling = createRetelling({ days, cast, grid, words: telling.words, chance: chance.fork('words') });
  const moments = momentsOf(course, telling.date, telling.strict, chance);
  const reportedAt = later(moments[0] ?? first.at, parent ? plusMillis(parent.from, minute) : (moments[0] ?? ''));
  const id = uuidv7(Date.parse(reportedAt), chance.fork('id').bytes(10));
  const children: CaseHistory[] = [];
  /** Ends of children of which the matter has not heard. */
  const ends: { readonly at: Instant; readonly command: TaskCommand }[] = [];
  const steps: HistoryStep[] = [];
  let state: CaseState = noCase;
  let now = reportedAt;
  let drift = parent ? Math.max(0, Date.parse(reportedAt) - Date.parse(moments[0] ?? reportedAt)) : 0;
  let endedAt: Instant | undefined;

  const take = (command: CaseCommand, actor: Actor, at: Instant): readonly EffectOrder[] | undefined => {
    const { calendar, fields } = world;
    const events = decide(playbook, state, command, {
      now: at,
      actor,
      calendar,
      fields: { ...fields, now: at },
      bodyName: (body) => world.staff.findBody(body)?.name,
    });
    if (isRefusal(events)) return undefined;
    for (const event of events) state = evolve(state, event);
    if (state.status === 'closed' && endedAt === undefined) endedAt = at;
    if (state.status === 'open') endedAt = undefined;
    return events.flatMap((event) => ('effects' in event ? (event.effects ?? []) : []));
  };

  const hearOf = (command: TaskCommand, at: Instant): boolean => {
    if (state.status !== 'open' || !take(command, system, at)) return false;
    const { type: _, ...child } = command;
    steps.push({ child, actor: system, now: at });
    now = at;
    return true;
  };
  const hearEnds = (before: Instant): void => {
    ends.sort((a, b) => (a.at < b.at ? -1 : 1));
    while (ends[0] && ends[0].at <= before) {
      const { command, at } = ends.shift() as (typeof ends)[number];
      hearOf(command, later(at, now));
    }
  };

  const openChildren = (orders: readonly EffectOrder[], depth: number): void => {
    for (const [index, one] of orders.entries()) {
      if (one.effect !== 'case.open' || state.status === 'none') continue;
      const courses = coursesFor(world, one);
      const below = one.eachBelow === undefined ? [path] : placesBelow(world.grids, path, one.eachBelow);
      for (const place of below) {
        const childChance = chance.fork(`child ${depth} ${index} ${place}`);
        if (courses.length === 0) continue;
        const childCourse = childChance.pick(courses);
        const childGrid =
          world.grids.find((each) => place.startsWith(each.path) || each.path.startsWith(place)) ?? grid;
        const made = retell(world, {
          course: childCourse,
          grid: childGrid,
          date: chinaDate(now),
          steps: childCourse.steps.length,
          until,
          strict: false,
          words: wordsFor(world.storyOf(one.playbook), childCourse, childChance),
          kinds: world.storyOf(one.playbook).kinds ?? telling.kinds,
          chance: childChance,
          order: one,
          path: place,
          ...(!one.apart && { parent: { id, number: caseNumber(id, reportedAt), from: now } }),
        });
        if (!made) continue;
        children.push(...made.histories);
        if (one.apart) continue;
        const { number } = made.state;
        const child = { id: made.state.id, number };
        const name = one.eachBelow === undefined ? one.name : placeName(childGrid, place);
        if (!hearOf({ type: 'task', name, child }, plusMillis(now, minute))) continue;
        if (made.endedAt === undefined || made.state.status !== 'closed') continue;
        const { outcome, answer } = made.state;
        const ended = { words: answer ?? '', refused: outcome === 'declined' || outcome === 'withdrawn' };
        ends.push({ at: plusMillis(made.endedAt, minute), command: { type: 'task', name: number, child, ended } });
      }
    }
  };

  const reporter = reporterFor(course, cast.actorFor(first.actor), parent !== undefined, chance.fork('contact'));
  if (!reporter) return undefined;
  const ofResident = reporter.actor.kind === 'reporter';
  const report: CaseHistory['report'] = {
    district: demoDistrict,
    id,
    playbook: playbook.id,
    category: order?.category ?? (telling.words['category'] as string | undefined) ?? reported.category,
    values: order ? order.values : withContact(retelling.form(reported.values, 'report'), telling, ofResident),
    channel: order ? 'system' : reporter.contact && reported.channel === 'app' ? 'phone' : reported.channel,
    place: {
      path,
      point: levelOf(path) > levelOf(grid.path) ? building.point : null,
      text: path.startsWith(grid.path) ? placeTextFor(reported.place.text, building.name) : reported.place.text,
    },
    ...reporter,
    ...(parent && { parent: { id: parent.id, number: parent.number } }),
    now: reportedAt,
  };
  if (reportedAt > until) return undefined;
  const opened = take({ ...report, type: 'report', placeName: '' }, report.actor, reportedAt);
  if (!opened) return undefined;
  openChildren(opened, 0);
  let told = 1;
  for (const [index, step] of course.steps.entries()) {
    if (index === 0 || index >= telling.steps) continue;
    const { command } = step;
    let at = later(plusMillis(moments[index] ?? now, drift), plusMillis(now, minute));
    if (command.type === 'task') {
      if (command.ended === undefined) continue;
      // Where the example waits for one of its tasks, the telling waits for all of its own.
      const end = ends.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
      if (!end || end.at > until) {
        if (end || hasOpenTasks(state)) break;
        continue;
      }
      if (end.at > at) drift += Date.parse(end.at) - Date.parse(at);
      at = later(at, end.at);
      hearEnds(at);
      told += 1;
      continue;
    }
    if (at > until) break;
    hearEnds(at);
    at = later(at, plusMillis(now, minute));
    const actor = cast.actorFor(step.actor);
    if (!actor || command.type !== 'act') break;
    const form = retelling.form(command.form, command.action);
    const orders = take({ ...command, form }, actor, at);
    if (!orders) break;
    now = at;
    steps.push({ action: command.action, form, actor, now, ...(command.task !== undefined && { task: command.task }) });
    told += 1;
    openChildren(orders, index);
  }
  hearEnds(until);
  const done: CaseState = state;
  return stateIsThere(done) ? { histories: [{ report, steps }, ...children], state: done, told, endedAt } : undefined;
};

/** Courses for a matter that a step opens: those of its category that come to an end, as far as there are any. */
const coursesFor = (
  world: RetoldWorld,
  { playbook, category }: Extract<EffectOrder, { effect: 'case.open' }>,
): readonly Course[] => {
  const all = world.coursesOf(playbook);
  const fitting: readonly ((course: Course) => boolean)[] = [
    ({ steps: [first] }) => first?.command.type === 'report' && first.command.category === category,
    ({ ends }) => ends,
    ({ steps }) => steps.every(({ command }) => command.type !== 'task'),
  ];
  return fitting.reduce<readonly Course[]>((left, fits) => {
    const found = left.filter(fits);
    return found.length > 0 ? found : left;
  }, all);
};

/** One of the tellings that speak of such a course; none leaves the example's own words. */
export const wordsFor = (
  { tellings = [] }: Omit<Story, 'playbook'>,
  { steps: [first] }: Course,
  chance: Chance,
): Words => {
  const category = first?.command.type === 'report' ? first.command.category : '';
  const fits = tellings.filter(({ of }) => of === undefined || of === category);
  return fits.length > 0 ? chance.pick(fits) : {};
};

const stateIsThere = (state: CaseState): state is Exclude<CaseState, { status: 'none' }> => state.status !== 'none';

const placeName = ({ name, path, community }: DemoGrid, place: string): string => {
  if (place.startsWith(path)) return name;
  return place.startsWith(community.path) ? community.name : community.street.name;
};

const hasOpenTasks = (state: CaseState): boolean => state.status === 'open' && (state.tasks ?? []).some(isOpenTask);

const placesBelow = (grids: readonly DemoGrid[], path: string, level: string): readonly string[] => [
  ...new Set(
    grids
      .map((grid) =>
        level === 'grid' ? grid.path : level === 'community' ? grid.community.path : grid.community.street.path,
      )
      .filter((one) => one.startsWith(path)),
  ),
];

/** Staff who take down what residents ask write for them. */
const reporterFor = (
  { playbook, steps: [first] }: Course,
  actor: Actor | undefined,
  child: boolean,
  chance: Chance,
): Pick<CaseHistory['report'], 'actor' | 'reporter' | 'contact'> | undefined => {
  const said = first?.command.type === 'report' ? first.command.reporter.kind : 'system';
  if (child || said === 'system') return { actor: system, reporter: { kind: 'system', person: null, enteredBy: null } };
  if (!actor) return undefined;
  if (actor.kind !== 'staff') return { actor, reporter: { kind: 'anonymous', person: null, enteredBy: null } };
  if (!playbook.reporters.includes('resident'))
    return { actor, reporter: { kind: 'staff', person: actor.person, enteredBy: null } };
  return {
    actor,
    reporter: { kind: 'anonymous', person: null, enteredBy: actor.person },
    contact: { name: personName(chance), phone: phoneOf(chance.whole(1000, 9999)) },
  };
};

/** Most who ask leave a number and say who they are. */
const withContact = (
  values: Readonly<Record<string, Json>>,
  { course, chance }: Telling,
  asked: boolean,
): Readonly<Record<string, Json>> => {
  const own = chance.fork('contact');
  if (!asked || !own.happens(0.7)) return values;
  const field = course.playbook.fields.find((one) => one.type === 'phone');
  return field && !(field.id in values) ? { ...values, [field.id]: phoneOf(own.whole(1000, 9999)) } : values;
};
