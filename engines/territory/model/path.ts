import { DomainError } from '#kernel/domain-error';

/**
 * A path holds the steps of a node from the top, each closed by a dot: `44.03.10.001.003.g07.`
 * The first steps are those of the statistical division code (2, 2, 2, 3, 3 digits); local steps
 * follow, one letter and digits. The closing dot keeps siblings apart: `44.03.1.` never holds `44.03.10.`
 */
export type TerritoryPath = string;

/** Digits of each official step: province, city, district, street, community. */
const officialDigits = [2, 2, 2, 3, 3] as const;
const localStep = /^[a-z][0-9]{1,8}$/;
const codeShape = /^([0-9]{2,12})((?:[a-z][0-9]{1,8})*)$/;

/** The steps of a code, or undefined when it is not one (wrong count of digits, a step without its letter). */
const stepsOfCode = (code: string): string[] | undefined => {
  const found = codeShape.exec(code);
  if (!found) return undefined;
  const digits = found[1] ?? '';
  const steps: string[] = [];
  let at = 0;
  for (const size of officialDigits) {
    if (at === digits.length) break;
    if (digits.length < at + size) return undefined;
    steps.push(digits.slice(at, at + size));
    at += size;
  }
  steps.push(...((found[2] ?? '').match(/[a-z][0-9]+/g) ?? []));
  return steps;
};

/** `440310001003g07` → `44.03.10.001.003.g07.`; undefined for what is no code. */
export const findPathOfCode = (code: string): TerritoryPath | undefined => {
  const steps = stepsOfCode(code);
  return steps && `${steps.join('.')}.`;
};

/** As `findPathOfCode`; refuses with `territory.unknown`. */
export const codeToPath = (code: string): TerritoryPath => {
  const path = findPathOfCode(code);
  if (path === undefined) throw new DomainError('territory.unknown', { code });
  return path;
};

export const pathToCode = (path: TerritoryPath): string => path.replaceAll('.', '');
export const isPath = (path: string): boolean => path.endsWith('.') && findPathOfCode(pathToCode(path)) === path;

export const stepsOf = (path: TerritoryPath): string[] => path.split('.').slice(0, -1);
export const depthOf = (path: TerritoryPath): number => stepsOf(path).length;
export const lastStep = (path: TerritoryPath): string => path.slice(parentPath(path).length, -1);

/** The path above; the empty text above a province. */
export const parentPath = (path: TerritoryPath): TerritoryPath =>
  path.slice(0, path.lastIndexOf('.', path.length - 2) + 1);

/** From the top down to the path itself. */
export const trailPaths = (path: TerritoryPath): TerritoryPath[] => {
  const trail: TerritoryPath[] = [];
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) trail.push(path.slice(0, dot + 1));
  return trail;
};

/** From the top down, without the path itself. */
export const ancestorPaths = (path: TerritoryPath): TerritoryPath[] => trailPaths(path).slice(0, -1);

/** True when the place is the scope or lies below it. The empty scope is the whole country. */
export const inScope = (path: TerritoryPath, scope: TerritoryPath): boolean => path.startsWith(scope);

/** Bounds of a scope for SQL over `collate "C"`: `path >= from and path < to`. `/` follows `.` in that order. */
export const scopeRange = (scope: TerritoryPath): { readonly from: string; readonly to: string } =>
  scope === '' ? { from: '', to: ':' } : { from: scope, to: `${scope.slice(0, -1)}/` };

/** Scopes without those that lie inside another. */
export const outermostScopes = (scopes: readonly TerritoryPath[]): TerritoryPath[] =>
  [...new Set(scopes)].filter((scope, _, all) => !all.some((other) => other !== scope && inScope(scope, other)));

/**
 * The six-digit district that a path is stored under (the shard). A node above the districts is stored
 * under its own code filled up with zeros (GB/T 2260): 广东 `440000`, 深圳 `440300`.
 */
export const districtOfPath = (path: TerritoryPath): string =>
  stepsOf(path)
    .slice(0, 3)
    .filter((step) => !localStep.test(step))
    .join('')
    .padEnd(6, '0');

/** `440310` → `44.03.10.`; refuses what is not six digits. */
export const districtPath = (district: string): TerritoryPath => {
  if (!/^[0-9]{6}$/.test(district)) throw new DomainError('territory.unknown', { code: district });
  return codeToPath(district);
};

/**
 * The beginning of all paths whose code begins with these characters: `44031` → `44.03.1`,
 * `440310` → `44.03.10.`; undefined when no code begins so.
 */
export const pathPrefixOfCode = (beginning: string): string | undefined => {
  const whole = findPathOfCode(beginning);
  // A local step may go on: `g1` begins `g1` and `g10`.
  if (whole !== undefined) return localStep.test(lastStep(whole)) ? whole.slice(0, -1) : whole;
  if (/^[0-9]{1,11}$/.test(beginning)) {
    const steps: string[] = [];
    let at = 0;
    for (const size of officialDigits) {
      if (at >= beginning.length) break;
      steps.push(beginning.slice(at, at + size));
      at += size;
    }
    return steps.join('.');
  }
  const open = /^(.*)([a-z])$/.exec(beginning);
  const above = open ? findPathOfCode(open[1] ?? '') : undefined;
  return above === undefined ? undefined : `${above}${open?.[2] ?? ''}`;
};

/** A new step below a parent: digits where an official step may stand, else a letter and digits. */
export const isStepBelow = (parent: TerritoryPath, step: string): boolean => {
  if (localStep.test(step)) return true;
  const steps = stepsOf(parent);
  const digits = officialDigits[steps.length];
  return (
    digits !== undefined && step.length === digits && /^[0-9]+$/.test(step) && !steps.some((one) => localStep.test(one))
  );
};
