import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '#kernel/domain-error';
import type { Playbook } from '../playbook.ts';
import { checkPlaybook } from '../check-playbook.ts';
import { calendar, fields, repair } from '../fixtures/repair.ts';
import { checkDesign, type DesignContext } from './check-design.ts';
import { differences } from './diff.ts';
import { applyEdit, type DesignEdit, freshId } from './edit.ts';
import { explainPlaybook, waysToEnds } from './explain.ts';
import { asPackFile, playbooksInFile } from './pack-file.ts';
import { shapeProblems } from './read-playbook.ts';
import {
  passTime,
  sampleValues,
  startTrial,
  takeTrialStep,
  type Trial,
  trialActors,
  trialArithmetic,
  trialOffers,
} from './try-out.ts';
import { districtVersion, mostPackVersion, ownVersion, versionText } from './versions.ts';

const label = (text: string) => ({ zh: text, en: text });
const roles = new Set(['worker', 'dispatcher', 'inspector', 'handler', 'manager']);
const context: DesignContext = { district: '990101', packed: repair, roles, fields };
const edited = (...edits: readonly DesignEdit[]): Playbook => edits.reduce(applyEdit, repair);
const told = (after: Playbook, locale: 'zh' | 'en' = 'zh'): readonly string[] =>
  differences(repair, after, (role) => label(role)).map((one) => one[locale]);

describe('edits', () => {
  test('a stage put on the way to an end keeps the playbook whole, and the new step ends it', () => {
    const after = edited({
      edit: 'insert-stage',
      from: 'checking',
      to: 'closed',
      stage: { id: 'second-look', name: label('复核'), shown: label('正在复核'), owner: { role: 'manager' } },
      action: { id: 'look-passed', name: label('复核通过') },
    });
    assert.deepEqual(checkPlaybook(after, context), []);
    const approve = after.actions.find((action) => action.id === 'approve');
    assert.equal(approve?.to, 'second-look');
    assert.equal(approve?.outcome, undefined);
    const pass = after.actions.find((action) => action.id === 'look-passed');
    assert.deepEqual([pass?.to, pass?.outcome, pass?.counts], ['closed', 'resolved', 'close']);
    assert.ok(after.clocks.find((clock) => clock.main)?.stages.includes('second-look'));
    assert.ok(told(after).includes('新增环节「复核」，由manager办理'));
  });

  test('an action that leaves two stages is split, so that the other way stays as it was', () => {
    const two = edited({ edit: 'action', id: 'accept', change: { from: ['received', 'sorting'], to: 'sorting' } });
    const after = applyEdit(two, {
      edit: 'insert-stage',
      from: 'received',
      to: 'sorting',
      stage: { id: 'desk', name: label('窗口'), shown: label('窗口'), owner: { role: 'worker' } },
      action: { id: 'pass-on', name: label('递交') },
    });
    const by = (id: string) => after.actions.find((action) => action.id === id);
    assert.deepEqual([by('accept')?.from, by('accept')?.to], [['sorting'], 'sorting']);
    assert.deepEqual([by('accept-desk')?.from, by('accept-desk')?.to], [['received'], 'desk']);
  });

  test('a stage taken out again leaves what was there before, but for the words of the end', () => {
    const between: DesignEdit = {
      edit: 'insert-stage',
      from: 'received',
      to: 'sorting',
      stage: { id: 'desk', name: label('窗口'), shown: label('窗口'), owner: { role: 'worker' } },
      action: { id: 'pass-on', name: label('递交') },
    };
    const after = edited(between, { edit: 'remove-stage', id: 'desk', to: 'sorting' });
    assert.deepEqual(told(after), []);
  });

  test('a removed field or action is forgotten by whatever named it', () => {
    const send = repair.actions.find((action) => action.assigns !== undefined);
    assert.ok(send?.assigns);
    const without = edited({ edit: 'remove-field', of: { action: send.id }, id: send.assigns });
    assert.equal(without.actions.find((action) => action.id === send.id)?.assigns, undefined);
    const guarded = repair.actions.find((action) => action.notBy !== undefined);
    const [named = ''] = guarded?.notBy ?? [];
    const left = edited({ edit: 'remove-action', id: named });
    assert.ok(left.actions.every((action) => action.id !== named && !action.notBy?.includes(named)));
  });

  test('null takes an optional part away, and what is not there changes nothing', () => {
    const handled = edited({ edit: 'action', id: 'approve', change: { notBy: null } });
    assert.ok(!('notBy' in (handled.actions.find((action) => action.id === 'approve') ?? {})));
    assert.deepEqual(edited({ edit: 'stage', id: 'nowhere', change: { name: label('x') } }), repair);
    assert.equal(freshId('accept', repair.actions), 'accept-2');
  });

  test('fields go up and down, and keep to the form', () => {
    const add = (id: string): DesignEdit => ({
      edit: 'add-field',
      of: 'report',
      field: { id, type: 'text', name: label(id) },
    });
    const two = edited(add('one'), add('two'));
    const ids = (playbook: Playbook): readonly string[] => playbook.fields.map((field) => field.id);
    const up = applyEdit(two, { edit: 'move-field', of: 'report', id: 'two', by: -1 });
    assert.deepEqual(ids(up).slice(-2), ['two', 'one']);
    assert.deepEqual(ids(applyEdit(two, { edit: 'move-field', of: 'report', id: 'two', by: 1 })), ids(two));
  });

  test('an edit never changes what it was given', () => {
    const before = JSON.stringify(repair);
    edited(
      { edit: 'about', name: label('新') },
      { edit: 'remove-clock', id: repair.clocks[0]?.id ?? '' },
      { edit: 'routing', rules: [] },
    );
    assert.equal(JSON.stringify(repair), before);
  });
});

