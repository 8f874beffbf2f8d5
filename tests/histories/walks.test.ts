import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import { getFieldType } from '#fields';
import type { CodeList, Field, FieldContext, Json } from '#fields/field';
import {
  type Action,
  type Actor,
  availableActions,
  type CaseEvent,
  type CaseState,
  decide,
  evolve,
  fold,
  noCase,
  type Playbook,
  type PlaybookExample,
  tasksFor,
} from '#engines/case/model';
import { calendarFrom } from '#platform/server/calendar';
import { readPacks } from '../../apps/server/packs.ts';

/**
 * Random walks over every playbook of every pack: whatever people do that is offered to them, the state is the fold of
 * the history, and what is offered is accepted, or refused for what was written into the form.
 */
const packs = await readPacks();
const all = <Definition>(section: string): readonly Definition[] =>
  packs.flatMap((pack) => (pack.sections[section] ?? []) as readonly Definition[]);
const lists = new Map(all<CodeList>('codeLists').map((list) => [list.id, list]));
const fields: FieldContext = { codeList: (id) => lists.get(id) };
const published = calendarFrom([], null);
if ('problems' in published) throw new Error(published.problems.join('; '));
const { calendar } = published;

const id = (number: number): Id => `019ca5d2-0000-7000-8000-${String(number).padStart(12, '0')}`;
const bodies = [id(1), id(2)] as const;
const path = '99.01.01.001.001.g01.';
const monday = '2026-03-02T01:00:00.000Z';

/** Refusals that lie in what was written, or that the matter gives in words: an end waits for its tasks, say. */
const mayRefuse = (code: string): boolean =>
  code.startsWith('field.') ||
  [
    'case.tasks-open',
    'case.answer-missing',
    'case.nothing-to-extend',
    'action.no-target',
    'case.held-already',
  ].includes(code);

const rolesOf = (playbook: Playbook): readonly string[] => [
  ...new Set(
    [
      ...playbook.stages.map((stage) => stage.owner),
      ...playbook.actions.flatMap((one) => [...one.who, ...(one.needs?.who ?? [])]),
    ].flatMap((owner) => (owner && 'role' in owner ? [owner.role] : [])),
  ),
];

/** Two people in each role, of two bodies, so that the rule of the other person can be kept; whoever asked; the clock. */
const actorsOf = (playbook: Playbook): readonly Actor[] => [
  ...[...rolesOf(playbook), 'somebody'].flatMap((role, index) =>
    bodies.map((body, which): Actor => {
      const person = id(100 + index * 2 + which);
      return { kind: 'staff', person, name: role, posts: [{ id: person, role, body, scope: '99.01.01.' }] };
    }),
  ),
  { kind: 'reporter', person: null },
  { kind: 'system', name: '系统' },
];

const withBodies = (field: Field, value: Json, chance: number): Json => {
  const body = bodies[Math.floor(chance * 2)] ?? bodies[0];
  if (field.type === 'body') return body;
  if (field.type === 'bodies') return chance < 0.3 ? [...bodies] : [body];
  if (field.type !== 'rows' || !Array.isArray(value)) return value;
  const columns = (field.options?.['columns'] ?? []) as unknown as readonly Field[];
  return (value as readonly Readonly<Record<string, Json>>[]).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => {
        const column = columns.find((one) => one.id === key);
        return [key, column ? withBodies(column, cell, chance) : cell];
      }),
    ),
  );
};

const sampleOf = (form: readonly Field[], chance: number, now: Instant): Record<string, Json> =>
  Object.fromEntries(
    form.map((field) => [
      field.id,
      withBodies(field, getFieldType(field.type).sample(field, { ...fields, now }, chance) as Json, chance),
    ]),
  );

const step = fc.record({
  pick: fc.double({ min: 0, max: 0.999, noNaN: true }),
  chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
  hours: fc.integer({ min: 0, max: 40 }),
});

const leafOf = (playbook: Playbook, chance: number): string => {
  const items = lists.get(playbook.categories)?.items ?? [];
  const above = new Set(items.map((item) => item.parent));
  const leaves = items.filter((item) => !above.has(item.code));
  return leaves[Math.floor(chance * leaves.length)]?.code ?? '';
};

const offersTo = (
  playbook: Playbook,
  state: CaseState,
  actors: readonly Actor[],
): readonly (readonly [Actor, Action])[] =>
  state.status === 'none'
    ? []
    : actors.flatMap((actor) => availableActions(playbook, state, actor).map((action) => [actor, action] as const));

const examples = all<PlaybookExample>('examples');
const playbooks = all<Playbook>('playbooks').filter((playbook) => playbook.reporters.length > 0);

for (const playbook of playbooks) {
  test(`${playbook.id}: what is offered is accepted, and the state is the fold of the history`, () => {
    const actors = actorsOf(playbook);
    const kind = playbook.reporters.includes('resident')
      ? 'anonymous'
      : playbook.reporters[0] === 'staff'
        ? 'staff'
        : 'system';
    const opener = actors.find((actor) => actor.kind === (kind === 'anonymous' ? 'reporter' : kind)) as Actor;
    // What the pack itself reports in its examples, and any form that may be filled in.
    const reports = examples.flatMap((one) =>
      one.playbook === playbook.id ? [...one.given, one.when].filter((step) => 'report' in step) : [],
    );
    let walked = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), ([first, ...tried]) => {
        const context = {
          calendar,
          fields: { ...fields, now: monday },
          bodyName: (body: Id) => body,
        };
        const chance = first?.chance ?? 0;
        let state: CaseState = noCase;
        let now: Instant = monday;
        const events: CaseEvent[] = [];
        const take = (decided: ReturnType<typeof decide>, what: string): void => {
          if (isRefusal(decided)) {
            assert.ok(mayRefuse(decided.code), `${what} is refused: ${decided.code} ${JSON.stringify(decided.values)}`);
            return;
          }
          for (const event of decided) state = evolve(state, event);
          events.push(...decided);
        };
        const known = reports[Math.floor(chance * (reports.length + 1))]?.report;
        const report = {
          type: 'report',
          id: id(9),
          category: known?.category ?? leafOf(playbook, chance),
          place: { path, point: null, text: '3 号楼' },
          placeName: '青石街道',
          values: known?.values ?? sampleOf(playbook.fields, chance, now),
          reporter: { kind, person: opener.kind === 'staff' ? opener.person : null, enteredBy: null },
          channel: 'app',
        } as const;
        take(decide(playbook, state, report, { ...context, now, actor: opener }), 'the report');
        for (const { pick, chance: luck, hours } of tried) {
          now = plusMillis(now, hours * 3_600_000);
          const offers = offersTo(playbook, state, actors);
          const chosen = offers[Math.floor(pick * offers.length)];
          if (!chosen || state.status === 'none') break;
          const [actor, action] = chosen;
          const task = tasksFor(action, state, actor)?.at(-1)?.id;
          const command = {
            type: 'act',
            action: action.id,
            form: sampleOf(action.form ?? [], luck, now),
            ...(task !== undefined && { task }),
          } as const;
          take(decide(playbook, state, command, { ...context, now, actor, fields: { ...fields, now } }), action.id);
          walked += 1;
        }
        assert.deepEqual(fold(JSON.parse(JSON.stringify(events)) as CaseEvent[]), JSON.parse(JSON.stringify(state)));
      }),
      { numRuns: 40 },
    );
    assert.ok(walked > 0, 'nobody could do anything');
  });
}
