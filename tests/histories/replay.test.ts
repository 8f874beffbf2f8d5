import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { type CaseEvent, fold, type Playbook } from '#engines/case/model';
import { readPacks } from '../../apps/server/packs.ts';
import { courses } from './courses.ts';
import { exampleCourses } from './example-courses.ts';
import { decideAgain, type RecordedHistory } from './history.ts';

/** Old matters finish as they began: what was decided and folded then is decided and folded now. */
const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const histories = new Map(
  files.map((name) => [name, JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as RecordedHistory]),
);
const packs = await readPacks();
const inForce = packs.flatMap((pack) => (pack.sections['playbooks'] ?? []) as readonly Playbook[]);

/** As it lies in the database: absent is absent. */
const atRest = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const eventsOf = (history: Pick<RecordedHistory, 'steps'>): readonly CaseEvent[] =>
  history.steps.flatMap((step) => step.events);

const assertSame = (again: Pick<RecordedHistory, 'steps' | 'state'>, history: RecordedHistory): void => {
  for (const [index, step] of history.steps.entries()) {
    const { command } = step;
    assert.deepEqual(
      atRest(again.steps[index]),
      step,
      `step ${index + 1}, ${'action' in command ? command.action : command.type}`,
    );
  }
  assert.deepEqual(atRest(again.state), history.state);
};

for (const [name, history] of histories)
  describe(name, () => {
    test('its events fold to the state that was recorded', () => {
      assert.deepEqual(atRest(fold(eventsOf(history))), history.state);
    });
    test('under its own definition every command is decided as it was, refusals too', () => {
      assertSame(decideAgain(history, history.steps), history);
    });
    const present = inForce.find(
      ({ id, version }) => id === history.playbook.id && version === history.playbook.version,
    );
    if (present)
      test('the version of that number still decides so; what goes otherwise needs a new number', () => {
        assertSame(decideAgain({ ...history, playbook: present }, history.steps), history);
      });
  });

test('every playbook in force has a recorded history', () => {
  for (const { id, version } of inForce)
    assert.ok(
      files.some((name) => name.startsWith(`${id}-v${version}-`)),
      `${id}, version ${version}: add a course and run node tests/histories/record.ts`,
    );
});

test('what was recorded of an example goes as the example goes: only its last step may be refused', () => {
  for (const [name, { steps }] of histories)
    if (name.includes('-example-'))
      assert.deepEqual(
        steps.slice(0, -1).flatMap(({ refused }) => refused ?? []),
        [],
        name,
      );
});

test('every course was recorded', () => {
  const fromExamples = exampleCourses(packs, new Set(courses.map(({ playbook }) => playbook)));
  for (const { playbook, name } of [...courses, ...fromExamples])
    assert.ok(
      files.some((file) => file.startsWith(`${playbook}-v`) && file.endsWith(`-${name}.json`)),
      `${playbook} ${name}`,
    );
});

test('the histories know every kind of event, every way to end, and refusals', () => {
  const all = [...histories.values()];
  const kinds = new Set(all.flatMap(eventsOf).map((event) => event.type));
  const known: Readonly<Record<CaseEvent['type'], true>> = {
    ActionTaken: true,
    ApprovalAsked: true,
    ApprovalRefused: true,
    CaseImported: true,
    CaseLinked: true,
    CaseRelocated: true,
    CaseReported: true,
    CaseUnlinked: true,
    ClosedAlong: true,
    MeTooAdded: true,
    TaskEnded: true,
    WorkHandedOver: true,
  };
  // A change of divisions is written by the server beside the playbook.
  assert.deepEqual(
    Object.keys(known).filter((kind) => kind !== 'CaseRelocated' && !kinds.has(kind as CaseEvent['type'])),
    [],
  );
  const outcomes = new Set(all.flatMap(({ state }) => (state.status === 'closed' ? [state.outcome] : [])));
  for (const outcome of ['declined', 'explained', 'resolved', 'withdrawn']) assert.ok(outcomes.has(outcome), outcome);
  const refusals = new Set(all.flatMap(({ steps }) => steps.flatMap(({ refused }) => refused ?? [])));
  for (const refusal of ['action.not-now', 'action.not-yours', 'action.same-person', 'action.used-up'])
    assert.ok(refusals.has(refusal), refusal);
});

test('what is personal is in the command that brought it, and in no event', () => {
  const declined = histories.get('grid.snapshot-v1-declined.json');
  assert.ok(declined);
  const phone = '15400000001';
  assert.ok(JSON.stringify(declined.steps.map((step) => step.command)).includes(phone));
  assert.ok(!JSON.stringify(eventsOf(declined)).includes(phone));
});