describe('differences in words', () => {
  test('nothing changed says nothing, through JSON too', () => {
    assert.deepEqual(told(repair), []);
    assert.deepEqual(told(JSON.parse(JSON.stringify(repair)) as Playbook), []);
  });

  test('each kind of change is told in both languages', () => {
    const [clock] = repair.clocks;
    const after = edited(
      { edit: 'about', name: label('电梯维修') },
      { edit: 'stage', id: 'sorting', change: { owner: { role: 'manager' } } },
      { edit: 'action', id: 'accept', change: { who: [{ role: 'manager' }] } },
      { edit: 'add-field', of: 'report', field: { id: 'floor', type: 'number', name: label('楼层') } },
      { edit: 'clock', id: clock?.id ?? '', change: { limits: [{ limit: { amount: 4, unit: 'working-days' } }] } },
      { edit: 'routing', rules: [] },
    );
    const zh = told(after);
    assert.ok(
      zh.some((one) => one.includes('改为「电梯维修」')),
      zh.join('\n'),
    );
    assert.ok(zh.includes('环节「待派单」的责任方由「dispatcher」改为「manager」'), zh.join('\n'));
    assert.ok(zh.includes('上报表单新增「楼层」'), zh.join('\n'));
    assert.ok(
      zh.some((one) => one.includes('4 个工作日')),
      zh.join('\n'),
    );
    assert.ok(
      zh.some((one) => one.startsWith('派单规则')),
      zh.join('\n'),
    );
    for (const one of told(after, 'en')) assert.doesNotMatch(one.replace(/“[^”]*”/g, ''), /[\u4e00-\u9fff]/);
  });
});

