/**
 * An expression of a pack is written by people and runs at every step of every matter, so it may not be able to run
 * for ever (ASVS 1.3.2, 15.2.3). FEEL has no loops but three ways to much work: iterations, functions of one's own,
 * and regular expressions. They are bounded when the text is checked, so that running needs no counter.
 */

/** What the checker needs of a node of FEEL's syntax tree. */
export interface BoundedNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: BoundedNode | null;
  readonly nextSibling: BoundedNode | null;
}

export const longestExpression = 2_000;
/** Numbers that a range may run through. */
const widestRange = 10_000;
/** Iterations inside each other: over forms of some hundred entries two are a moment, three are not. */
const deepestIteration = 2;

/** Which parameter of these functions is a regular expression. */
const patternAt: Readonly<Record<string, number>> = { matches: 1, replace: 1, split: 1, extract: 1 };

const childrenOf = (node: BoundedNode): BoundedNode[] => {
  const children: BoundedNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

/**
 * Why a regular expression may take more than linear time; undefined when it cannot by much: nothing that repeats
 * is repeated again, and only one part is without end.
 */
export const patternProblem = (pattern: string): string | undefined => {
  const plain = pattern.replace(/\\./gsu, '_').replace(/\[[^\]]*\]/gu, '_');
  if (/\(\?[=!<]/u.test(plain) || /\\[1-9]/u.test(pattern)) return 'it looks around or back';
  if (/\)\s*[*+{?]/u.test(plain)) return 'a group is repeated';
  const endless = plain.match(/[*+]|\{\d+,\}/gu)?.length ?? 0;
  if (endless > 1) return 'more than one part is without end';
  if ([...plain.matchAll(/\{(?:\d+,)?(\d+)\}/gu)].some(([, most]) => Number(most) > 100))
    return 'a part is repeated more than 100 times';
  return undefined;
};

interface Place {
  readonly iterations: number;
  /** Below a test such as `a in [1..n]`, where a range is compared and not run through. */
  readonly compared: boolean;
}

/** What an expression may not do because it could take for ever. @param text what the nodes' positions count in */
export function* boundProblems(
  node: BoundedNode,
  text: string,
  place: Place = { iterations: 0, compared: false },
): Generator<string> {
  const own = (one: BoundedNode): string => text.slice(one.from, one.to).replace(/\s+/gu, ' ').trim();
  const children = childrenOf(node);
  let { iterations, compared } = place;
  if (node.name === 'FunctionDefinition') yield 'functions of one’s own may not be written';
  if (node.name === 'ForExpression' || node.name === 'QuantifiedExpression') {
    const within = children.find((child) => child.name === 'InExpressions');
    iterations += within ? childrenOf(within).filter((child) => child.name === 'InExpression').length : 1;
  }
  // `list[1]` takes one entry; `list[item > 1]` looks at all.
  if (node.name === 'FilterExpression' && !children.some((child) => child.name === 'NumericLiteral')) iterations += 1;
  if (iterations > deepestIteration && iterations > place.iterations)
    yield `more than ${deepestIteration} iterations stand inside each other`;
  if (node.name === 'PositiveUnaryTest') compared = true;
  if (node.name === 'IterationContext') compared = false;
  if ((node.name === 'Interval' && !compared) || (node.name === 'IterationContext' && own(node).includes('..'))) {
    const ends = /^[[(\]]?\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*[\])[]?$/u.exec(own(node));
    if (!ends || Math.abs(Number(ends[2]) - Number(ends[1])) > widestRange)
      yield `the range ${own(node)} may only run through ${widestRange} numbers that are written out`;
  }
  if (node.name === 'FunctionInvocation') {
    const [callee] = children;
    const name = callee ? own(callee) : '';
    if (name === 'range') yield 'range() may not be used; write the range itself';
    const at = Object.hasOwn(patternAt, name) ? patternAt[name] : undefined;
    if (at !== undefined) {
      const given = children.find((child) => child.name === 'PositionalParameters');
      const pattern = given && childrenOf(given)[at];
      if (pattern?.name !== 'StringLiteral') yield `the pattern of ${name}() has to be written out as a text`;
      else {
        const problem = patternProblem(own(pattern).slice(1, -1).replaceAll('\\\\', '\\'));
        if (problem !== undefined) yield `the pattern of ${name}() could take too long: ${problem}`;
      }
    }
  }
  for (const child of children) yield* boundProblems(child, text, { iterations, compared });
}
