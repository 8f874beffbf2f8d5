import type { Json } from '#fields/field';
import type { learn, Playbook } from '#engines/case/model';
import type { Definitions } from '../definitions.ts';

/** What is looked at of a matter, however it was read: all of it known before anybody dispatched it. */
export interface Reported {
  readonly playbook: string;
  readonly category: string;
  readonly path: string;
  readonly title: string;
  readonly channel: string;
  readonly reporterKind: string;
  readonly data: Readonly<Record<string, Json>>;
}

/** Steps of a path that name the district, and how many below it are looked at: street, community, grid. */
const DISTRICT_STEPS = 3;
const MOST_PLACES = 3;
/** A list with more levels than this is cut. */
const MOST_KINDS = 4;
/** Longer texts are words, not one of some few values. */
const SHORT = 12;

const placesBelowDistrict = (path: string): readonly string[] => {
  const steps = path.split('.').filter((step) => step !== '');
  return steps
    .slice(DISTRICT_STEPS, DISTRICT_STEPS + MOST_PLACES)
    .map((_, index) => `${steps.slice(0, DISTRICT_STEPS + index + 1).join('.')}.`);
};

const kindsOf = (definitions: Definitions, list: string, category: string): readonly string[] => {
  const kinds: string[] = [];
  for (
    let code: string | undefined = category;
    code !== undefined && kinds.length < MOST_KINDS;
    code = definitions.findItem(list, code)?.parent
  )
    kinds.push(code);
  return kinds;
};

export const askedMatter = (definitions: Definitions, playbook: Playbook, matter: Reported): learn.AskedMatter => {
  const { category, path, title, channel, reporterKind, data } = matter;
  const values: Record<string, string> = { playbook: matter.playbook, channel, reporter: reporterKind };
  const words: string[] = [title.replace(definitions.categoryName(playbook, category).zh, '')];
  for (const [field, value] of Object.entries(data)) {
    if (typeof value === 'boolean') values[`data.${field}`] = String(value);
    if (typeof value !== 'string') continue;
    if (value.length <= SHORT) values[`data.${field}`] = value;
    else words.push(value);
  }
  return {
    list: playbook.categories,
    kinds: kindsOf(definitions, playbook.categories, category),
    places: placesBelowDistrict(path),
    values,
    words: words.join(' '),
  };
};
