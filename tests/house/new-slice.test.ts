import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { engineSlice, fieldSlice, writeSlice } from '../../tools/new-slice.ts';
import { importsOf } from './import-scanner.ts';
import { mayRoomImport, mayRoomUse, roomOf } from './rooms.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'lifang-slice-'));
after(() => rm(folder, { recursive: true }));

test('a new slice keeps the rules of the house', () => {
  for (const { files } of [engineSlice('time-bank'), fieldSlice('car-plate')]) {
    for (const [name, text] of Object.entries(files).filter(([file]) => /\.tsx?$/.test(file))) {
      for (const one of importsOf({ name, text })) {
        const may =
          'file' in one
            ? mayRoomImport(roomOf(name), roomOf(one.file))
            : mayRoomUse(roomOf(name), one.module) || name.endsWith('.test.ts');
        assert.ok(may, `${name} imports ${JSON.stringify(one)}`);
      }
    }
  }
});

test('it is written once; what is there is never overwritten, and names are checked', async () => {
  await writeSlice(folder, 'engine', 'time-bank');
  assert.match(await readFile(path.join(folder, 'engines/time-bank/model/time-bank.ts'), 'utf8'), /interface TimeBank/);
  await assert.rejects(writeSlice(folder, 'engine', 'time-bank'), /is there already/);
  for (const [kind, name] of [
    ['engine', 'Time'],
    ['engine', '../x'],
    ['pack', 'x'],
    ['toString', 'x'],
    ['field', ''],
  ] as const) {
    await assert.rejects(writeSlice(folder, kind, name), /Usage/);
  }
});