describe('what a district may not do', () => {
  const codes = (after: Playbook, more: Partial<DesignContext> = {}): readonly string[] =>
    checkDesign(after, { ...context, ...more }).map((problem) => problem.code);
  test('lower a label, open key persons, widen who reports, or use a foreign id', () => {
    assert.deepEqual(codes(repair), []);
    const sensitive: Playbook = { ...repair, sensitivity: 'sensitive' };
    assert.ok(codes(repair, { packed: sensitive }).includes('design-fixed'));
    assert.deepEqual(codes(sensitive), []);
    const keyPersons: Playbook = { ...repair, sensitivity: 'key-persons', audience: ['worker'] };
    assert.ok(
      codes({ ...keyPersons, audience: ['worker', 'manager'] }, { packed: keyPersons }).includes('design-fixed'),
    );
    assert.ok(
      codes(
        { ...repair, reporters: [...repair.reporters, 'system'] },
        { packed: { ...repair, reporters: ['staff'] } },
      ).includes('design-fixed'),
    );
    assert.ok(codes(repair, { packed: undefined }).includes('design-fixed'));
    assert.deepEqual(codes({ ...repair, id: '990101.lifts' }, { packed: undefined }), []);
    assert.ok(codes({ ...repair, id: '990102.lifts' }, { packed: undefined }).includes('design-fixed'));
    assert.ok(
      codes(
        { ...repair, id: '990101.lifts', sensitivity: 'key-persons', audience: ['worker'] },
        { packed: undefined },
      ).includes('design-fixed'),
    );
  });
  test('leave a name empty, or leave the matter without an answer', () => {
    assert.ok(
      codes(edited({ edit: 'stage', id: 'sorting', change: { name: { zh: '分拣', en: ' ' } } })).includes(
        'name-missing',
      ),
    );
    assert.ok(
      codes(edited({ edit: 'stage', id: 'sorting', change: { owner: { role: 'nobody' } } })).includes('unknown-role'),
    );
    assert.ok(codes(edited({ edit: 'remove-action', id: 'approve' })).length > 0);
  });
});

describe('what comes from outside', () => {
  test('any JSON is read without an exception, and a playbook comes back as it went', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.ok(checkDesign(value, context).length > 0);
      }),
    );
    const back = JSON.parse(JSON.stringify(repair)) as Playbook;
    assert.deepEqual(shapeProblems(back), []);
    assert.deepEqual(back, repair);
  });
  test('a playbook with any one part replaced by anything is told of, never thrown at', () => {
    const paths = (value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, one]) => {
            const here = [...at, Array.isArray(value) ? Number(key) : key];
            return [here, ...paths(one, here)];
          })
        : [];
    const all = paths(repair);
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.jsonValue(), (index, value) => {
        const broken = JSON.parse(JSON.stringify(repair)) as Record<string, unknown>;
        const path = all[index] ?? [];
        let inner: Record<string | number, unknown> = broken;
        for (const step of path.slice(0, -1)) inner = inner[step] as Record<string | number, unknown>;
        inner[path.at(-1) ?? ''] = value;
        checkDesign(broken, context);
      }),
      { numRuns: 400 },
    );
  });
});

test('versions of a district never meet those of a pack or of another district', () => {
  assert.equal(districtVersion('990101', 3), 990_101_003);
  assert.deepEqual(ownVersion(990_101_003), { district: '990101', number: 3 });
  assert.equal(ownVersion(7), undefined);
  assert.ok(districtVersion('110101', 1) > mostPackVersion && districtVersion('659012', 999) < 2 ** 31);
  assert.throws(() => districtVersion('990101', 1000), RangeError);
  assert.deepEqual([versionText(2, 'zh'), versionText(990_101_003, 'zh')], ['第 2 版', '本区第 3 版']);
});

describe('files', () => {
  test('a playbook goes into a pack file and comes back as it was, as TypeScript and as JSON', () => {
    for (const kind of ['ts', 'json'] as const) {
      const file = asPackFile({ ...repair, version: 990_101_003 }, 4, kind);
      const [back] = playbooksInFile(file.text);
      assert.deepEqual(back, { ...repair, version: 5 });
      assert.match(file.name, kind === 'ts' ? /\.pack\.ts$/ : /\.json$/);
    }
    assert.deepEqual(playbooksInFile(JSON.stringify(repair)), [repair]);
    for (const nonsense of ['', '{}', '[1]', 'definePack(', '{"sections":{}}'])
      assert.deepEqual(playbooksInFile(nonsense), []);
  });
});

