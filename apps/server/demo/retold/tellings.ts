import { chinaDate, type Instant, plusDays, plusMillis, weekday } from '#kernel/instant';
import type { LoadedPacks } from '#kernel/pack-loader';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { CodeList } from '#fields/field';
import { type Playbook, type PlaybookExample, REFUSE } from '#engines/case/model';
import type { CaseHistory } from '#engines/case/server';
import type { Chance } from '../chance.ts';
import { demoPath } from '../demo-ids.ts';
import type { DemoGrid, DemoPlaces } from '../places.ts';
import type { StaffIndex } from '../staff.ts';
import { type Course, coursesOf } from './courses.ts';
import { momentsOf, retell, type RetoldWorld, type ToldMatter, wordsFor } from './retell.ts';
import type { Story } from './stories.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Days back in which most retold matters ended. */
const endedWithin = 55;
/** Days back at most; joining the Party takes years, and so long nobody looks back. */
const furthest = 900;

export interface RetoldPast {
  readonly packs: Pick<LoadedPacks, 'all'>;
  readonly places: DemoPlaces;
  readonly staff: StaffIndex;
  readonly calendar: WorkingCalendar;
  /** Playbooks whose past is told by others. */
  readonly toldElsewhere: ReadonlySet<string>;
  readonly stories: readonly Story[];
}

const worldOf = ({ packs, places, staff, calendar, stories }: RetoldPast): RetoldWorld => {
  const told = new Map(stories.map((story) => [story.playbook, story]));
  const lists = new Map(packs.all<CodeList & { id: string }>('codeLists').map((list) => [list.id, list]));
  const examples = packs.all<PlaybookExample>('examples');
  const playbooks = new Map(packs.all<Playbook>('playbooks').map((playbook) => [playbook.id, playbook]));
  const known = new Map<string, readonly Course[]>();
  return {
    staff,
    grids: places.grids,
    calendar,
    fields: { codeList: (id) => lists.get(id) },
    storyOf: (id) => told.get(id) ?? {},
    coursesOf: (id) => {
      const playbook = playbooks.get(id);
      const courses = known.get(id) ?? (playbook ? coursesOf(playbook, examples) : []);
      known.set(id, courses);
      return courses;
    },
  };
};

/** Half of it around those who may be signed in as. */
const gridFor = (places: DemoPlaces, chance: Chance): DemoGrid => {
  const near = chance.weighed([
    [`${demoPath}001.001.g01.`, 22],
    [`${demoPath}001.001.`, 33],
    [`${demoPath}001.`, 20],
    [demoPath, 25],
  ] as const);
  return chance.pick(places.grids.filter(({ path }) => path.startsWith(near)));
};

/** The last day on which the course may begin so that its step `steps` happens before `end`. */
const beginOf = (course: Course, steps: number, end: Instant, strict: boolean, chance: Chance): string | undefined => {
  const [first] = course.steps;
  const last = course.steps[steps - 1];
  if (!first || !last) return undefined;
  const today = chinaDate(end);
  const span = Math.max(0, Math.floor((Date.parse(last.at) - Date.parse(first.at)) / day) - 1);
  const asked = first.actor.kind === 'reporter';
  for (let back = span; back < furthest; back += 1) {
    const date = plusDays(today, -back);
    const fits = strict ? weekday(date) === weekday(chinaDate(first.at)) : asked || weekday(date) <= 5;
    if (!fits) continue;
    const moment = momentsOf(course, date, strict, chance)[steps - 1];
    if (moment !== undefined && moment <= end) return date;
  }
  return undefined;
};

