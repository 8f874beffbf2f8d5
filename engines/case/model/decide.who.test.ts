import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import {
  act,
  codeOf,
  dispatcher,
  given,
  inspector,
  neighbour,
  repairer,
  reporter,
  roadman,
  type Step,
  steps,
  when,
  worker,
  works,
} from './fixtures/people.ts';
import { repair } from './fixtures/repair.ts';

/** Who may do what in each stage: everybody tries everything; what stands here is allowed, the rest is refused. */
const actors = { worker, neighbour, dispatcher, inspector, repairer, roadman, reporter } as const;
const forms: Readonly<Record<string, object>> = {
  send: { body: works },
  pass: { body: works, why: '理由' },
  decline: { why: '理由' },
  fail: { why: '理由' },
  finish: { result: '结果' },
  approve: { answer: '答复' },
  rate: { rating: 5 },
};
const allowed: Readonly<Record<keyof typeof steps, readonly string[]>> = {
  reported: ['worker accept', 'dispatcher decline'],
  sorting: ['dispatcher decline', 'dispatcher send'],
  handling: ['repairer pass', 'repairer pause', 'repairer finish'],
  checking: ['inspector fail', 'inspector approve'],
  closed: ['reporter rate'],
};

test('what a body is given is not the work of its post that works a range alone', () => {
  const told = given(steps.handling);
  const form = forms['finish'];
  const [post] = repairer.posts;
  assert.ok(post);
  const ranger = { ...repairer, posts: [{ ...post, forBody: false as const }] };
  assert.ok(!isRefusal(when(told, repairer, act('finish', { ...form }))));
  assert.equal(codeOf(when(told, ranger, act('finish', { ...form }))), 'action.not-yours');
});

for (const [name, way] of Object.entries(steps) as [keyof typeof steps, Step[]][]) {
  test(`who may act on a matter that is ${name}`, () => {
    const told = given(way);
    const open: string[] = [];
    for (const [who, actor] of Object.entries(actors)) {
      for (const { id } of repair.actions) {
        const decided = when(told, actor, act(id, { ...forms[id] }));
        if (!isRefusal(decided)) open.push(`${who} ${id}`);
        else assert.match(codeOf(decided), /^action\.(not-now|not-yours|same-person|used-up)$/, `${who} ${id}`);
      }
    }
    assert.deepEqual(open.sort(), [...allowed[name]].sort());
  });
}
