import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pack } from '#kernel/pack';
import { grid } from '#packs/grid';
import { readPacks } from '../packs.ts';
import { checkAllPacks, runPacks } from './packs.ts';

/** A pack refers to others by id, so it is checked among them. */
const others = (await readPacks()).filter(({ id }) => id !== grid.id);

const changed = (change: (sections: Record<string, unknown[]>) => void): Pack => {
  const copy = structuredClone(grid) as unknown as { sections: Record<string, unknown[]> };
  change(copy.sections);
  return copy as unknown as Pack;
};

test('every pack is sound, every playbook is walked through, every example holds', async () => {
  const report = checkAllPacks(await readPacks());
  assert.deepEqual(report.problems, []);
  assert.equal(report.examples.failed, 0);
  assert.ok(report.examples.run > grid.sections.examples.length);
  assert.ok(report.playbooks.every((one) => one.states > 0 && one.examples > 0));
});

test('an example that does not hold is a problem with its id', () => {
  const pack = changed((sections) => {
    const example = sections['examples']?.[0] as { then: object };
    example.then = { stage: 'declined' };
  });
  const report = checkAllPacks([pack, ...others]);
  assert.equal(report.examples.failed, 1);
  assert.match(report.problems.join(), new RegExp(`example ${grid.sections.examples[0]?.id}: stage`));
});

test('a stage that cannot be left is a problem with its id', () => {
  const pack = changed((sections) => {
    const [playbook] = sections['playbooks'] as { actions: { id: string }[] }[];
    if (playbook) playbook.actions = playbook.actions.filter((action) => !action.id.endsWith('-settled'));
  });
  const report = checkAllPacks([pack, ...others]);
  assert.ok(report.problems.some((one) => one.includes('grid.snapshot') && one.includes('stage-without-way-out')));
  assert.deepEqual(report.playbooks, []);
});

test('the 15 classes and 133 categories each have two names, and each category a limit with its source', () => {
  const [list] = grid.sections.codeLists;
  const classes = list.items.filter((item) => item.parent === undefined);
  const categories = list.items.filter((item) => item.parent !== undefined);
  assert.deepEqual([classes.length, categories.length], [15, 133]);
  for (const { code, extra } of categories) {
    const limit = extra?.['limit'] as { amount: number; unit: string; source: string } | undefined;
    assert.ok(limit && limit.amount > 0 && limit.source.length > 0, code);
  }
});

test('the command prints JSON, explains one definition, and refuses a wrong id', async () => {
  const run = async (...args: readonly string[]): Promise<string> => {
    const written: string[] = [];
    assert.equal(await runPacks(args, (text) => written.push(text)), 0);
    return written.join('');
  };
  assert.deepEqual((JSON.parse(await run('check', '--json')) as { problems: unknown }).problems, []);
  assert.match(await run('check', '--explain', 'grid.snapshot'), /to-dispatch · 待派单/);
  assert.match(await run('check', '--explain', 'grid.snapshot.reopened'), /holds$/m);
  await assert.rejects(run('check', '--explain', 'gone'), /gone/);
  await assert.rejects(run(), /lifang packs check/);
});
