import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CheckContext, checkPlaybook } from './check-playbook.ts';
import { differences } from './design/diff.ts';
import { applyEdit } from './design/edit.ts';
import { turnTarget } from './design/edit-stages.ts';
import { asPackFile, playbooksInFile } from './design/pack-file.ts';
import { shapeProblems } from './design/read-playbook.ts';
import { evolve } from './evolve.ts';
import { runExample } from './example.ts';
import { factsOf } from './facts.ts';
import { act, given, inspector, steps } from './fixtures/people.ts';
import { calendar, fields, repair } from './fixtures/repair.ts';
import type { Outcome } from './outcome.ts';
import type { Action, Playbook, Target } from './playbook.ts';
import { tablePlaybook } from './table-playbook.ts';

const context: CheckContext = { roles: new Set(['worker', 'dispatcher', 'inspector', 'manager']), fields };

/** The repair playbook whose inspector judges: good enough, or not, or to be done again. */
const judging = (outcome: Outcome | undefined, to: readonly Target[]): Playbook => ({
  ...repair,
  actions: repair.actions.map((one): Action => {
    if (one.id !== 'approve') return one;
    const { outcome: _outcome, ...rest } = one;
    return { ...rest, to, ...(outcome && { outcome }) };
  }),
});
const good = { when: 'form.answer = "好"', to: 'closed' } as const;
const again = { when: 'form.answer = "重做"', to: 'handling' } as const;
const bad = { to: 'closed', outcome: 'explained' } as const;

/** How the closing fact says that it ended. */
const ended = (playbook: Playbook, answer: string): string | undefined => {
  const before = given(steps.checking, playbook);
  const { events } = given([...steps.checking, [inspector, act('approve', { answer })]], playbook);
  const last = events.at(-1);
  assert.ok(last);
  const facts = factsOf(last, before.state, evolve(before.state, last));
  return facts.find((fact) => fact.kind === 'case.finished')?.dims['outcome'];
};

describe('how a matter ended', () => {
  test('a target says its own, before the action’s; without one the action’s holds, and without that it is resolved', () => {
    assert.equal(ended(judging('resolved', [good, bad]), '好'), 'resolved');
    assert.equal(ended(judging('resolved', [good, bad]), '没修好'), 'explained');
    assert.equal(ended(judging(undefined, [good, bad]), '好'), 'resolved');
    assert.equal(ended(judging('declined', [{ ...good, outcome: 'resolved' }, bad]), '好'), 'resolved');
    assert.equal(ended(judging('declined', [good, bad]), '好'), 'declined');
    assert.equal(ended(repair, '没修好'), 'resolved');
  });

  test('nothing is said where the matter goes on', () => {
    assert.equal(ended(judging('resolved', [again, bad]), '重做'), undefined);
  });

  test('an example asks for it', () => {
    const run = (outcome: Outcome | null) =>
      runExample(
        judging('resolved', [good, bad]),
        {
          id: 'test.judged',
          playbook: repair.id,
          name: repair.name,
          given: [
            { report: { category: '0101', values: {}, path: '99.01.01.001.001.g01.' } },
            { act: 'accept', by: { role: 'worker' } },
            { act: 'send', by: { role: 'dispatcher' }, form: { body: '019ca5d2-0000-7000-8000-000000000001' } },
            {
              act: 'finish',
              by: { role: 'handler', body: '019ca5d2-0000-7000-8000-000000000001' },
              form: { result: '换了' },
            },
          ],
          when: { act: 'approve', by: { role: 'inspector' }, form: { answer: '没修好' } },
          then: { status: 'closed', outcome },
        },
        { calendar, fields },
      );
    assert.deepEqual(run('explained'), []);
    assert.deepEqual(run('resolved'), ['outcome: "explained", expected "resolved"']);
    assert.equal(run(null).length, 1);
  });
});

