import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Playbook } from '#engines/case/model';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { repair } from '../model/fixtures/repair.ts';
import { grid1, newId, people, reportBody, sessionOf, startCases, testPorts } from './fixtures/case-district.ts';

const talks: Playbook = {
  ...repair,
  actions: [
    ...repair.actions,
    {
      id: 'talk',
      name: { zh: '会谈', en: 'Talk' },
      from: ['received'],
      who: [{ role: 'worker' }],
      form: [
        {
          id: 'notes',
          type: 'text',
          name: { zh: '会谈记录', en: 'Notes' },
          readers: 'author',
          privacy: {
            purpose: { zh: '延续会谈', en: 'To go on' },
            basis: 'consent',
            sensitivity: 'sensitive',
            retentionMonths: 6,
          },
        },
        { id: 'words', type: 'text', name: { zh: '小结', en: 'In short' } },
      ],
    },
  ],
};

const database = await testDatabase();
const clock = testClock('2026-03-02T02:00:00.000Z');
const parts = await testParts(database, { clock });
const { as } = await startCases(parts, {
  ...testPorts,
  definitions: { ...testPorts.definitions, playbooks: [talks] },
});

const author = people.worker;
const colleague = sessionOf('同岗', { role: 'worker', scope: grid1, clearance: 'sensitive' });
const report = reportBody();
const act = (session: typeof author, form: object) =>
  as(session)('POST', `/api/cases/${report.id}/actions`, { id: newId(), action: 'talk', form });

test('S050: notes are read by their author alone, each session apart; nobody reveals, exports or prints them', async () => {
  assert.equal((await as(people.dispatcher)('POST', '/api/cases', report)).status, 200);
  assert.equal((await act(author, { notes: '自述失眠三周', words: '第一次' })).status, 200);
  assert.equal((await act(author, { notes: '睡眠好转', words: '第二次' })).status, 200);
  assert.equal((await act(colleague, { notes: '同事的话', words: '第三次' })).status, 200);

  const seenBy = async (session: typeof author): Promise<string> =>
    JSON.stringify((await as(session)('GET', `/api/cases/${report.id}`)).body);
  const own = await seenBy(author);
  for (const text of ['自述失眠三周', '睡眠好转']) assert.ok(own.includes(text), text);
  assert.ok(!own.includes('同事的话'), 'another author’s notes stay his');
  const others = await seenBy(colleague);
  assert.ok(others.includes('同事的话'));
  for (const session of [colleague, people.dispatcher, people.manager]) {
    const seen = await seenBy(session);
    for (const text of ['自述失眠三周', '睡眠好转']) assert.ok(!seen.includes(text), `${session.name}: ${text}`);
    assert.ok(seen.includes('第一次'), 'what is open is seen');
  }
  const asked = { field: 'notes', reason: '想看一看' };
  for (const session of [author, colleague, people.dispatcher])
    assert.equal((await as(session)('POST', `/api/cases/${report.id}/reveal`, asked)).body.code, 'reveal.nothing');

  const { rows } = await raw<{ text: string }>`
    select (select string_agg(data::text, ' ') from case_event) || (select string_agg(state::text, ' ') from case_file)
      || (select string_agg(sealed, ' ') from case_contact) || (select coalesce(string_agg(dims::text, ' '), '') from fact) as text`.execute(
    database.sql,
  );
  for (const text of ['自述失眠三周', '睡眠好转', '同事的话'])
    assert.ok(!rows[0]?.text.includes(text), `${text} stands nowhere in clear`);
});
