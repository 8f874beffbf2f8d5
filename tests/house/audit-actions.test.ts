import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { namesOfActions, type Playbook } from '#engines/case/model';
import { actionLabel, auditActions, auditRooms } from '#platform/contract/audit-actions';
import { flawKinds, flawLabel } from '#platform/contract/audit-flaws';
import { readPacks } from '../../apps/server/packs.ts';

const root = path.resolve(import.meta.dirname, '../..');
const known = new Set(auditActions.map(([action]) => action));
const rooms = auditRooms.map(([prefix]) => prefix.slice(0, -1)).join('|');

/** What stands behind `action:`, also both ends of a choice, and the texts that are handed to a room's own way of writing a row. */
const places = [
  new RegExp(`\\baction:[^'\\n]*'((?:${rooms})\\.[a-z0-9-]+)'(?:\\s*:\\s*'((?:${rooms})\\.[a-z0-9-]+)')?`, 'g'),
  new RegExp(
    `\\b(?:audit|change|remove|enrolled|ownTry|tell|write)\\([^;]{0,160}?'((?:${rooms})\\.[a-z0-9-]+)'(?:\\s*:\\s*'((?:${rooms})\\.[a-z0-9-]+)')?`,
    'g',
  ),
];

/** Events of a stream, templates of notices and columns look like actions and are none. */
const others = /^(?:account\.(?:password-reset|factor-reset|district)|case\.(?:reported))$/;

test('every action that is written into the audit log has its words in Chinese and English', async () => {
  const missing: string[] = [];
  for await (const file of glob('{engines/*/server,platform/server,apps/server}/**/*.ts', { cwd: root })) {
    if (/\.test\.ts$|fixtures\//.test(file)) continue;
    const text = await readFile(path.join(root, file), 'utf8');
    if (!/audit/i.test(text)) continue;
    for (const place of places)
      for (const [, one, two] of text.matchAll(place))
        for (const action of [one, two])
          if (action !== undefined && !known.has(action) && !others.test(action)) missing.push(`${action} in ${file}`);
  }
  assert.deepEqual([...new Set(missing)].sort(), []);
});

test('every action of a playbook is called what its pack calls it', async () => {
  const packs = await readPacks();
  const playbooks = packs.flatMap((pack) => (pack.sections['playbooks'] ?? []) as readonly Playbook[]);
  const names = namesOfActions(playbooks);
  assert.ok(names.size > 20);
  for (const [action, words] of names) {
    assert.match(words.zh, /\p{Script=Han}/u, action);
    assert.ok(words.en.length > 2, action);
    assert.deepEqual(
      actionLabel(action, (id) => names.get(id)),
      words,
    );
  }
});

test('an action of another pack or version is told by its room, and words are words', () => {
  assert.equal(actionLabel('case.something-new').zh, '事项：something-new');
  assert.equal(actionLabel('elsewhere').en, 'elsewhere');
  for (const [action, words] of auditActions) {
    assert.match(words.zh, /\p{Script=Han}/u, action);
    assert.ok(words.en.length > 2 && auditRooms.some(([prefix]) => action.startsWith(prefix)), action);
  }
  for (const kind of flawKinds) assert.match(flawLabel(kind).zh, /\p{Script=Han}/u);
});
