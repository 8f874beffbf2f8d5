import { label } from '#kernel/label';
import { outcomeNames } from '../outcome.ts';
import type { DesignProblem } from './check-design.ts';

/**
 * Whether a JSON value has the shape of a playbook, so that the checker can read it: drafts and files come from outside.
 * What it does not know is left as it is; what the checker looks at has to be of its kind.
 */
export const shapeProblems = (value: unknown): readonly DesignProblem[] => {
  const wrong: string[] = [];
  playbook(value, '', (where) => wrong.push(where));
  return wrong.slice(0, 20).map((where) => ({
    playbook: idOf(value),
    code: 'shape-wrong',
    where: placeOf(value, where),
    message: label(
      `流程文件的「${where || '内容'}」缺失或格式不对。`,
      `“${where || 'content'}” of the playbook is missing or of the wrong kind.`,
    ),
  }));
};

const idOf = (value: unknown): string => {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 80) : '';
};

/** `stages[2].owner` as the checker calls the place: `stage verify`. */
const placeOf = (value: unknown, where: string): string => {
  const [, list, index] = /^(stages|actions|clocks)\[(\d+)\]/.exec(where) ?? [];
  if (list === undefined) return where.startsWith('fields') ? 'fields' : 'playbook';
  const one = (value as Record<string, { id?: unknown }[]>)[list]?.[Number(index)];
  return typeof one?.id === 'string' ? `${list.slice(0, -1)} ${one.id}` : 'playbook';
};

/** Says where a value is not what it should be. */
type Check = (value: unknown, where: string, wrong: (where: string) => void) => void;

const is =
  (fits: (value: unknown) => boolean): Check =>
  (value, where, wrong) => {
    if (!fits(value)) wrong(where);
  };
const text = (most: number): Check => is((value) => typeof value === 'string' && value.length <= most);
const id: Check = is((value) => typeof value === 'string' && /^[A-Za-z][\w-]{0,59}$/.test(value));
const name: Check = is((value) => typeof value === 'string' && /^[a-z0-9][\w.-]{1,79}$/i.test(value));
const number: Check = is((value) => typeof value === 'number' && Number.isFinite(value));
const yes: Check = is((value) => value === true);
const oneOf = (...words: readonly string[]): Check => is((value) => words.includes(value as string));
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that end in `?` may be absent. */
const object =
  (parts: Readonly<Record<string, Check>>): Check =>
  (value, where, wrong) => {
    if (!isObject(value)) return wrong(where);
    for (const [key, check] of Object.entries(parts)) {
      const plain = key.replace(/\?$/, '');
      const inner = Object.hasOwn(value, plain) ? value[plain] : undefined;
      if (inner === undefined && key.endsWith('?')) continue;
      check(inner, where ? `${where}.${plain}` : plain, wrong);
    }
  };
const list =
  (check: Check, most: number): Check =>
  (value, where, wrong) => {
    if (!Array.isArray(value) || value.length > most) return wrong(where);
    for (const [index, one] of value.entries()) check(one, `${where}[${index}]`, wrong);
  };
const either =
  (fits: (value: unknown) => boolean, one: Check, other: Check): Check =>
  (value, where, wrong) =>
    (fits(value) ? one : other)(value, where, wrong);

const label2: Check = object({ zh: text(2000), en: text(2000) });
const feel = text(2000);
const owner: Check = (value, where, wrong) => {
  if (!isObject(value)) return wrong(where);
  const known = ['assignee', 'task', 'system', 'reporter'].some((kind) => value[kind] === true);
  if (!known && typeof value['role'] !== 'string') wrong(where);
};
const limit: Check = object({
  amount: number,
  unit: oneOf('working-hours', 'clock-hours', 'working-days', 'calendar-days'),
  'source?': text(2000),
});
const field: Check = object({
  id,
  type: name,
  name: label2,
  'hint?': label2,
  'required?': is((value) => typeof value === 'boolean'),
  'show?': feel,
  'options?': is(isObject),
  'privacy?': is(isObject),
});
const form = list(field, 80);
const move: Check = object({
  move: text(40),
  'review?': id,
  'clock?': id,
  'amount?': id,
  'words?': id,
  'bodies?': id,
  'result?': id,
  'reason?': id,
  'rating?': id,
  'from?': id,
  'lead?': id,
  'name?': label2,
  'columns?': is(isObject),
  'within?': limit,
  'takeWithin?': limit,
  'doneWithin?': limit,
});
const texts: Check = (value, where, wrong) => {
  if (!isObject(value) || !Object.values(value).every((one) => typeof one === 'string')) wrong(where);
};
const effect: Check = object({
  effect: text(40),
  'template?': text(120),
  'to?': list(is(isObject), 20),
  'values?': texts,
  'playbook?': name,
  'category?': feel,
  'each?': id,
  'eachBelow?': text(60),
  'when?': feel,
  'apart?': yes,
  'plan?': text(120),
  'came?': is((value) => typeof value === 'boolean'),
  'awaits?': text(200),
  'about?': label2,
});
const outcome = oneOf(...Object.keys(outcomeNames));
const target: Check = object({ 'when?': feel, to: id, 'outcome?': outcome });
const action: Check = object({
  id,
  name: label2,
  from: list(id, 60),
  'to?': either((value) => typeof value === 'string', id, list(target, 20)),
  'when?': feel,
  'needs?': object({ who: list(owner, 20), 'form?': form }),
  'does?': list(move, 20),
  'effects?': list(effect, 20),
  who: list(owner, 30),
  'notBy?': list(id, 30),
  'form?': form,
  'assigns?': id,
  'atMost?': number,
  'answers?': id,
  'rates?': id,
  'outcome?': outcome,
  'counts?': text(40),
  'tone?': oneOf('primary', 'normal', 'danger'),
  'batch?': yes,
  'whileHeld?': yes,
  'dropsTasks?': yes,
});
const clock: Check = object({
  id,
  name: label2,
  stages: list(id, 60),
  limits: list(object({ 'when?': feel, limit: either((value) => value === 'category', text(10), limit) }), 30),
  'warnAt?': number,
  'main?': yes,
  'whenOver?': id,
  'restartedBy?': list(id, 60),
  'stoppedBy?': list(id, 60),
});
const playbook: Check = object({
  id: name,
  version: number,
  name: label2,
  summary: label2,
  categories: name,
  reporters: list(oneOf('resident', 'staff', 'system'), 3),
  fields: form,
  title: feel,
  start: id,
  stages: list(object({ id, name: label2, shown: label2, 'owner?': owner, 'ends?': yes }), 60),
  actions: list(action, 150),
  clocks: list(clock, 30),
  routing: list(object({ when: feel, bodyKind: text(60) }), 200),
  'onReport?': list(effect, 20),
  'sensitivity?': oneOf('public', 'internal', 'sensitive', 'key-persons'),
  'audience?': list(text(60), 30),
});
