import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import fc from 'fast-check';
import { plusMillis } from '#kernel/instant';
import type { Failure } from './command.ts';
import * as life from './command.ts';
import { Outbox, type Wire } from './outbox.ts';
import { memoryStore } from './store.ts';

const start = '2026-11-22T06:05:00.000Z';
const given = (id: string, more: Partial<life.NewCommand> = {}): life.NewCommand => ({
  id,
  kind: 'report',
  title: '电梯故障',
  call: { method: 'POST', url: '/api/public/reports', body: { id } },
  filesUrl: '/api/public/files/:id',
  ...more,
});
const sentence = { zh: '话', en: 'words' };
const offline: Failure = { kind: 'offline', code: 'offline', sentence };
const refused: Failure = { kind: 'refused', code: 'case.place-unknown', sentence };

class Down extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** A world whose clock stands still unless moved, and whose server does what it is told. */
const world = (answer: (command: life.Command) => unknown) => {
  const state = { now: start, sent: [] as string[], files: [] as string[] };
  const wire: Wire = {
    send: async (command) => {
      state.sent.push(command.id);
      return answer(command);
    },
    putFile: async (_, file) => void state.files.push(file.id),
    failureOf: (error) => (error as Down).failure,
    now: () => state.now,
    chance: () => 0.5,
    alone: (work) => work(),
  };
  return { state, wire };
};

test('a command goes with its files and keeps the receipt', async () => {
  const { state, wire } = world(() => ({ number: '261122-48213-90721' }));
  const store = memoryStore();
  await store.putFile({ id: 'f1', type: 'image/jpeg', bytes: new ArrayBuffer(3) });
  await store.putValue('draft-files', { report: ['f1'] });
  const outbox = await Outbox.open(store, wire);
  await outbox.post(given('a', { files: ['f1'] }));
  await outbox.flush();
  assert.deepEqual(state.files, ['f1']);
  assert.equal(outbox.commands[0]?.state, 'received');
  assert.deepEqual(outbox.commands[0]?.receipt, { number: '261122-48213-90721' });
});

test('without a network it waits, longer each time, and never twice at once', async () => {
  let up = false;
  const { state, wire } = world(() => {
    if (!up) throw new Down(offline);
    return {};
  });
  const outbox = await Outbox.open(memoryStore(), wire);
  await outbox.post(given('a'));
  await outbox.flush();
  const first = outbox.commands[0];
  assert.equal(first?.state, 'waiting');
  assert.equal(first?.frozen, true);
  assert.equal(first?.nextAt, plusMillis(start, 2000));
  assert.equal(await outbox.remove('a'), false, 'what is under way cannot be taken back');
  state.now = plusMillis(start, 1000);
  await outbox.flush();
  assert.equal(state.sent.length, 1, 'not before its time');
  up = true;
  await outbox.hurry();
  assert.equal(outbox.commands[0]?.state, 'received');
  assert.deepEqual(state.sent, ['a', 'a'], 'the same id again');
  await outbox.wipe();
});

test('files that arrived are not sent again', async () => {
  let fail = true;
  const { state, wire } = world(() => {
    if (fail) throw new Down(offline);
    return {};
  });
  const store = memoryStore();
  await store.putFile({ id: 'f1', type: 'image/jpeg', bytes: new ArrayBuffer(1) });
  await store.putFile({ id: 'f2', type: 'image/jpeg', bytes: new ArrayBuffer(1) });
  await store.putValue('draft-files', { report: ['f1', 'f2'] });
  const outbox = await Outbox.open(store, wire);
  await outbox.post(given('a', { files: ['f1', 'f2'] }));
  await outbox.flush();
  fail = false;
  await outbox.hurry();
  assert.deepEqual(state.files, ['f1', 'f2']);
  await outbox.wipe();
});

test('a refusal stops the command and its lane, not the others; taking it back lets the lane go on', async () => {
  const { state, wire } = world((command) => {
    if (command.id === 'a1') throw new Down(refused);
    return {};
  });
  const outbox = await Outbox.open(memoryStore(), wire);
  await outbox.post(given('a1', { lane: 'case-a' }));
  await outbox.post(given('a2', { lane: 'case-a' }));
  await outbox.post(given('b1', { lane: 'case-b' }));
  await outbox.flush();
  assert.deepEqual([...state.sent].sort(), ['a1', 'b1']);
  assert.equal(outbox.commands.find((one) => one.id === 'a1')?.state, 'refused');
  assert.equal(await outbox.remove('a1'), true);
  await outbox.flush();
  assert.ok(state.sent.includes('a2'));
});

