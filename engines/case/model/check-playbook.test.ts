import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CheckContext, checkPlaybook } from './check-playbook.ts';
import { drawPlaybook } from './draw-playbook.ts';
import { explorePlaybook } from './explore-playbook.ts';
import { fields, repair } from './fixtures/repair.ts';
import type { Action, Playbook, Stage } from './playbook.ts';

const context: CheckContext = {
  roles: new Set(['worker', 'dispatcher', 'inspector']),
  bodyKinds: new Set(['repairs']),
  fields,
};

type Changes = {
  readonly action?: Readonly<Record<string, Partial<Action> | null>>;
  readonly stage?: Readonly<Record<string, Partial<Stage>>>;
} & Partial<Omit<Playbook, 'actions' | 'stages'>>;

/** The right playbook with something spoilt. */
const spoilt = ({ action = {}, stage = {}, ...rest }: Changes): Playbook => ({
  ...repair,
  ...rest,
  actions: repair.actions.flatMap((one) => (action[one.id] === null ? [] : [{ ...one, ...action[one.id] } as Action])),
  stages: repair.stages.map((one) => ({ ...one, ...stage[one.id] }) as Stage),
});
const problemsOf = (playbook: Playbook) =>
  checkPlaybook(playbook, context).map(({ code, where }) => `${code} ${where}`);

test('a right playbook has no problem, and is the same after JSON', () => {
  assert.deepEqual(problemsOf(repair), []);
  assert.deepEqual(JSON.parse(JSON.stringify(repair)), repair);
});

describe('what a playbook names must exist', () => {
  const cases: readonly (readonly [string, Changes])[] = [
    ['unknown-stage action accept', { action: { accept: { to: 'nowhere' } } }],
    ['unknown-stage clock whole', { clocks: [{ ...(repair.clocks[0] as never as object), stages: ['gone'] } as never] }],
    ['unknown-role stage received', { stage: { received: { owner: { role: 'mayor' } } } }],
    ['unknown-role action accept', { action: { accept: { who: [{ role: 'mayor' }] } } }],
    ['unknown-field action approve', { action: { approve: { answers: 'reply' } } }],
    ['unknown-action action approve', { action: { approve: { notBy: ['repair'] } } }],
    ['unknown-list playbook', { categories: 'test.none' }],
    ['unknown-body-kind routing 1', { routing: [{ when: 'true', bodyKind: 'gods' }] }],
    ['expression-wrong title', { title: 'category.name + (' }],
    ['expression-wrong routing 1', { routing: [{ when: 'weather = "wet"', bodyKind: 'repairs' }] }],
    ['form-wrong fields', { fields: [{ id: 'x', type: 'smell', name: { zh: '气味', en: 'Smell' } }] }],
    ['deadline-unknown clock whole', { clocks: [{ id: 'whole', name: repair.name, stages: ['received'], limits: [{ limit: { amount: -1, unit: 'clock-hours' } }], main: true }] }],
    ['effect-awaits action accept', { action: { accept: { effects: [{ effect: 'ballot.open', about: repair.name } as never] } } }],
    ['effect-awaits action accept', { action: { accept: { effects: [{ effect: 'notice.send', awaits: 'notice', template: 'x', to: [] } as never] } } }],
    ['twice-declared stage closed', { stage: { declined: { id: 'closed' } } }],
  ]; // biome-ignore format: a table
  for (const [problem, changes] of cases) {
    test(problem, () =>
      assert.ok(problemsOf(spoilt(changes)).includes(problem), problemsOf(spoilt(changes)).join('\n')),
    );
  }
});

describe('in every situation somebody can act and the one who asked is answered', () => {
  test('a stage without a way out, with the way into it', () => {
    const found = checkPlaybook(spoilt({ action: { resume: null } }), context);
    const dead = found.find((one) => one.code === 'stage-without-way-out');
    assert.equal(dead?.where, 'stage waiting');
    assert.deepEqual(dead?.path, ['accept', 'send', 'pause']);
  });
  test('a limit that can be used up where nothing else is possible', () => {
    const stuck = spoilt({ action: { finish: { atMost: 1 } } });
    assert.ok(problemsOf(stuck).some((one) => one.startsWith('stage-without-way-out stage')));
  });
  test('an end that can be reached without an answer', () => {
    const { answers: _answers, ...approve } = repair.actions.find((one) => one.id === 'approve') as Action;
    const silent = { ...repair, actions: repair.actions.map((one) => (one.id === 'approve' ? approve : one)) };
    assert.deepEqual(
      problemsOf(silent).filter((one) => one.startsWith('end')),
      ['end-without-answer action approve'],
    );
  });
  test('an answer that may be left empty is none', () => {
    const form = [{ id: 'answer', type: 'text', name: { zh: '答复', en: 'Answer' } }];
    assert.ok(problemsOf(spoilt({ action: { approve: { form } } })).includes('end-without-answer action approve'));
  });
  test('nobody is ever answered', () => {
    const silent = spoilt({ action: { approve: null, decline: null } });
    assert.ok(problemsOf(silent).includes('never-answered playbook'));
  });
  test('a stage nobody owns, one that nothing leads to, an action for nobody', () => {
    const ownerless = structuredClone(repair) as unknown as { stages: { id: string; owner?: unknown }[] };
    delete ownerless.stages.find((one) => one.id === 'checking')?.owner;
    assert.ok(problemsOf(ownerless as unknown as Playbook).includes('stage-without-owner stage checking'));
    assert.ok(problemsOf(spoilt({ action: { pause: null } })).includes('stage-unreachable stage waiting'));
    assert.ok(problemsOf(spoilt({ action: { fail: { who: [] } } })).includes('action-for-nobody action fail'));
  });
  test('a stage that waits for a body nobody named', () => {
    const early = spoilt({ stage: { received: { owner: { assignee: true } } } });
    assert.ok(problemsOf(early).includes('owner-cannot-act stage received'));
  });
  test('categories without a limit when no other rule gives one', () => {
    const [whole] = repair.clocks;
    const clocks = [{ ...(whole as NonNullable<typeof whole>), limits: [{ limit: 'category' as const }] }];
    assert.equal(problemsOf(spoilt({ clocks })).filter((one) => one.startsWith('deadline-unknown')).length, 2);
  });
});

describe('exploring and drawing', () => {
  test('every stage is found, with a way to it', () => {
    const { situations, pathTo } = explorePlaybook(repair);
    assert.deepEqual(
      [...new Set(situations.map((one) => one.stage))].sort(),
      repair.stages.map((one) => one.id).sort(),
    );
    const closed = situations.find((one) => one.stage === 'closed');
    assert.deepEqual(closed && pathTo(closed), ['accept', 'send', 'finish', 'approve']);
  });
  test('the picture joins stages by their actions and says what goes back', () => {
    const { stages, steps, mermaid } = drawPlaybook(repair);
    assert.equal(stages[0]?.kind, 'start');
    assert.equal(stages.at(-1)?.kind, 'end');
    const known = new Set(stages.map((one) => one.id));
    assert.ok(steps.every(({ from, to, actions }) => known.has(from) && known.has(to) && actions.length > 0));
    assert.ok(steps.some((step) => step.from === 'checking' && step.to === 'handling' && step.back));
    assert.ok(steps.some((step) => step.from === 'received' && step.to === 'sorting' && !step.back));
    assert.match(mermaid, /received --> sorting : accept/);
  });
});