describe('the checker', () => {
  const told = (playbook: Playbook) =>
    checkPlaybook(playbook, context).map(({ code, where, message }) => ({ code, where, ...message }));
  test('finds nothing in ends that differ', () => {
    assert.deepEqual(told(judging('resolved', [good, bad])), []);
    assert.deepEqual(told(judging(undefined, [{ ...good, outcome: 'resolved' }, bad])), []);
  });
  test('an outcome of what does not end is a problem', () => {
    assert.deepEqual(told(judging('resolved', [{ ...again, outcome: 'explained' }, { to: 'closed' }])), [
      {
        code: 'outcome-wrong',
        where: 'action approve',
        zh: '去向「办理中」不是办结环节，不应写办结方式「已解释说明」。',
        en: 'The target “Handling” is no end: it cannot say the outcome “Explained”.',
      },
    ]);
  });
  test('the same outcome on both is a problem', () => {
    assert.deepEqual(told(judging('explained', [good, bad])), [
      {
        code: 'outcome-wrong',
        where: 'action approve',
        zh: '去向「办结」的办结方式与操作本身的相同（已解释说明），写一处即可。',
        en: 'The target “Closed” says the same outcome as the action (Explained): once is enough.',
      },
    ]);
  });
  test('a file with an outcome that does not exist is of the wrong shape', () => {
    const wrong = judging('resolved', [good, { to: 'closed', outcome: 'lost' as Outcome }]);
    assert.deepEqual(
      shapeProblems(JSON.parse(JSON.stringify(wrong))).map(({ code, where }) => [code, where]),
      [['shape-wrong', 'action approve']],
    );
    assert.deepEqual(shapeProblems(judging('resolved', [good, bad])), []);
  });
});

describe('in words and in edits', () => {
  const two = judging('resolved', [good, again, bad]);
  const toOf = (playbook: Playbook, action: string, locale: 'zh' | 'en' = 'zh') =>
    tablePlaybook(playbook, locale)
      .flatMap((row) => row.actions)
      .find((one) => one.id === action)?.to;

  test('the table says where an end is not simply resolved', () => {
    assert.deepEqual(toOf(two, 'approve'), ['办结', '办理中', '办结（已解释说明）']);
    assert.deepEqual(toOf(two, 'approve', 'en'), ['Closed', 'Handling', 'Closed (Explained)']);
    // The name of the stage says it already.
    assert.deepEqual(toOf(two, 'decline'), ['不予受理']);
  });

  test('a change of it is told in words', () => {
    const told = differences(judging('resolved', [good, again, { to: 'closed' }]), two, (role) => ({
      zh: role,
      en: role,
    }));
    assert.deepEqual(
      told.map(({ zh }) => zh),
      ['操作「approve」的去向由「办结、办理中」改为「办结、办理中、办结（已解释说明）」'],
    );
    assert.ok(told[0]?.en.includes('Closed (Explained)'));
  });

  test('a stage put before the end takes it along, and one taken out leaves what still is an end', () => {
    const name = { zh: '复核', en: 'Second look' };
    const only = judging('resolved', [again, bad]);
    const after = applyEdit(only, {
      edit: 'insert-stage',
      from: 'checking',
      to: 'closed',
      stage: { id: 'second', name, shown: name, owner: { role: 'manager' } },
      action: { id: 'passed', name },
    });
    const by = (playbook: Playbook, id: string) => playbook.actions.find((one) => one.id === id);
    assert.deepEqual(by(after, 'approve')?.to, [again, { to: 'second' }]);
    assert.equal(by(after, 'passed')?.outcome, 'explained');
    assert.ok(checkPlaybook(after, context).every((one) => one.code !== 'outcome-wrong'));
    const toEnd = applyEdit(only, { edit: 'remove-stage', id: 'closed', to: 'declined' });
    assert.deepEqual(by(toEnd, 'approve')?.to, [again, { to: 'declined', outcome: 'explained' }]);
    const toWork = applyEdit(only, { edit: 'remove-stage', id: 'closed', to: 'sorting' });
    assert.deepEqual(by(toWork, 'approve')?.to, [again, { to: 'sorting' }]);
    assert.deepEqual(turnTarget({ ...good, outcome: 'withdrawn' }, 'declined', true), {
      when: good.when,
      to: 'declined',
      outcome: 'withdrawn',
    });
  });

  test('it goes into a file and comes back', () => {
    for (const kind of ['ts', 'json'] as const) assert.deepEqual(playbooksInFile(asPackFile(two, 0, kind).text), [two]);
  });
});