/** One matter of a playbook: closed some weeks ago, or open since its last step. */
const tellOne = (
  world: RetoldWorld,
  past: RetoldPast,
  course: Course,
  story: Omit<Story, 'playbook'>,
  /** Closed; open anywhere on the way; or open after this many steps. */
  stands: 'closed' | 'open' | number,
  until: Instant,
  chance: Chance,
): ToldMatter | undefined => {
  const open = stands !== 'closed';
  const all = course.steps.length;
  // What is open was last moved some hours ago, seldom longer than a week.
  const since = open ? chance.between(0.1, 1) ** 2.2 * 9 * day : chance.between(0.1, endedWithin) * day;
  const end = plusMillis(until, -Math.round(since));
  const grid = gridFor(past.places, chance);
  const words = wordsFor(story, course, chance);
  const { kinds = [] } = story;
  const tell = (steps: number): ToldMatter | undefined => {
    let best: ToldMatter | undefined;
    for (const strict of [false, true]) {
      const date = beginOf(course, steps, end, strict, chance);
      if (date === undefined) continue;
      const told = retell(world, {
        course,
        grid,
        date,
        steps,
        until: open ? end : until,
        strict,
        words,
        kinds,
        chance,
      });
      if (told && told.told > (best?.told ?? 0)) best = told;
      if (best?.told === steps) break;
    }
    return best;
  };
  if (!open) {
    const told = tell(all);
    // What the example leaves open lies there since lately, not for weeks.
    return told?.state.status === 'open' ? tellOne(world, past, course, story, 'open', until, chance) : told;
  }
  for (let steps = typeof stands === 'number' ? stands : chance.whole(1, all); steps > 0; steps -= 1) {
    const told = tell(steps);
    if (told?.state.status === 'open') return told;
  }
  return undefined;
};

/** Where a course comes to stand with something beside its stage: asked for, held, under a card, with tasks. */
const markedSteps = ({ playbook, steps }: Course): readonly number[] =>
  steps.flatMap(({ command }, index) => {
    const action = command.type === 'act' ? playbook.actions.find(({ id }) => id === command.action) : undefined;
    const marks =
      isRefusing({ steps }, index + 1) ||
      action?.needs !== undefined ||
      (action?.does ?? []).some(({ move }) => marking.has(move));
    return marks ? [index + 1] : [];
  });
/** What was asked for is not granted there. */
const isRefusing = ({ steps }: Pick<Course, 'steps'>, count: number): boolean => {
  const command = steps[count - 1]?.command;
  return command?.type === 'act' && command.action === REFUSE;
};
const marking: ReadonlySet<string> = new Set(['hold', 'card', 'give-tasks', 'extend']);

/** The past of every playbook whose pack shows by examples how it goes, playbook by playbook. */
export function* retellPast(past: RetoldPast, until: Instant, seed: Chance): Generator<readonly CaseHistory[]> {
  const world = worldOf(past);
  for (const playbook of past.packs.all<Playbook>('playbooks')) {
    if (playbook.dormant || past.toldElsewhere.has(playbook.id)) continue;
    const courses = world.coursesOf(playbook.id);
    const [longest] = courses;
    if (!longest) continue;
    const endings = courses.filter((course) => course.ends);
    const story = world.storyOf(playbook.id);
    const most = courses.find(({ name }) => name === story.mostly) ?? endings[0] ?? longest;
    const histories: CaseHistory[] = [];
    for (let index = 0; index < (story.often ?? 4); index += 1) {
      const chance = seed.fork(`${playbook.id} ${index}`);
      // The first two are the way to the end and one that waits; then whatever else happens, mostly to its end.
      const from = chance.weighed<readonly Course[]>([
        [[most], 6],
        [endings, 3],
        [courses, 1],
      ]);
      const course = index === 0 ? most : index === 1 ? longest : chance.pick(from.length > 0 ? from : courses);
      const told = tellOne(world, past, course, story, index % 4 === 1 ? 'open' : 'closed', until, chance);
      if (told) histories.push(...told.histories);
    }
    const marked = courses.flatMap((course) => markedSteps(course).map((steps) => [course, steps] as const));
    const own = seed.fork(`${playbook.id} marked`);
    const refused = marked.filter(([course, steps]) => isRefusing(course, steps));
    for (let count = 0; count < Math.min(marked.length, 2); count += 1) {
      const [course, steps] = own.pick(count === 0 && refused.length > 0 ? refused : marked);
      const told = tellOne(world, past, course, story, steps, until, own.fork(String(count)));
      if (told) histories.push(...told.histories);
    }
    yield histories;
  }
}
