import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import type { Fact } from '#kernel/fact';
import type { CodeList } from '#fields/field';
import {
  attemptsOf,
  type CaseState,
  decide,
  evolve,
  factsOf,
  noCase,
  type Playbook,
  type PlaybookExample,
} from '#engines/case/model';
import {
  declaredParts,
  type FactFilter,
  type FactIndicator,
  type Indicator,
  isWeighted,
} from '#engines/indicator/model';
import { calendarFrom } from '#platform/server/calendar';
import { readPacks } from '../../apps/server/packs.ts';

const packs = await readPacks();
const all = <Definition>(section: string): readonly Definition[] =>
  packs.flatMap((pack) => (pack.sections[section] ?? []) as readonly Definition[]);

const lists = new Map(all<CodeList>('codeLists').map((list) => [list.id, list]));
const published = calendarFrom([], null);
if ('problems' in published) throw new Error(published.problems.join('; '));
const context = { calendar: published.calendar, fields: { codeList: (id: string) => lists.get(id) } };

/** Every fact that the examples of packs make, from the report to their last step. */
const facts = ((): readonly Fact[] => {
  const playbooks = new Map(all<Playbook>('playbooks').map((playbook) => [playbook.id, playbook]));
  return all<PlaybookExample>('examples').flatMap((example) => {
    const playbook = playbooks.get(example.playbook);
    if (!playbook) return [];
    const made: Fact[] = [];
    let state: CaseState = noCase;
    for (const { at, actor, command } of attemptsOf(example)) {
      const events = decide(playbook, state, command, { ...context, now: at, actor, bodyName: (body) => body });
      if (isRefusal(events)) break;
      for (const event of events) {
        const after: CaseState = evolve(state, event);
        made.push(...factsOf(event, state, after));
        state = after;
      }
    }
    return made;
  });
})();

const slotPlans = new Set(all<{ readonly id: string }>('slotPlans').map(({ id }) => id));

/** Who came to a booked time is told at the desk, not by a step of a matter: there the plan has to exist. */
const happens = ({ fact, where = {} }: FactFilter): boolean =>
  (fact === 'case.appointment' && (where['plan'] ?? []).every((plan) => slotPlans.has(plan))) ||
  facts.some(
    (one) =>
      one.kind === fact &&
      Object.entries(where).every(([dimension, values]) => values.includes(one.dims[dimension] ?? '')),
  );
const isCounted = (indicator: Indicator): indicator is FactIndicator => !isWeighted(indicator);
const indicators = all<Indicator>('indicators').filter(isCounted);
const weighted = all<Indicator>('indicators').filter(isWeighted);

test('every figure of a pack counts something that its examples make happen', () => {
  const never = indicators
    .filter(({ of, over }) => !happens(of) || (over !== undefined && !happens(over)))
    .map(({ id }) => id);
  assert.deepEqual(never, []);
});

test('S108: each of the nine duties of a grid worker is counted by a figure, from facts that work itself makes', () => {
  const duties = lists.get('grid.worker-duties')?.items ?? [];
  assert.equal(duties.length, 9);
  for (const { name, extra } of duties) {
    const indicator = indicators.find(({ id }) => id === extra?.['indicator']);
    assert.ok(indicator && happens(indicator.of), name.zh);
  }
});

test('the score of the hotline weighs its three rates by the code list, and the weights make a whole', () => {
  const score = weighted.find(({ id }) => id === 'hotline.score');
  const parts = score ? declaredParts(score, (id) => lists.get(id)) : [];
  assert.deepEqual(
    parts.map((part) => part.indicator),
    ['hotline.response_rate', 'hotline.solved_rate', 'hotline.satisfied_rate'],
  );
  assert.equal(
    parts.reduce((sum, { weight }) => sum + weight, 0),
    100,
  );
});

test('every figure made of others is made of figures that there are', () => {
  const known = new Set(indicators.map(({ id }) => id));
  for (const one of weighted)
    for (const { indicator } of declaredParts(one, (id) => lists.get(id))) assert.ok(known.has(indicator), one.id);
});
