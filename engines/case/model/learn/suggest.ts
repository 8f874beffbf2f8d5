import { type AskedMatter, type FeaturePart, featuresOf } from './features.ts';
import { softmax } from './train.ts';
import { type RoutingModel, type SparseRows, STEP } from './weights.ts';

export interface RankedBody {
  readonly body: string;
  /** Part of one, over all bodies that the model knows. Not shown as such: see `grading.ts`. */
  readonly part: number;
}

interface Known {
  readonly row: number;
  readonly weight: number;
  readonly parts: readonly FeaturePart[];
}

const MOST_REASONS = 3;
/** Bodies less likely than this are no rivals; smaller gains are no reasons. */
const RIVAL = 0.01;
const WORTH_TELLING = 0.1;

const addTo = (sums: Float64Array, { starts, columns, weights }: SparseRows, row: number, by: number): void => {
  const to = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < to; at += 1) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + (weights[at] ?? 0) * by;
  }
};

/** Columns stand in order in their row. */
const weightIn = ({ starts, columns, weights }: SparseRows, row: number, column: number): number => {
  let [low, high] = [starts[row] ?? 0, (starts[row + 1] ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = columns[middle] ?? 0;
    if (found === column) return (weights[middle] ?? 0) * STEP;
    if (found < column) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
};

const scoresOf = (model: RoutingModel, known: readonly Known[]): Float64Array => {
  const scores = new Float64Array(model.bodies.length);
  const ofFamily = new Float64Array(model.bodies.length);
  for (const { row, weight } of known) {
    addTo(scores, model.byBody, row, weight * STEP);
    addTo(ofFamily, model.byFamily, row, weight * STEP);
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) + (ofFamily[model.familyOf[k] ?? 0] ?? 0);
  return scores;
};

const knownOf = (model: RoutingModel, matter: AskedMatter): readonly Known[] =>
  featuresOf(matter).flatMap(({ key, parts, weight }): Known[] => {
    const row = model.features.get(key);
    return row === undefined ? [] : [{ row, weight, parts }];
  });

/**
 * The likeliest bodies, the likeliest first. What the model never met adds nothing; of a matter of which it knows
 * nothing at all it still knows who has most work.
 * @param may bodies that can be given work; absent: all
 */
export const rankBodies = (
  model: RoutingModel,
  matter: AskedMatter,
  most = 3,
  may?: (body: string) => boolean,
): readonly RankedBody[] => {
  const scores = scoresOf(model, knownOf(model, matter));
  softmax(scores);
  const ranked: RankedBody[] = [];
  for (let k = 0; k < scores.length; k += 1) {
    const part = scores[k] ?? 0;
    if (ranked.length === most && part <= (ranked.at(-1)?.part ?? 0)) continue;
    const body = model.bodies[k] ?? '';
    if (may && !may(body)) continue;
    const place = ranked.findIndex((other) => other.part < part);
    ranked.splice(place < 0 ? ranked.length : place, 0, { body, part });
    ranked.length = Math.min(ranked.length, most);
  }
  return ranked;
};

/**
 * What spoke most for a body, the strongest first; at most three: what gives it more than it gives to the others,
 * each of them counted by how likely it is.
 */
export const whyBody = (
  model: RoutingModel,
  matter: AskedMatter,
  body: string,
): readonly (readonly FeaturePart[])[] => {
  const wanted = model.bodies.indexOf(body);
  if (wanted < 0) return [];
  const known = knownOf(model, matter);
  const parts = scoresOf(model, known);
  softmax(parts);
  const rivals = [...parts.keys()].filter((k) => k !== wanted && (parts[k] ?? 0) > RIVAL);
  const mass = rivals.reduce((sum, k) => sum + (parts[k] ?? 0), 0) || 1;
  const weightOf = (row: number, k: number): number =>
    weightIn(model.byBody, row, k) + weightIn(model.byFamily, row, model.familyOf[k] ?? 0);
  return known
    .filter((one) => one.parts.length > 0)
    .map(({ parts: said, row, weight }) => {
      const others = rivals.reduce((sum, k) => sum + (parts[k] ?? 0) * weightOf(row, k), 0) / mass;
      return { said, gain: weight * (weightOf(row, wanted) - others) };
    })
    .filter(({ gain }) => gain > WORTH_TELLING)
    .sort((one, other) => other.gain - one.gain)
    .slice(0, MOST_REASONS)
    .map(({ said }) => said);
};

/** Less likely than this a body is not worth a look: shown beside a sure one it would only distract. */
const WORTH_A_LOOK = 0.005;

/** Of the ranked bodies those that are shown. The hold-out counts these alone, so that what it says is what people see. */
export const worthShowing = <Ranked extends { readonly part: number }>(ranked: readonly Ranked[]): readonly Ranked[] =>
  ranked.filter(({ part }) => part >= WORTH_A_LOOK);

/** Whether matters of the kind, or of one above it, were learnt from at all. */
export const knowsKind = (model: RoutingModel, matter: AskedMatter): boolean =>
  featuresOf(matter).some(({ key, parts }) => parts.length === 1 && parts[0]?.of === 'kind' && model.features.has(key));
