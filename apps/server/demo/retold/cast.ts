import type { Id } from '#kernel/ids';
import type { Actor } from '#engines/case/model';
import type { Json } from '#fields/field';
import type { Chance } from '../chance.ts';
import { actorOf, type DemoBody, type DemoPerson, type StaffIndex } from '../staff.ts';
import type { Course } from './courses.ts';
import type { Words } from './stories.ts';

/** Who plays whom: people and bodies of the demo in the places of those of an example. */
export interface Cast {
  /** Undefined: nobody of the demo may stand here. */
  readonly actorFor: (actor: Actor) => Actor | undefined;
  readonly bodyFor: (id: Id) => DemoBody | undefined;
}

/** Ids of examples are made by hand; these are the ones of bodies. */
const exampleBody = /^019ca5d2-0000-7000-8000-0000000[bc][0-9a-f]{4}$/;

type Named = ReadonlyMap<Id, string>;

/** Bodies that a course speaks of, with the names that its forms give them. */
const bodiesIn = (value: Json, found: Map<Id, string>): void => {
  if (typeof value === 'string') {
    if (exampleBody.test(value) && !found.has(value)) found.set(value, '');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { id, name } = value as { readonly id?: Json; readonly name?: Json };
  if (typeof id === 'string' && typeof name === 'string' && exampleBody.test(id)) found.set(id, name);
  for (const one of Object.values(value)) bodiesIn(one as Json, found);
};

const namesIn = (course: Course): Named => {
  const found = new Map<Id, string>();
  for (const { actor, command } of course.steps) {
    if ('form' in command) bodiesIn(command.form as Json, found);
    if ('values' in command) bodiesIn(command.values as Json, found);
    if (actor.kind !== 'staff') continue;
    for (const { body } of actor.posts) if (exampleBody.test(body) && !found.has(body)) found.set(body, actor.name);
  }
  return found;
};

/** Roles that act for each body of an example. */
const rolesOf = (course: Course): ReadonlyMap<Id, ReadonlySet<string>> => {
  const found = new Map<Id, Set<string>>();
  for (const { actor } of course.steps)
    if (actor.kind === 'staff')
      for (const { body, role } of actor.posts) found.set(body, (found.get(body) ?? new Set()).add(role));
  return found;
};

/** How many marks in a row two names have in common; a name is told apart by two at least. */
const likeness = (one: string, other: string): number => {
  for (let length = Math.min(one.length, other.length); length >= 2; length -= 1)
    for (let start = 0; start + length <= one.length; start += 1)
      if (other.includes(one.slice(start, start + length))) return length;
  return 0;
};

/**
 * Casts a course at a place. Two bodies or two people of the example stay two.
 * @param telling.kinds kinds of bodies for those that the example does not name, in the order in which they appear
 */
export const castOf = (
  course: Course,
  staff: StaffIndex,
  path: string,
  chance: Chance,
  { kinds, words }: { readonly kinds: readonly string[]; readonly words: Words },
): Cast => {
  const roles = rolesOf(course);
  // Bodies of the same street, or above it: a neighbouring community may be named too.
  const street = path.split('.').slice(0, 4).join('.');
  const nearTo = (territory: string): boolean => territory.startsWith(street) || path.startsWith(territory);
  const bodies = new Map<Id, DemoBody>();
  const taken = new Set<Id>();
  const wanted = [...kinds];
  for (const [id, example] of namesIn(course)) {
    const told = words[`body ${example}`];
    const name = typeof told === 'string' ? told : example;
    const played = [...(roles.get(id) ?? ['department-handler'])];
    const fits = staff.bodiesWith(played).filter((one) => !taken.has(one.id) && nearTo(one.territory));
    const kind = /\p{Script=Han}/u.test(name) ? undefined : wanted.shift();
    const rank = (one: DemoBody): number =>
      (one.kind === kind ? 100 : 0) +
      likeness(name, one.name) * 10 +
      (path.startsWith(one.territory) ? 5 + one.territory.length / 10 : 0);
    const best = fits.toSorted((a, b) => rank(b) - rank(a))[0];
    if (!best) continue;
    bodies.set(id, best);
    taken.add(best.id);
  }
  const people = new Map<string, DemoPerson>();
  const used = new Set<Id>();
  const personFor = (person: Id, role: string, body: Id): DemoPerson | undefined => {
    const key = `${person} ${role}`;
    const known = people.get(key);
    if (known) return known;
    const of = bodies.get(body)?.id;
    const held = of === undefined ? staff.at(role, path) : staff.of(of, role);
    const fits = held.filter((one) => !used.has(one.id));
    if (fits.length === 0) return undefined;
    const shown = fits.find((one) => one.account);
    const found = shown && chance.happens(0.75) ? shown : chance.pick(fits);
    people.set(key, found);
    used.add(found.id);
    return found;
  };
  return {
    bodyFor: (id) => bodies.get(id),
    actorFor: (actor) => {
      if (actor.kind !== 'staff') return actor;
      for (const { role, body } of actor.posts) {
        const found = personFor(actor.person, role, body);
        if (found) return actorOf(found);
      }
      return undefined;
    },
  };
};
