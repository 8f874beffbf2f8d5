/** 很可能 · 可能 · 参考. Not a percentage: what stands behind a word is counted on matters that the model had not seen. */
export type Grade = 'likely' | 'possible' | 'hint';

export interface Grades {
  /** From this part of one on; null: never, because too few such suggestions were right. */
  readonly likely: MeasuredGrade | null;
  readonly possible: MeasuredGrade | null;
}

export interface MeasuredGrade {
  readonly from: number;
  /** Suggestions of the hold-out that would have borne the word, and how many of them were right. */
  readonly shown: number;
  readonly right: number;
}

/** 很可能 is right at least three times out of four, also at its weakest; 可能 two times out of five. */
const WANTED = { likely: 0.75, possible: 0.4 } as const;
/** Suggestions of about the same strength that are looked at together: an eighth of them, within bounds. */
const windowOf = (shown: number): number => Math.max(20, Math.min(80, Math.floor(shown / 8)));

interface Shown {
  readonly part: number;
  readonly right: boolean;
}

/** How far down a list sorted by strength a word holds: while all above, and those of the last window, were right often enough. */
const reach = (sorted: readonly Shown[], from: number, wanted: number): number => {
  const window = windowOf(sorted.length);
  let right = 0;
  let lately = 0;
  let reached = from;
  for (let at = from; at < sorted.length; at += 1) {
    if (sorted[at]?.right) {
      right += 1;
      lately += 1;
    }
    if (at - window >= from && sorted[at - window]?.right) lately -= 1;
    if (at - from + 1 < window) continue;
    if (lately / window >= wanted && right / (at - from + 1) >= wanted) reached = at + 1;
  }
  return reached;
};

const measured = (sorted: readonly Shown[], from: number, to: number): MeasuredGrade | null => {
  const weakest = sorted[to - 1];
  if (to <= from || !weakest) return null;
  const shown = sorted.slice(from, to);
  return { from: weakest.part, shown: shown.length, right: shown.filter((one) => one.right).length };
};

export const gradesFrom = (shown: readonly Shown[]): Grades => {
  const sorted = [...shown].sort((one, other) => other.part - one.part);
  const likely = reach(sorted, 0, WANTED.likely);
  const possible = reach(sorted, likely, WANTED.possible);
  return { likely: measured(sorted, 0, likely), possible: measured(sorted, likely, possible) };
};

export const gradeOf = (grades: Grades, part: number): Grade => {
  if (grades.likely && part >= grades.likely.from) return 'likely';
  return grades.possible && part >= grades.possible.from ? 'possible' : 'hint';
};
