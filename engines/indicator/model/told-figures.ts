import { label } from '#kernel/label';
import type { FactIndicator } from './indicator.ts';

/**
 * Figures of what forms said (`tells` of a playbook's actions, facts `case.told`), in one call each: most figures of a
 * pack are a count or a share of something that was told. What is different is said in `more`. Plain data comes out.
 */

type More = Partial<Omit<FactIndicator, 'id' | 'name' | 'definition' | 'of' | 'over'>>;

/** What was told and by which playbooks: others may tell the same word of something else. `said` left out: anything. */
interface Told {
  readonly what: string;
  readonly said?: readonly string[];
  readonly playbooks: readonly string[];
}

const toldWhere = ({ what, said, playbooks }: Told): FactIndicator['of'] => ({
  fact: 'case.told',
  where: { playbook: playbooks, what: [what], ...(said && { said }) },
});

/** How often a form said something. @param name zh and en @param definition zh and en */
export const countOfTold = (
  id: string,
  name: readonly [string, string],
  definition: readonly [string, string],
  told: Told,
  more: More = {},
): FactIndicator => ({
  id,
  name: label(...name),
  definition: label(...definition),
  kind: 'count',
  unit: 'cases',
  digits: 0,
  better: 'none',
  period: 'at',
  of: toldWhere(told),
  ...more,
});

/** Of all that were told `what`, how many said one of `said`. @param among what counts below the line; anything unless told */
export const shareOfTold = (
  id: string,
  name: readonly [string, string],
  definition: readonly [string, string],
  { among, ...told }: Told & { readonly said: readonly string[]; readonly among?: readonly string[] },
  more: More = {},
): FactIndicator => ({
  id,
  name: label(...name),
  definition: label(...definition),
  kind: 'ratio',
  unit: 'percent',
  digits: 1,
  better: 'higher',
  period: 'at',
  of: toldWhere(told),
  over: toldWhere({ what: told.what, playbooks: told.playbooks, ...(among && { said: among }) }),
  minimum: 10,
  ...more,
});

/** The mean, median or sum of the numbers that were told. */
export const valueOfTold = (
  id: string,
  name: readonly [string, string],
  definition: readonly [string, string],
  told: Told,
  made: Pick<FactIndicator, 'kind' | 'unit'> & More,
): FactIndicator => ({
  id,
  name: label(...name),
  definition: label(...definition),
  digits: 1,
  better: 'none',
  period: 'at',
  of: toldWhere(told),
  ...made,
});
