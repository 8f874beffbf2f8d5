import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { createLog, errorWithoutValues } from '#platform/server/log';

const canary = '王小明 13800138000 330102199001010011';

test('no value that a person typed reaches the log by an error', () => {
  const database = Object.assign(new Error(`duplicate key: ${canary}`), {
    code: '23505',
    severity: 'ERROR',
    detail: `Key (phone)=(${canary}) already exists.`,
    table: 'person',
    constraint: 'person_phone_key',
  });
  for (const error of [
    database,
    new Error(canary),
    new TypeError(`cannot read "${canary}"`),
    new Error('x', { cause: new Error(canary) }),
    canary,
  ]) {
    assert.doesNotMatch(JSON.stringify(errorWithoutValues(error)), /王小明|13800138000|330102/);
  }
  assert.equal(errorWithoutValues(database)['constraint'], 'person_phone_key');
});

test('lines go to the file, and named personal fields are blanked', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lifang-log-'));
  try {
    const file = path.join(folder, 'deep/server.log');
    const log = createLog({ to: { file } });
    log.info({ phone: canary, session: { token: canary }, trace: 'T1' }, 'signed in');
    let text = '';
    for (let turn = 0; turn < 40 && !text; turn += 1) {
      await wait(25);
      text = await readFile(file, 'utf8');
    }
    assert.match(text, /"trace":"T1"/);
    assert.doesNotMatch(text, /王小明/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
