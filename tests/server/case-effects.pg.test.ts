import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { type DemoServer, startTestServer } from '#tests/support/server.ts';

/** What follows from steps and what clocks do reaches people: posts of the organisation, messages of the notice engine. */
let server: DemoServer;
before(async () => {
  server = await startTestServer({ demo: true });
});
after(() => server?.stop());

const told = async (id: Id): Promise<readonly string[]> => {
  const { rows } = await raw<{ template: string; people: number }>`
    select template, count(distinct receiver)::int as people from notice where about = ${`case:${id}`} group by template
    order by template`.execute(server.lifang.parts.sql);
  return rows.filter((row) => row.people > 0).map((row) => row.template);
};

test('whoever has a matter is warned, told when it is over, and told what a step orders; each once', async () => {
  const { parts, engines } = server.lifang;
  const { rows } = await raw<{ district: string; id: Id }>`
    select district, id from case_file where status = 'open' and waits_for = 'assignee' and due_at < ${parts.clock()}::timestamptz
      and warn_at < due_at order by id limit 1`.execute(parts.sql);
  const [matter] = rows;
  assert.ok(matter, 'the demo has a matter whose time is over');
  await raw`update case_file set acts_at = warn_at where district = ${matter.district} and id = ${matter.id}`.execute(
    parts.sql,
  );
  const order = {
    effect: 'notice.send',
    template: 'matter.arrived',
    to: [{ assignee: true }, { role: 'street-dispatcher' }, { reporter: true }],
    values: {},
  };
  await raw`insert into case_effect (district, id, case_id, work, next_at) values (${matter.district}, ${parts.newId()},
    ${matter.id}, ${JSON.stringify({ do: 'notice', order })}::jsonb, ${parts.clock()})`.execute(parts.sql);
  await engines.cases.watchClocks();
  await engines.cases.runEffects();
  assert.deepEqual(await told(matter.id), ['matter.arrived', 'matter.due-soon', 'matter.overdue']);
  const count = async () =>
    (
      await raw<{ n: number }>`select count(*)::int as n from notice where about = ${`case:${matter.id}`}`.execute(
        parts.sql,
      )
    ).rows[0]?.n;
  const before = await count();
  // As after a kill between telling and saying so.
  await raw`update case_effect set state = 'due', next_at = '2020-01-01'`.execute(parts.sql);
  await raw`update case_file set acts_at = warn_at where district = ${matter.district} and id = ${matter.id}`.execute(
    parts.sql,
  );
  await engines.cases.watchClocks();
  await engines.cases.runEffects();
  assert.equal(await count(), before);
  const { rows: failed } = await raw`select from case_effect where state <> 'done'`.execute(parts.sql);
  assert.equal(failed.length, 0);
});