describe('trying a playbook', () => {
  const around = { calendar, fields, roleName: (role: string) => label(role) };
  const tried = (playbook: Playbook = repair): Trial => {
    const started = startTrial(
      playbook,
      { category: '0101', values: sampleValues(playbook.fields, fields), now: '2026-03-02T01:00:00.000Z' },
      around,
    );
    assert.ok(!isRefusal(started), JSON.stringify(started));
    return started;
  };
  /** Takes these steps with sampled forms, each by the first who may. */
  const playThrough = (playbook: Playbook, steps: readonly string[]): Trial => {
    const actors = trialActors(playbook, around.roleName);
    return steps.reduce((trial, wanted) => {
      const [next] = trialOffers(trial, actors).flatMap(({ by, actions }) =>
        actions.filter((action) => action.id === wanted).map((action) => ({ by, action })),
      );
      assert.ok(next, `nobody may ${wanted}`);
      const { action, by } = next;
      const form = sampleValues(action.form ?? [], fields, [action.answers, action.assigns]);
      const after = takeTrialStep(passTime(trial, 1), by, { action: action.id, form }, around);
      assert.ok(!isRefusal(after), `${wanted}: ${JSON.stringify(after)}`);
      return after;
    }, tried(playbook));
  };

  test('those who may act are offered their steps, a colleague only where another person has to act', () => {
    const trial = tried();
    const actors = trialActors(repair, around.roleName);
    const keys = (one: Trial) => trialOffers(one, actors).map(({ by }) => by.key);
    assert.equal(trial.state.status, 'open');
    assert.ok(keys(trial).includes('role worker') && !keys(trial).includes('role worker 2'));
    const approving: Playbook = applyEdit(repair, {
      edit: 'action',
      id: 'accept',
      change: { needs: { who: [{ role: 'worker' }] } },
    });
    const asked = playThrough(approving, ['accept']);
    assert.ok(keys(asked).includes('role worker 2'), keys(asked).join());
  });
  test('a refusal is that of the rules, and the trial stays as it was', () => {
    const trial = tried();
    const [inspector] = trialActors(repair, around.roleName).filter(({ key }) => key === 'role inspector');
    assert.ok(inspector);
    const refused = takeTrialStep(trial, inspector, { action: 'approve', form: {} }, around);
    assert.ok(isRefusal(refused));
    assert.equal(trial.state.status === 'open' && trial.state.stage, 'received');
  });
  test('the arithmetic of a deadline can be read', () => {
    const trial = tried();
    assert.ok(trial.state.status === 'open');
    const [clock] = Object.values(trial.state.clocks);
    assert.ok(clock && trialArithmetic(clock, calendar).length > 0);
  });
  test('steps that are sampled are accepted by the rules', () => {
    const { state } = playThrough(repair, ['accept', 'send', 'finish', 'approve']);
    assert.ok(state.status === 'closed' && state.answer !== null);
  });
});

describe('explaining a playbook', () => {
  test('tells owners, deadlines and a way to each end', () => {
    const lines = explainPlaybook(repair, [], (role) => role);
    const text = lines.join('\n');
    assert.match(text, /received · 待受理 \(Received\) · worker · the start/);
    assert.match(text, /by when: Time to close: /);
    assert.match(text, /Closed: the report → accept → send → finish → approve/);
    assert.match(text, /No problem found/);
    const ends = new Set(waysToEnds(repair).map((one) => one.end));
    assert.deepEqual([...ends].sort(), repair.stages.flatMap((stage) => (stage.ends ? [stage.id] : [])).sort());
  });
  test('tells what is wrong, and by which way one gets there', () => {
    const broken = edited({ edit: 'remove-action', id: 'approve' });
    const text = explainPlaybook(broken, checkPlaybook(broken, context), (role) => role).join('\n');
    assert.match(text, /✗ .* by the report → /);
  });
});
