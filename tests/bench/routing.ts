import { chinaInstant } from '#kernel/instant';
import { learn } from '#engines/case/model';
import { readPingshan } from '#tests/support/pingshan.ts';
import type { Bench } from './bench.ts';

/** Trained on what came in before this day, tested on what came in from then on: eight months, then one. */
const DAY = chinaInstant('2018-10-01');

const about = ({ trained, tested }: learn.HoldOut): string =>
  `Pingshan 2018: trained on ${trained} events before October, tested on ${tested} of October; bare: sub-type × street → most frequent unit, with back-off`;

let known: learn.HoldOut | undefined;
const holdOut = (): learn.HoldOut => {
  const { matters, families } = readPingshan();
  known ??= learn.atOnce(learn.testRouting(matters, DAY, { families }));
  return known;
};

const accuracy = (name: string, which: keyof learn.Accuracy): Bench => ({
  name,
  unit: '%',
  run: async () => {
    const tested = holdOut();
    const percent = (part: number): number => Math.round(part * 10_000) / 100;
    return {
      value: percent(tested.model[which]),
      baseline: percent(tested.lookup[which]),
      n: tested.tested,
      note: about(tested),
    };
  },
});

/** Turns a second of something so short that it is done many times between two looks at the clock. */
const rateOf = (
  matters: readonly learn.PastMatter[],
  seconds: number,
  work: (matter: learn.PastMatter) => unknown,
): number => {
  for (const matter of matters) work(matter);
  const started = performance.now();
  let turns = 0;
  while (performance.now() - started < seconds * 1000) {
    for (const matter of matters) work(matter);
    turns += matters.length;
  }
  return turns / ((performance.now() - started) / 1000);
};

const rate: Bench = {
  name: 'case.routing.suggest',
  unit: '/s',
  run: async ({ quick }) => {
    const { matters, families } = readPingshan();
    const before = matters.filter(({ at }) => at < DAY);
    const asked = matters.filter(({ at }) => at >= DAY);
    const model = learn.atOnce(learn.trainRouting(before, { families }));
    const lookup = learn.makeLookup(before);
    const seconds = quick ? 1 : 4;
    return {
      value: rateOf(asked, seconds, (matter) => learn.rankBodies(model, matter)),
      baseline: rateOf(asked, seconds, (matter) => lookup.rank(matter)),
      n: asked.length,
      note: `three suggestions of ${model.bodies.length} units each, on one core; bare: the lookup`,
    };
  },
};

const train: Bench = {
  name: 'case.routing.train',
  unit: 'ms',
  run: async ({ quick }) => {
    const { matters, families } = readPingshan();
    const count = quick ? 20_000 : 100_000;
    const many = Array.from({ length: count }, (_, turn) => matters[turn % matters.length] ?? never());
    const timed = (work: () => unknown): number => {
      const started = performance.now();
      work();
      return performance.now() - started;
    };
    return {
      value: timed(() => learn.atOnce(learn.trainRouting(many, { families }))),
      baseline: timed(() => learn.makeLookup(many)),
      n: count,
      note: 'a model of the events repeated, on one core; bare: counting them into the lookup',
    };
  },
};

const never = (): never => {
  throw new Error('cannot be');
};

export const benches: Bench[] = [
  rate,
  train,
  accuracy('case.routing.top1', 'top1'),
  accuracy('case.routing.top3', 'top3'),
];