test('a lost session waits for sign-in and loses nothing', async () => {
  let signedIn = false;
  const { wire } = world(() => {
    if (!signedIn) throw new Down({ kind: 'refused', code: 'session.missing', sentence });
    return {};
  });
  const outbox = await Outbox.open(memoryStore(), wire);
  await outbox.post(given('a'));
  await outbox.flush();
  assert.equal(outbox.commands[0]?.needsSession, true);
  assert.equal(life.wakeIn(outbox.commands, start), undefined);
  signedIn = true;
  await outbox.signedIn();
  assert.equal(outbox.commands[0]?.state, 'received');
});

test('a page that died while sending sends the same again', async () => {
  const store = memoryStore();
  await store.putCommand(life.startSending(life.makeCommand(given('a'), start)));
  const { state, wire } = world(() => ({}));
  const outbox = await Outbox.open(store, wire);
  assert.equal(outbox.commands[0]?.frozen, true);
  await outbox.flush();
  assert.deepEqual(state.sent, ['a']);
});

test('however attempts end, a command is received or still here, and what was started never changes', () => {
  const outcome = fc.constantFrom('offline', 'failed', 'session', 'refused', 'receipt', 'death');
  fc.assert(
    fc.property(
      fc.array(outcome, { maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (outcomes, chance) => {
        const made = life.makeCommand(given('a', { files: ['f'] }), start);
        let command = made;
        let now: string = start;
        for (const end of outcomes) {
          if (command.needsSession) command = life.afterSignIn(command);
          const due = life.dueOf([command], command.nextAt ?? now);
          if (due.length === 0) {
            assert.ok(command.state === 'received' || command.state === 'refused');
            break;
          }
          now = command.nextAt && command.nextAt > now ? command.nextAt : now;
          command = life.startSending(command);
          if (end === 'death') command = life.afterRestart(command);
          else if (end === 'receipt') command = life.afterReceipt(command, {}, now);
          else
            command = life.afterFailure(
              command,
              end === 'offline' || end === 'failed'
                ? { kind: end, code: end, sentence }
                : { kind: 'refused', code: end === 'session' ? 'session.missing' : 'x', sentence },
              now,
              chance,
            );
          assert.equal(command.frozen, true);
          assert.deepEqual(command.call, made.call);
          assert.equal(command.id, made.id);
          if (command.nextAt) assert.ok(Date.parse(command.nextAt) - Date.parse(now) <= 375_000);
        }
      },
    ),
  );
});

const day = 86_400_000;
const deviceAt = (start: string) => {
  const device = world(() => ({ number: '1' }));
  device.state.now = start;
  return { ...device, store: memoryStore(() => Date.parse(device.state.now)) };
};

test('security 54: drafts, read lists and the content of what was received go after a week; the way to a report stays', async () => {
  const { state, wire, store } = deviceAt(start);
  await store.putFile({ id: 'f1', type: 'image/jpeg', bytes: new ArrayBuffer(3) });
  await store.putValue('draft-files', { report: ['f1'] });
  await store.putValue('draft:report', { phone: '13800005678' });
  await store.putValue('cache:case:1', { reporter: '王小明' });
  await store.putValue('me', { name: '李' });
  await store.putValue('followed', [{ number: '2', queryCode: 'K7QX22MM' }]);
  const outbox = await Outbox.open(store, wire);
  const body = { queryCode: 'K7QX22MM', report: { values: { contact: '13800005678' } } };
  const call = { method: 'POST', url: '/api/public/reports', body } as const;
  await outbox.post(given('a', { call, keeping: { days: 183, fields: ['queryCode'] } }));
  await outbox.post(given('b', { call }));
  await outbox.flush();
  state.now = plusMillis(start, 6 * day);
  await outbox.tidy();
  assert.deepEqual((await store.listValues()).length, 5);
  assert.deepEqual(outbox.commands.find((one) => one.id === 'a')?.call.body, body);
  state.now = plusMillis(start, 7 * day + 1);
  await outbox.tidy();
  assert.deepEqual(
    (await store.listValues()).map(({ key }) => key).filter((key) => key !== 'draft-files'),
    ['followed'],
  );
  assert.deepEqual(await store.findValue('draft-files'), {});
  assert.deepEqual(await store.listFileIds(), []);
  const [left, ...others] = outbox.commands;
  assert.deepEqual([left?.id, others.length], ['a', 0]);
  assert.deepEqual(left?.call.body, { queryCode: 'K7QX22MM' });
  assert.deepEqual(left?.receipt, { number: '1' });
  assert.ok(!JSON.stringify(await store.listCommands()).includes('13800005678'));
  state.now = plusMillis(start, 184 * day);
  await outbox.tidy();
  assert.deepEqual(outbox.commands, []);
});

test('security 54: whoever leaves the device takes all along but what is not sent, and that waits for the same person', async () => {
  let up = false;
  const { state, wire } = world((command) => {
    if (command.id === 'unsent' && !up) throw new Down(offline);
    return {};
  });
  const store = memoryStore(() => Date.parse(state.now));
  await store.putFile({ id: 'f1', type: 'image/jpeg', bytes: new ArrayBuffer(3) });
  await store.putFile({ id: 'f2', type: 'image/jpeg', bytes: new ArrayBuffer(3) });
  await store.putValue('draft-files', { step: ['f1', 'f2'] });
  await store.putValue('draft:step', { words: 'x' });
  await store.putValue('me', { name: '李' });
  const outbox = await Outbox.open(store, wire);
  await outbox.post(given('sent'));
  await outbox.post(given('unsent', { files: ['f1'] }));
  await outbox.flush();
  await outbox.leave();
  assert.deepEqual(await store.listValues(), []);
  assert.deepEqual(await store.listFileIds(), ['f1']);
  assert.deepEqual(
    (await store.listCommands()).map(({ id, needsSession }) => [id, needsSession]),
    [['unsent', true]],
  );
  up = true;
  await outbox.hurry();
  assert.deepEqual(
    state.sent.filter((id) => id === 'unsent'),
    ['unsent'],
    'not without the person',
  );
  await outbox.signedIn();
  assert.equal(outbox.commands[0]?.state, 'received');
  await outbox.leave();
  assert.deepEqual([await store.listCommands(), await store.listFileIds()], [[], []]);
});

test('security 54: what nobody signed in for again goes after a month', async () => {
  const { state, wire } = world(() => {
    throw new Down({ kind: 'refused', code: 'session.missing', sentence });
  });
  const outbox = await Outbox.open(memoryStore(), wire);
  await outbox.post(given('a'));
  await outbox.flush();
  state.now = plusMillis(start, 29 * day);
  await outbox.tidy();
  assert.equal(outbox.commands.length, 1);
  state.now = plusMillis(start, 30 * day + 1);
  await outbox.tidy();
  assert.equal(outbox.commands.length, 0);
});

test('files that the server does not have any more are sent again, a few times', async () => {
  let missing = 2;
  const { state, wire } = world(() => {
    missing -= 1;
    if (missing >= 0) throw new Down({ kind: 'refused', code: 'file.not-sent', sentence });
    return {};
  });
  const store = memoryStore();
  await store.putFile({ id: 'f1', type: 'image/jpeg', bytes: new ArrayBuffer(3) });
  await store.putValue('draft-files', { report: ['f1'] });
  const outbox = await Outbox.open(store, wire);
  await outbox.post(given('a', { files: ['f1'] }));
  await outbox.flush();
  assert.equal(outbox.commands[0]?.state, 'received');
  assert.deepEqual(state.files, ['f1', 'f1', 'f1']);
  missing = 100;
  await store.putFile({ id: 'f1', type: 'image/jpeg', bytes: new ArrayBuffer(3) });
  await outbox.post(given('b', { files: ['f1'] }));
  await outbox.flush();
  assert.equal(outbox.commands.find((one) => one.id === 'b')?.state, 'refused');
});
