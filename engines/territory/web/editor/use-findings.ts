import { useEffect, useState } from 'react';
import { type Shape, type ShapeProblem, shapeProblems, tidyShape } from '#engines/territory/model';
import type { CheckedArea, ShapeFinding } from '../../model/boundary-checks.ts';

export interface Findings {
  /** The shape that these are the findings of; null before the first check. */
  readonly of: Shape | null;
  /** What is wrong with the shape itself; such a shape cannot be saved. */
  readonly problems: readonly ShapeProblem[];
  /** Where it does not fit with its neighbours and the area above. */
  readonly misfits: readonly ShapeFinding[];
}

const nothing: Findings = { of: null, problems: [], misfits: [] };
/** Checked when the hand rests, not while it moves. */
const restMillis = 350;

/** What is wrong with a drawing as it stands; the clipping library comes when the first drawing does. */
export const useFindings = (
  path: string,
  shape: Shape | null,
  neighbours: readonly CheckedArea[],
  parent: Shape | null,
): Findings => {
  const [findings, setFindings] = useState(nothing);
  useEffect(() => {
    if (!shape) {
      setFindings(nothing);
      return undefined;
    }
    let gone = false;
    const timer = setTimeout(async () => {
      const tidy = tidyShape(shape);
      const problems = shapeProblems(tidy);
      if (problems.length > 0) {
        setFindings({ of: shape, problems, misfits: [] });
        return;
      }
      const { gapsAmong, outsideOf, overlapsAmong } = await import('../../model/boundary-checks.ts');
      if (gone) return;
      const own = { path, shape: tidy };
      const overlaps = neighbours.flatMap((other) => overlapsAmong([own, other]));
      const outside = parent ? outsideOf({ path: '', shape: parent }, [own]) : [];
      const gaps = gapsAmong([own, ...neighbours], parent).filter((gap) => gap.paths.includes(path));
      setFindings({ of: shape, problems: [], misfits: [...overlaps, ...outside, ...gaps] });
    }, restMillis);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [path, shape, neighbours, parent]);
  return findings;
};
