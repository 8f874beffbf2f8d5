import { featuresOf, type PastMatter } from './features.ts';
import { type RoutingModel, sparseRows } from './weights.ts';

/** What is learnt of a body: a weight of its own, and one that it shares with its family. */
export interface TrainOptions {
  /** Family of each body; a body without one is a family of its own. */
  readonly families: ReadonlyMap<string, string>;
  /** Equal seeds give equal models. */
  readonly seed?: number;
}

/** Step of the descent, the pull towards zero, passes over the matters: chosen on September 2018 of the Pingshan file. */
const STEP_SIZE = 0.05;
const PULL = 0.003;
const MOST_PASSES = 8;
const FEWEST_PASSES = 3;
/** Matters seen in all passes together: with many of them fewer passes are enough. */
const ENOUGH_SEEN = 120_000;
/** Weights held while training: the rarest features go when there would be more. */
const MOST_WEIGHTS = 8_000_000;
/** Smaller errors are not passed on: most bodies are out of the question for most matters. */
const SMALL = 1e-4;
/** Matters between two breaths. */
const SLICE = 64;

interface Rows {
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  readonly values: Float32Array;
}

/** Small, seeded and the same everywhere; only the order of the matters hangs on it. */
const chanceOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

function* chooseFeatures(matters: readonly PastMatter[], bodies: number): Generator<void, Map<string, number>> {
  const counts = new Map<string, { count: number; readonly atLeast: number }>();
  for (const [index, matter] of matters.entries()) {
    for (const { key, atLeast } of featuresOf(matter)) {
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { count: 1, atLeast });
    }
    if (index % SLICE === SLICE - 1) yield;
  }
  const most = Math.floor(MOST_WEIGHTS / Math.max(1, bodies));
  const kept = [...counts].filter(([, { count, atLeast }]) => count >= atLeast);
  if (kept.length > most) kept.sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1));
  return new Map(kept.slice(0, most).map(([key], index) => [key, index]));
}

function* rowsOf(matters: readonly PastMatter[], features: ReadonlyMap<string, number>): Generator<void, Rows> {
  const starts = new Uint32Array(matters.length + 1);
  const numbers: number[] = [];
  const values: number[] = [];
  for (const [index, matter] of matters.entries()) {
    for (const { key, weight } of featuresOf(matter)) {
      const feature = features.get(key);
      if (feature === undefined) continue;
      numbers.push(feature);
      values.push(weight);
    }
    starts[index + 1] = numbers.length;
    if (index % SLICE === SLICE - 1) yield;
  }
  return { starts, features: Uint32Array.from(numbers), values: Float32Array.from(values) };
}

/**
 * Multinomial logistic regression by stochastic descent with AdaGrad (Duchi et al. 2011), the weights of a body being
 * its own plus its family's. A generator that takes a breath every few milliseconds, so that a server can go on
 * answering while it runs; what it gives at last is the model.
 */
export function* trainRouting(
  matters: readonly PastMatter[],
  { families, seed = 7 }: TrainOptions,
): Generator<void, RoutingModel> {
  const bodies = [...new Set(matters.map((matter) => matter.body))].sort();
  const familyName = (body: string): string => families.get(body) ?? `body ${body}`;
  const familyNames = [...new Set(bodies.map(familyName))].sort();
  const familyNumbers = new Map(familyNames.map((name, index) => [name, index]));
  const familyOf = bodies.map((body) => familyNumbers.get(familyName(body)) ?? 0);
  const bodyNumbers = new Map(bodies.map((body, index) => [body, index]));
  const features = yield* chooseFeatures(matters, bodies.length);
  const rows = yield* rowsOf(matters, features);
  const wanted = Uint16Array.from(matters, (matter) => bodyNumbers.get(matter.body) ?? 0);

  const kinOf = Uint16Array.from(familyOf);
  const [width, kin] = [bodies.length, familyNames.length];
  const own = new Float32Array(features.size * width);
  const ownSeen = new Float32Array(features.size * width).fill(1e-6);
  const shared = new Float32Array(features.size * kin);
  const sharedSeen = new Float32Array(features.size * kin).fill(1e-6);
  const scores = new Float64Array(width);
  const ofFamily = new Float64Array(kin);
  const errors = new Float64Array(kin);

  const learn = (matter: number): void => {
    const [from, to] = [rows.starts[matter] ?? 0, rows.starts[matter + 1] ?? 0];
    scores.fill(0);
    ofFamily.fill(0);
    for (let at = from; at < to; at += 1) {
      const value = rows.values[at] ?? 0;
      const feature = rows.features[at] ?? 0;
      addRow(scores, own, feature * width, value);
      addRow(ofFamily, shared, feature * kin, value);
    }
    for (let k = 0; k < width; k += 1) scores[k] = (scores[k] ?? 0) + (ofFamily[kinOf[k] ?? 0] ?? 0);
    softmax(scores);
    const right = wanted[matter] ?? 0;
    scores[right] = (scores[right] ?? 0) - 1;
    errors.fill(0);
    for (let k = 0; k < width; k += 1) errors[kinOf[k] ?? 0] = (errors[kinOf[k] ?? 0] ?? 0) + (scores[k] ?? 0);
    for (let at = from; at < to; at += 1) {
      const value = rows.values[at] ?? 0;
      const feature = rows.features[at] ?? 0;
      descend(own, ownSeen, feature * width, scores, value);
      descend(shared, sharedSeen, feature * kin, errors, value);
    }
  };

  const chance = chanceOf(seed);
  const order = Uint32Array.from(matters, (_, index) => index);
  const passes = Math.max(FEWEST_PASSES, Math.min(MOST_PASSES, Math.round(ENOUGH_SEEN / Math.max(1, matters.length))));
  for (let pass = 0; pass < passes; pass += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(chance() * (last + 1));
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    for (const [index, matter] of order.entries()) {
      learn(matter);
      if (index % SLICE === SLICE - 1) yield;
    }
  }
  return { bodies, familyOf, features, byBody: sparseRows(own, width), byFamily: sparseRows(shared, kin) };
}

const addRow = (sums: Float64Array, weights: Float32Array, start: number, value: number): void => {
  for (let k = 0; k < sums.length; k += 1) sums[k] = (sums[k] ?? 0) + value * (weights[start + k] ?? 0);
};

const descend = (
  weights: Float32Array,
  seen: Float32Array,
  start: number,
  errors: Float64Array,
  value: number,
): void => {
  for (let k = 0; k < errors.length; k += 1) {
    const error = errors[k] ?? 0;
    if (error < SMALL && error > -SMALL) continue;
    const at = start + k;
    const weight = weights[at] ?? 0;
    const slope = error * value + PULL * weight;
    const sum = (seen[at] ?? 0) + slope * slope;
    seen[at] = sum;
    weights[at] = weight - (STEP_SIZE * slope) / Math.sqrt(sum);
  }
};

/** Scores become parts of one, in place. */
export const softmax = (scores: Float64Array): void => {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const part = Math.exp((scores[k] ?? 0) - most);
    scores[k] = part;
    sum += part;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / sum;
};

/** Runs a piece of work without breaths, where nobody waits beside it. */
export const atOnce = <Result>(work: Generator<void, Result>): Result => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
