import { chinaDate, chinaInstant, type Instant, plusDays, plusMillis, weekday } from '#kernel/instant';
import type { CaseHistory, HistoryStep } from '#engines/case/server';
import type { Actor, Playbook } from '#engines/case/model';
import type { Chance } from './chance.ts';
import { afterDuty } from './duty.ts';
import type { DemoGrid } from './places.ts';
import { actorOf } from './staff.ts';
import type { CategoryTexts } from './texts/category-texts.ts';
import { replies } from './texts/replies.ts';
import { type DemoWorld, heatOf, makeMatter, type Matter } from './matter.ts';

/** Matters an hour, by the hour of the day: residents before work and in the evening, workers in office hours. */
const hours = {
  resident: [1, 0.5, 0.3, 0.2, 0.3, 1, 3, 7, 8, 6, 5, 5, 6, 4, 4, 4, 5, 7, 8, 9, 9, 7, 4, 2],
  worker: [0, 0, 0, 0, 0, 0, 0, 1, 7, 10, 10, 6, 1, 3, 8, 9, 8, 4, 1, 1, 0, 0, 0, 0],
} as const;

const hour = 3_600_000;
/** Actions that end a matter. */
const ends = new Set(['close', 'explain', 'close-settled', 'decline', 'withdraw']);

/** Days back from the first start; about two months. */
export const historyDays = 61;
const mattersADay = 56;

/** Days of heavy rain, on which drains and roads give trouble. */
const wet = new Set(['0608', '0603', '0313', '0601']);

/** Where a step leads, as the playbook says it; conditional targets are asked of the form. */
export const stageAfter = (playbook: Playbook, action: string, form: Readonly<Record<string, unknown>>): string => {
  const to = playbook.actions.find((one) => one.id === action)?.to;
  if (typeof to === 'string') return to;
  // The one conditional target of both playbooks: a dissatisfied rating opens the matter again.
  const rating = form['rating'];
  return (typeof rating === 'number' && rating <= 2 ? to?.[0]?.to : to?.at(-1)?.to) ?? '';
};

/** Steps of a matter up to a moment; what would happen later stays undone. */
export const stepsUntil = (matter: Matter, playbook: Playbook, until: Instant): HistoryStep[] => {
  const steps: HistoryStep[] = [];
  let stage = matter.startStage;
  let since: Instant = matter.report.now;
  for (let count = 0; count < 30; count += 1) {
    const step = matter.story.next(stage, since);
    if (!step || step.now > until) break;
    steps.push(step);
    stage = stageAfter(playbook, step.action, step.form);
    since = step.now;
  }
  return steps;
};

/** The one who comes upon the same thing: no name, no sign-in. */
const neighbour: Actor = { kind: 'reporter', person: null };

/** Neighbours add “me too” in the first hours, while it is still open. */
const withNeighbours = (steps: readonly HistoryStep[], since: Instant, now: Instant, chance: Chance): HistoryStep[] => {
  if (!chance.happens(0.09)) return [...steps];
  const closed = steps.find((step) => 'action' in step && ends.has(step.action))?.now ?? now;
  const added = Array.from(
    {
      length: chance.weighed([
        [1, 6],
        [2, 3],
        [4, 1],
      ] as const),
    },
    (): HistoryStep => ({
      meToo: true,
      actor: neighbour,
      now: plusMillis(since, Math.round(chance.duration(2 * hour, 0.8))),
    }),
  );
  return [...steps, ...added.filter((step) => step.now < closed)].sort((a, b) => (a.now < b.now ? -1 : 1));
};

/** The same thing reported again from the same house, linked by the community and not taken a second time. */
const makeRepeat = (
  world: DemoWorld,
  grid: DemoGrid,
  texts: CategoryTexts,
  first: Matter,
  now: Instant,
  chance: Chance,
): CaseHistory | undefined => {
  const reportedAt = plusMillis(first.report.now, Math.round(chance.between(0.3, 14) * hour));
  const clerk = world.staff.at('community-staff', grid.path)[0];
  if (reportedAt >= now || !clerk) return undefined;
  const { report } = makeMatter(world, grid, texts, reportedAt, chance, { door: 'resident', building: first.building });
  const seen = afterDuty(reportedAt, chance.between(10, 90));
  const actor = actorOf(clerk);
  const steps: HistoryStep[] = [
    { repeats: first.report.id, actor, now: seen },
    { action: 'decline', form: { answer: replies.repeated }, actor, now: plusMillis(seen, 60_000) },
  ];
  return { report, steps: steps.filter((step) => step.now < now) };
};

/** Two months of matters up to `now`, oldest first. */
export const makeHistories = (world: DemoWorld, now: Instant, seed: Chance): CaseHistory[] => {
  const histories: CaseHistory[] = [];
  const heat = new Map(world.places.communities.map((one) => [one.path, heatOf(one.path, seed)]));
  const crowd = world.places.grids.map((grid) => [grid, seed.fork(grid.path).between(0.5, 1.8)] as const);
  const today = chinaDate(now);
  for (let back = historyDays; back >= 0; back -= 1) {
    const date = plusDays(today, -back);
    const chance = seed.fork(`day ${historyDays - back}`);
    const rain = chance.happens(0.12);
    const count = Math.round(
      mattersADay * (weekday(date) > 5 ? 0.78 : 1.06) * chance.between(0.85, 1.15) * (rain ? 1.15 : 1),
    );
    for (let index = 0; index < count; index += 1) {
      const grid = chance.weighed(crowd);
      const weights = heat.get(grid.community.path) ?? [];
      const texts = chance.weighed(
        weights.map(([one, weight]) => [one, rain && wet.has(one.category) ? weight * 4 : weight] as const),
      );
      const door =
        texts.door === 'both'
          ? chance.weighed([
              ['resident', 55],
              ['worker', 45],
            ] as const)
          : texts.door;
      const hour = chance.weighed(hours[door].map((weight, at) => [at, weight] as const));
      const reportedAt = plusMillis(chinaInstant(date, hour * 60 + chance.whole(0, 59)), chance.whole(0, 59_999));
      if (reportedAt >= now) continue;
      const matter = makeMatter(world, grid, texts, reportedAt, chance, { door });
      const playbook = door === 'resident' ? world.playbooks.asked : world.playbooks.found;
      const steps = stepsUntil(matter, playbook, now);
      if (door !== 'resident') {
        histories.push({ report: matter.report, steps });
        continue;
      }
      histories.push({ report: matter.report, steps: withNeighbours(steps, reportedAt, now, chance) });
      if (chance.happens(0.025)) {
        const repeat = makeRepeat(world, grid, texts, matter, now, chance);
        if (repeat) histories.push(repeat);
      }
    }
  }
  return histories.sort((a, b) => (a.report.now < b.report.now ? -1 : 1));
};
