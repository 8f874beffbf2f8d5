import type { PastMatter } from './features.ts';
import { type Grades, gradesFrom } from './grading.ts';
import { makeLookup } from './lookup.ts';
import { rankBodies, worthShowing } from './suggest.ts';
import { trainRouting, type TrainOptions } from './train.ts';

/** How often the body that had a matter was the first suggested, and among the first three; parts of one. */
export interface Accuracy {
  readonly top1: number;
  readonly top3: number;
}

export interface HoldOut {
  readonly trained: number;
  readonly tested: number;
  /** The tested ones were reported from here on, the others before. */
  readonly from: string;
  readonly model: Accuracy;
  readonly lookup: Accuracy;
  readonly grades: Grades;
}

const SLICE = 64;

/** Trained on what was reported before the moment, tested on what was reported from then on. */
export function* testRouting(
  matters: readonly PastMatter[],
  from: string,
  options: TrainOptions,
): Generator<void, HoldOut> {
  const before = matters.filter((matter) => matter.at < from);
  const after = matters.filter((matter) => matter.at >= from);
  const model = yield* trainRouting(before, options);
  const lookup = makeLookup(before);
  const hits = { model1: 0, model3: 0, lookup1: 0, lookup3: 0 };
  const shown: { readonly part: number; readonly right: boolean }[] = [];
  for (const [index, matter] of after.entries()) {
    const ranked = worthShowing(rankBodies(model, matter));
    const table = lookup.rank(matter);
    for (const { body, part } of ranked) shown.push({ part, right: body === matter.body });
    if (ranked[0]?.body === matter.body) hits.model1 += 1;
    if (ranked.some(({ body }) => body === matter.body)) hits.model3 += 1;
    if (table[0] === matter.body) hits.lookup1 += 1;
    if (table.includes(matter.body)) hits.lookup3 += 1;
    if (index % SLICE === SLICE - 1) yield;
  }
  const of = (count: number): number => (after.length === 0 ? 0 : count / after.length);
  return {
    trained: before.length,
    tested: after.length,
    from,
    model: { top1: of(hits.model1), top3: of(hits.model3) },
    lookup: { top1: of(hits.lookup1), top3: of(hits.lookup3) },
    grades: gradesFrom(shown),
  };
}

/** The moment from which on the last part (0..1) of the matters was reported. */
export const lastPart = (matters: readonly { readonly at: string }[], part: number): string => {
  const times = matters.map((matter) => matter.at).sort();
  return times[Math.floor(times.length * (1 - part))] ?? '';
};

/** A model that the plain table beats is of no use. */
export const isWorthUsing = ({ model, lookup }: Pick<HoldOut, 'model' | 'lookup'>): boolean =>
  model.top1 >= lookup.top1 && model.top3 >= lookup.top3;
