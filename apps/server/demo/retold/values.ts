import { chinaDate, type Instant, isInstant, plusDays, plusMillis } from '#kernel/instant';
import type { Json } from '#fields/field';
import type { Chance } from '../chance.ts';
import { personName, phoneOf } from '../names.ts';
import type { DemoGrid } from '../places.ts';
import type { Cast } from './cast.ts';
import type { Words } from './stories.ts';

const day = 86_400_000;
const isDate = /^\d{4}-\d{2}-\d{2}$/;
const isPhone = /^1[3-9]\d{9}$/;
/** What examples call people of whom nothing is known. */
const nobody = /^(甲|乙|丙|丁|张调解员|李某|小明|隔壁老王|张主任)$/;
const handle = /^[a-z][a-z ]{0,15}$/;

export interface Retold {
  /** Whole days from the example's time to the demo's. */
  readonly days: number;
  readonly cast: Cast;
  readonly grid: DemoGrid;
  readonly words: Words;
  readonly chance: Chance;
}

/** Puts an example's values into the demo: its days, bodies, people, places, and the words of its telling. */
export const createRetelling = ({ days, cast, grid, words, chance }: Retold) => {
  const people = new Map<string, string>();
  const nameOf = (example: string): string => {
    const known = people.get(example) ?? personName(chance);
    people.set(example, known);
    return known;
  };
  const used = new Map<string, number>();
  const estate = (grid.buildings[0]?.name ?? '').replace(/ \d+ 号楼$/, '');

  /** The words of the telling for a field; of several the next one each time. */
  const wordsFor = (action: string, field: string): string | undefined => {
    const key = `${action}.${field}` in words ? `${action}.${field}` : field;
    const told = words[key];
    if (told === undefined || typeof told === 'string') return told;
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return told[Math.min(count, told.length - 1)];
  };

  const placed = (text: string): string =>
    text
      .replaceAll(/(槐荫|柳巷|阳光)社区/g, grid.community.name)
      .replaceAll(/阳光花园|槐荫小区|滨江名苑|云溪小区|纺织厂宿舍/g, estate)
      .replaceAll('青石街道', grid.community.street.name)
      .replaceAll(/(20\d\d) 年 (\d{1,2}) 月/g, (_, year: string, month: string) => {
        const date = plusDays(`${year}-${month.padStart(2, '0')}-15`, days);
        return `${date.slice(0, 4)} 年 ${Number(date.slice(5, 7))} 月`;
      });

  const textOf = (text: string): Json => {
    const body = cast.bodyFor(text);
    if (body) return body.id;
    if (isInstant(text)) return plusMillis(text, days * day);
    if (isDate.test(text)) return plusDays(text, days);
    if (isPhone.test(text)) return phoneOf(chance.whole(1000, 9999));
    if (nobody.test(text)) return nameOf(text);
    if (text === '990101001001') return grid.community.path.replaceAll('.', '').padEnd(12, '0');
    return placed(text);
  };

  const valueOf = (value: Json, action: string, field: string): Json => {
    if (typeof value === 'string') {
      const told = /\p{Script=Han}/u.test(value) && !nobody.test(value) ? wordsFor(action, field) : undefined;
      return told === undefined ? textOf(value) : placed(told);
    }
    if (Array.isArray(value)) return value.map((one) => valueOf(one as Json, action, field));
    if (typeof value !== 'object' || value === null) return value;
    const { id, name } = value as { readonly id?: Json; readonly name?: Json };
    const body = typeof id === 'string' ? cast.bodyFor(id) : undefined;
    if (body) return { id: body.id, name: body.name };
    if (typeof id === 'string' && typeof name === 'string' && Object.keys(value).length === 2 && handle.test(name))
      return { id, name: nameOf(name) };
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, valueOf(one as Json, action, key)]));
  };

  return {
    form: (form: Readonly<Record<string, unknown>>, action: string): Readonly<Record<string, Json>> =>
      Object.fromEntries(Object.entries(form).map(([field, value]) => [field, valueOf(value as Json, action, field)])),
    text: placed,
  };
};

export const daysBetween = (from: Instant, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${chinaDate(from)}T00:00:00.000Z`)) / day);
