import { evaluate as interpret, FeelFunction, isRange, parseExpression as parseFeel } from 'feelin';
import { type DomainError, isRefusal, refuse } from './domain-error.ts';
import { boundProblems, longestExpression } from './expression-bounds.ts';

/**
 * Conditions and formulas of packs: FEEL (DMN) texts. They are data, so they can be stored, shown, checked when a
 * pack loads, and run on the phone. `feelin` is the one npm package the kernel imports.
 *
 * The rules of FEEL that surprise: what cannot be computed is null, not an error (a missing value, `1 + "a"`);
 * `and`, `or` know true, false and null; lists count from 1. House rules: no clock (`now`, `today`: time comes in
 * as a variable), and inside a filter the element is called `item`: `form.photos[item.size > 3]`.
 */
export interface Expression {
  readonly text: string;
  readonly variables: readonly string[];
}

export interface ExpressionProblems {
  readonly problems: readonly string[];
}

interface Compiled {
  readonly run: FeelFunction;
  /** The interpreter adds to it at every run; emptied each time. */
  readonly warnings: { type: string; message: string }[];
}

const compiled = new WeakMap<Expression, Compiled>();
const cache = new Map<string, Expression | ExpressionProblems>();

/**
 * Checks a text and compiles it, once for each text and set of variables.
 * @param variables names that the text may use; a name is one word, as a field's id is
 */
export const parseExpression = (text: string, variables: readonly string[]): Expression | ExpressionProblems => {
  const key = `${variables.join(' ')}\n${text}`;
  const known = cache.get(key);
  if (known) return known;
  const made = compile(text, variables);
  cache.set(key, made);
  return made;
};

/** What is wrong with a text; empty when it is right. */
export const expressionProblems = (text: string, variables: readonly string[]): readonly string[] => {
  const parsed = parseExpression(text, variables);
  return 'problems' in parsed ? parsed.problems : [];
};

/** For texts that were checked when their pack was loaded. @throws Error with the problems otherwise */
export const getExpression = (text: string, variables: readonly string[]): Expression => {
  const parsed = parseExpression(text, variables);
  if ('problems' in parsed) throw new Error(`${text}: ${parsed.problems.join('; ')}`);
  return parsed;
};

/**
 * Computes an expression over JSON values. Only the declared variables are handed over, as they are the
 * parameters of a FEEL function; dates come back as ISO text.
 * @returns a JSON value, or the refusal `expression.failed`; never throws
 */
export const evaluate = (expression: Expression, context: Readonly<Record<string, unknown>>): unknown => {
  const { run, warnings } = compiled.get(expression) as Compiled;
  try {
    const values = expression.variables.map((name) => (Object.hasOwn(context, name) ? context[name] : null));
    const value = plain(run.invoke(values));
    const fault = warnings.find((one) => one.type === 'NO_FUNCTION_FOUND' || one.type === 'UNSUPPORTED');
    return fault ? failed(expression, fault.message) : value;
  } catch (error) {
    return failed(expression, error instanceof Error ? error.message : String(error));
  } finally {
    warnings.length = 0;
  }
};

/** Whether a condition holds: true does, anything else (false, null, a failure) does not. */
export const holds = (expression: Expression, context: Readonly<Record<string, unknown>>): boolean =>
  evaluate(expression, context) === true;

const failed = (expression: Expression, detail: string): DomainError =>
  refuse('expression.failed', { expression: expression.text, detail: detail.slice(0, 200) });

/** A FEEL result as JSON. @throws Error for a function or a range: no formula ends in one */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === null || isRefusal(value)) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') {
    if (typeof value === 'function') throw new Error('the result is a function');
    return value;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof FeelFunction || isRange(value)) throw new Error('the result is no value');
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
};

