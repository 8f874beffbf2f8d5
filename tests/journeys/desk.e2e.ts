import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#tests/support/browser.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';
import { assertClean, type Hand, signIn, takeHand, walk } from './hands.ts';

/** A window with its bookings, a plan of the district's own, and a follow-up that is mended. */

let browser: Browser;
let server: DemoServer;
before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const atDesk = async (account: string, address: string): Promise<Hand> => {
  const hand = await takeHand(browser, server.url, account);
  await signIn(hand, account);
  await hand.page.goto(address);
  return hand;
};
const district = '990101';
const ask = async <Answer>({ page }: Hand, address: string): Promise<Answer> => {
  const answer = await page.request.get(address);
  assert.equal(answer.status(), 200, await answer.text());
  return (await answer.json()) as Answer;
};
const newId = (): string => server.lifang.parts.newId();

test('a window: who booked comes, and is checked in; a closed day says whom it touches', async (t) => {
  const step = walk(t);
  const hand = await atDesk('chuangkou', '/slots');
  const { page, look } = hand;
  const { sql } = server.lifang.parts;
  const [desk] = await ask<readonly { plan: string; place: string }[]>(
    hand,
    `/api/slots/desks?district=${district}&day=2026-11-23`,
  ).then((desks) => desks.filter((one) => one.plan === 'window.counter'));
  assert.ok(desk);
  const free = await ask<readonly { start: string; free: number }[]>(
    hand,
    `/api/slots?district=${district}&plan=${desk.plan}&place=${desk.place}`,
  );
  const times = free.filter((one) => one.free > 0).slice(-2);
  const { playbooks } = await ask<{ playbooks: readonly { id: string; categories: string }[] }>(hand, '/api/playbooks');
  const { codeLists } = await ask<{
    codeLists: readonly { id: string; items: readonly { code: string; parent?: string }[] }[];
  }>(hand, '/api/playbooks');
  const list = codeLists.find((one) => one.id === playbooks.find(({ id }) => id === 'window.booking')?.categories);
  const category = list?.items.find((one) => !list.items.some((other) => other.parent === one.code))?.code;
  const book = async (start: string): Promise<string> => {
    const id = newId();
    const answer = await page.request.post('/api/cases', {
      headers: { origin: server.url },
      data: {
        id,
        playbook: 'window.booking',
        category,
        place: { code: desk.place, text: '便民服务大厅' },
        values: {
          name: '王小芳',
          idNumber: '110101199003070011',
          contact: '13800001234',
          slot: { plan: desk.plan, place: desk.place, start },
        },
      },
    });
    assert.equal(answer.status(), 200, await answer.text());
    return id;
  };
  const [first, second] = times;
  assert.ok(first && second);
  const coming = await book(first.start);
  await book(second.start);

  await step('the one whose time is now stands on today’s list and is checked in', async () => {
    // The hands of the clock are not the test's to move: the time that was booked is moved to now.
    await raw`update slot_booking set starts_at = now() - interval '1 minute', ends_at = now() + interval '29 minutes'
      where case_id = ${coming}::uuid`.execute(sql);
    await page.reload();
    await page.getByText(/^王\* 138\*+1234$/).waitFor();
    await look('slots-desk');
    await page.getByRole('button', { name: /^签到/ }).click();
    await page.getByText('已签到').waitFor();
    await page.getByRole('status').filter({ hasText: '已到 1 人' }).waitFor();
    await look('slots-came');
    const { rows } = await raw<{ came: string; value: number }>`select dims->>'came' as came, value from fact
      where kind = 'case.appointment' and subject = ${coming}::uuid`.execute(sql);
    assert.deepEqual(rows, [{ came: 'yes', value: 1 }]);
  });

  await step('a day that is closed says who has booked it before it is saved', async () => {
    await page.getByText('安排', { exact: true }).click();
    await page
      .getByRole('button', { name: /^看余号/ })
      .first()
      .click();
    await page.locator('.slots-free').waitFor();
    await look('slots-plans');
    await page
      .getByRole('region', { name: '便民服务窗口预约' })
      .getByRole('button', { name: /^调整：/ })
      .first()
      .click();
    await page.getByRole('button', { name: '添加停约日期' }).click();
    await page.getByRole('button', { name: '核对并保存' }).click();
    await page.getByRole('alert').getByText('请填写停约的日期和原因').waitFor();
    await look('slots-refused');
    await page.getByLabel('停约日期').fill(second.start.slice(0, 10));
    await page.getByLabel('停约原因').fill('系统升级');
    await page.getByRole('button', { name: '核对并保存' }).click();
    await page.getByText('有 1 人已经约好的时间会受影响').waitFor();
    await look('slots-touched');
    await page.getByRole('button', { name: '仍然保存' }).click();
    await page.getByText('预约安排已保存').waitFor();
    const left = await ask<readonly { start: string }[]>(
      hand,
      `/api/slots?district=${district}&plan=${desk.plan}&place=${desk.place}`,
    );
    assert.ok(left.every((one) => one.start.slice(0, 10) !== second.start.slice(0, 10)));
  });
});

