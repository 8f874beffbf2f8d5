import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql as raw } from 'kysely';
import { repair } from '../model/fixtures/repair.ts';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { createWordSearch, type Piece } from './case-words.ts';
import { bodies, district, newId, sessionOf, startCases } from './fixtures/case-district.ts';
import { all, filtersOf, readableBranches } from './list-conditions.ts';
import { actorOf, createReaders } from './readers.ts';
import type { CaseHistory } from './use-cases.ts';

const database = await testDatabase();
const parts = await testParts(database);
const { engine } = await startCases(parts);
const { readerOf } = createReaders([repair]);
const now = '2026-03-05T01:00:00.000Z';

const paths = ['99.01.01.001.001.g1.', '99.01.01.001.001.g10.', '99.01.01.001.002.', '99.01.01.002.001.g1.'];
const places = ['桃园路12号', '桃园花园路12号', '园路桃12号', '南山路2603号', 'Ａ座12号'];
const rows: { id: string; path: string; place: string; given: boolean; number: string }[] = [];

before(async () => {
  let moment = Date.parse('2026-03-02T01:00:00.000Z');
  const worker = actorOf(sessionOf('网格', { role: 'worker', scope: '99.01.01.' }));
  const dispatcher = actorOf(sessionOf('派单', { role: 'dispatcher', scope: '99.01.01.' }));
  const histories = paths.flatMap((path) =>
    places.flatMap((place) =>
      [true, false].map((given): CaseHistory => {
        const id = newId();
        moment += 61_000;
        const at = new Date(moment).toISOString();
        rows.push({ id, path, place, given, number: '' });
        return {
          report: {
            district,
            id,
            playbook: 'test.repair',
            category: '0101',
            place: { path, point: null, text: place },
            values: {},
            channel: 'qr',
            reporter: { kind: 'anonymous', person: null, enteredBy: null },
            actor: { kind: 'reporter', person: null },
            now: at,
          },
          steps: given
            ? [
                { action: 'accept', form: {}, actor: worker, now: at },
                { action: 'send', form: { body: bodies.works }, actor: dispatcher, now: at },
              ]
            : [],
        };
      }),
    ),
  );
  const { refused, states } = await engine.writeHistories(histories);
  assert.deepEqual(refused, []);
  for (const row of rows) row.number = states.get(row.id)?.number ?? '';
});

const idsOf = async (pieces: readonly Piece[]): Promise<string[]> => {
  const found: string[] = [];
  for (const { source, where } of pieces) {
    const { rows: some } = await raw<{ id: string }>`select c.id from ${source} where ${all(where)}`.execute(parts.sql);
    found.push(...some.map((row) => row.id));
  }
  return found.sort();
};

const askers = {
  district: [{ role: 'dispatcher', scope: '99.01.01.' }],
  street: [{ role: 'dispatcher', scope: '99.01.01.001.' }],
  grid: [{ role: 'worker', scope: '99.01.01.001.001.g1.' }],
  department: [{ role: 'handler', scope: '99.01.01.', body: bodies.works }],
  both: [
    { role: 'worker', scope: '99.01.01.002.' },
    { role: 'handler', scope: '99.01.01.', body: bodies.works },
  ],
} as const;

const seen = (asker: keyof typeof askers, row: (typeof rows)[number]): boolean =>
  askers[asker].some(({ role, scope }) => (role === 'handler' ? row.given : row.path.startsWith(scope)));

const holds: Readonly<Record<string, (row: (typeof rows)[number]) => boolean>> = {
  桃园路: ({ place }) => place.includes('桃园路'),
  '桃园 12号': ({ place }) => place.includes('桃园') && place.includes('12号'),
  桃: ({ place }) => place.includes('桃'),
  电梯: () => true,
  ａ座: ({ place }) => place.includes('Ａ座'),
  '2603': ({ place, number }) => place.includes('2603') || number.startsWith('2603'),
  '260302': ({ number }) => number.startsWith('260302'),
  没有的词: () => false,
  '%%': () => false,
};

test('security 19: every way of a search finds what the reading rule and the words allow, once, to list and to count', async () => {
  const ways = [
    ['few', createWordSearch(parts.sql, 1_000)],
    ['many', createWordSearch(parts.sql, 0)],
  ] as const;
  let found = 0;
  for (const asker of Object.keys(askers) as (keyof typeof askers)[]) {
    const reader = readerOf(sessionOf('某', ...askers[asker]), now);
    for (const [words, held] of Object.entries(holds)) {
      const expected = rows.filter((row) => seen(asker, row) && held(row)).map((row) => row.id);
      found += expected.length;
      for (const [way, search] of ways)
        for (const query of [{ words }, { words, status: 'open' as const }]) {
          const pieces = await search(readableBranches(reader), query, reader.districts);
          const filters = filtersOf(query, now);
          const named = (piece: Piece): Piece => ({ ...piece, where: [...piece.where, ...filters] });
          const about = `${asker} ${words} ${way} ${JSON.stringify(query)}`;
          assert.deepEqual(await idsOf(pieces.list.map(named)), expected.toSorted(), `list ${about}`);
          assert.deepEqual(await idsOf(pieces.count.map(named)), expected.toSorted(), `count ${about}`);
        }
    }
  }
  assert.ok(found > 100, `only ${found}`);
});