const compile = (text: string, variables: readonly string[]): Expression | ExpressionProblems => {
  if (text.length > longestExpression) return { problems: [`it is longer than ${longestExpression} characters`] };
  // As a function of its variables a text is parsed once and then runs alone: 3 µs rather than 200 µs.
  const prefix = `function(${variables.join(', ')}) (`;
  const whole = `${prefix}${text}\n)`;
  const unreadable = variables.find((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || keywords.has(name));
  if (unreadable !== undefined) return { problems: [`${unreadable} cannot be the name of a variable`] };
  const body = parseFeel(whole, {}, undefined).topNode.firstChild?.getChild('FunctionBody')?.firstChild;
  if (body?.name !== 'ParenthesizedExpression' || body.to !== whole.length || body.from !== prefix.length - 1) {
    return { problems: ['it cannot be read as one FEEL expression'] };
  }
  const problems = [
    ...new Set([
      ...check(body, whole, { names: new Set(variables), offset: prefix.length }),
      ...boundProblems(body, whole),
    ]),
  ];
  if (problems.length > 0) return { problems };
  const { value, warnings } = interpret(whole);
  if (!(value instanceof FeelFunction)) return { problems: ['it cannot be read as one FEEL expression'] };
  const expression: Expression = { text, variables: [...variables] };
  compiled.set(expression, { run: value, warnings });
  return expression;
};

type SyntaxNode = ReturnType<typeof parseFeel>['topNode'];

interface Scope {
  readonly names: ReadonlySet<string>;
  /** Where the text begins in what was parsed. */
  readonly offset: number;
}

/** Words that FEEL reads as its own, so no variable can have them. */
const keywords = new Set(
  'and or not if then else for in return some every satisfies between instance function external true false null item partial'.split(
    ' ',
  ),
);
const closed = new Set(['constructor', 'prototype', '__proto__', 'caller', 'callee', 'arguments']);
const impure = new Set(['now', 'today']);

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

const childrenOf = (node: SyntaxNode): SyntaxNode[] => {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

const builtins = new Map<string, boolean>();

/** FEEL's own functions have no list in `feelin`: a name is one if it means something in an empty context. */
const isBuiltin = (name: string): boolean => {
  const known = builtins.get(name);
  if (known !== undefined) return known;
  const found = typeof interpret(name, {}).value === 'function';
  builtins.set(name, found);
  return found;
};

/** Names bound by this node for the children that come after (iterations, context entries, parameters). */
const bindings: Readonly<Record<string, (node: SyntaxNode, text: string) => readonly string[]>> = {
  InExpressions: (node, text) => node.getChildren('InExpression').flatMap((one) => namesIn(one, 'Name', text)),
  InExpression: (node, text) => namesIn(node, 'Name', text),
  ContextEntry: (node, text) => namesIn(node, 'Key', text).map((name) => name.replace(/^"|"$/g, '')),
  FormalParameters: (node, text) =>
    node.getChildren('FormalParameter').flatMap((one) => namesIn(one, 'ParameterName', text)),
};
const namesIn = (node: SyntaxNode, kind: string, text: string): string[] =>
  node.getChildren(kind).map((child) => words(text.slice(child.from, child.to)));

function* check(node: SyntaxNode, text: string, scope: Scope): Generator<string> {
  const own = words(text.slice(node.from, node.to));
  const near = own || words(text.slice(Math.max(scope.offset, node.from - 12), node.from));
  if (node.type.isError) {
    yield `syntax error at ${Math.max(1, node.from - scope.offset + 1)}, near “${near}”`;
    return;
  }
  if (closed.has(own)) yield `the name ${own} may not be used`;
  if (node.name === '?') yield '“?” has no meaning here';
  if (node.name === 'VariableName' && !scope.names.has(own) && !node.getChild('⚠')) {
    if (impure.has(own)) yield `${own}() reads the clock; give the time as a variable`;
    else if (!isBuiltin(own)) yield `unknown variable ${own}`;
    return;
  }
  let names = scope.names;
  const bind = (...more: readonly string[]): void => {
    names = new Set([...names, ...more]);
  };
  if (node.name === 'ForExpression') bind('partial');
  for (const [index, child] of childrenOf(node).entries()) {
    if (node.name === 'FilterExpression' && index === 1) bind('item');
    yield* check(child, text, { ...scope, names });
    const bound = bindings[child.name];
    if (bound) bind(...bound(child, text));
  }
}