test('a district makes a plan of its own and sees its days first', async (t) => {
  const step = walk(t);
  const { page, look } = await atDesk('quzhang', '/plans');
  await step('what is missing is said at its field, the days are shown, and it stands on the list', async () => {
    await page.getByRole('button', { name: '新建计划' }).click();
    await page.locator('.plan-form').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('请填写计划名称').waitFor();
    await look('plan-refused');
    await page.getByLabel('计划名称').fill('汛期低洼处排查');
    const playbook = page.getByLabel('产生的事项');
    const ids = await playbook
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    assert.ok(ids.length > 1, 'playbooks that the system may open');
    await playbook.selectOption(ids[1] ?? '');
    const category = page.getByLabel('类别');
    if ((await category.count()) > 0) await category.selectOption({ index: 1 });
    await page.getByLabel('在哪一级区域产生').selectOption('community');
    await page.locator('.plan-days li').nth(5).waitFor();
    await look('plan-preview');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('计划已保存').waitFor();
    await page.getByRole('row', { name: /汛期低洼处排查/ }).waitFor();
    await look('plan-saved');
  });
});

test('a follow-up that failed is seen by the district manager, tried again and gone', async (t) => {
  const step = walk(t);
  const { sql } = server.lifang.parts;
  const work = JSON.stringify({ do: 'tell-followers', answer: '已修复' });
  for (const [state, problem] of [
    ['failed', 'connect ETIMEDOUT'],
    ['due', 'connect ETIMEDOUT'],
  ] as const)
    await raw`insert into case_effect (district, id, case_id, work, state, attempts, next_at, problem)
      select district, ${newId()}::uuid, id, ${work}::jsonb, ${state}, 5, now() + interval '1 hour', ${problem}
      from case_file where district = ${district} and sensitivity <= 1 order by reported_at desc limit 1`.execute(sql);
  const { page, look } = await atDesk('quzhang', '/inbox');
  await step('the menu counts them, one is tried again, the other given up with a reason', async () => {
    const entry = page.getByRole('link', { name: /后续动作/ });
    await entry.getByText('2', { exact: true }).waitFor();
    await entry.click();
    await page.getByRole('row', { name: /已停止重试/ }).waitFor();
    await look('effects');
    await page
      .getByRole('row', { name: /已停止重试/ })
      .getByRole('button', { name: /^再试一次/ })
      .click();
    const given = page.getByRole('button', { name: /^放弃/ });
    await until('done and gone', async () => (await given.count()) === 1);
    await given.click();
    await page.getByLabel('放弃的理由').fill('已电话告知居民');
    await look('effects-give-up');
    await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
    await page.getByText('一切正常').waitFor();
    await look('effects-well');
  });
  assertClean();
});
