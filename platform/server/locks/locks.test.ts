import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { findHolder, isHeld, tryLock, withLock } from '#platform/server/locks';

const folder = await mkdtemp(path.join(tmpdir(), 'lifang-lock-'));
after(() => rm(folder, { recursive: true }));

test('one holds, the other is told who and what', async () => {
  const file = path.join(folder, 'a.lock');
  const mine = await tryLock(file);
  assert.ok(isHeld(mine));
  await mine.setNote('http://127.0.0.1:8080');
  const other = await tryLock(file);
  assert.ok(!isHeld(other));
  assert.deepEqual([other.pid, other.note], [process.pid, 'http://127.0.0.1:8080']);
  await mine.release();
  assert.equal(await findHolder(file), undefined);
});

test('a lock left by a killed process is free, also when its number lives again', async () => {
  const file = path.join(folder, 'b.lock');
  const child = spawn(process.execPath, ['-e', 'setInterval(()=>{},1000)']);
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  child.kill('SIGKILL');
  await once(child, 'exit');
  await writeFile(file, JSON.stringify({ pid, began: 'x', note: '' }));
  const first = await tryLock(file);
  assert.ok(isHeld(first));
  await writeFile(file, JSON.stringify({ pid: process.pid, began: 'another boot/1', note: '' }));
  assert.ok(isHeld(await tryLock(file)));
});

test('a half-written lock does not stop anybody for ever', async () => {
  const file = path.join(folder, 'c.lock');
  await writeFile(file, '{"pid":');
  assert.ok(isHeld(await tryLock(file)));
});

test('work under a lock is done one after the other', async () => {
  const file = path.join(folder, 'd.lock');
  let inside = 0;
  await Promise.all(
    [1, 2, 3].map(() =>
      withLock(file, async () => {
        inside += 1;
        assert.equal(inside, 1);
        await new Promise((resolve) => setTimeout(resolve, 10));
        inside -= 1;
      }),
    ),
  );
});
