import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createAudit, currentOrigin, shortAgent, withOrigin } from '#platform/server/audit';
import { clean, maskName } from './clean.ts';
import { canonical } from './rows.ts';

const audit = await createAudit(async (purpose) => hash('sha256', purpose, 'buffer'));
const row = { district: '990101', person: null, action: 'case.report', object: 'case:1', result: 'done' } as const;

test('security 32: line ends, control characters and turns of direction are encoded, whatever comes', () => {
  assert.equal(clean('a\r\nb\tc\u202ed\u0000', 100), 'a\\u000d\\u000ab\\u0009c\\u202ed\\u0000');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const safe = clean(text, 200);
      assert.ok(safe.isWellFormed());
      // oxlint-disable-next-line no-control-regex -- that there are none is the claim
      assert.doesNotMatch(safe, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
    }),
  );
});

test('security 32: numbers of phones and identity cards become masks, ids stay', () => {
  assert.equal(clean('请回电13812345678，谢谢', 100), '请回电138****5678，谢谢');
  assert.equal(clean('+86 13812345678', 100), '138****5678');
  assert.equal(clean('身份证 11010519491231002X。', 100), '身份证 110***********002X。');
  const id = '019a13c4-1381-7234-9678-138123456789';
  assert.equal(clean(`case:${id}`, 100), `case:${id}`);
  assert.deepEqual([maskName('张三丰'), maskName(id), maskName('')], ['张*', id, '']);
  const stamped = audit.stamp({
    ...row,
    onBehalfOf: '李四',
    reason: '核对 13912345678',
    detail: { q: '13912345678', n: 1 },
  });
  assert.deepEqual(
    [stamped.on_behalf_of, stamped.reason, stamped.detail],
    ['李*', '核对 139****5678', '{"q":"139****5678","n":1}'],
  );
});

test('security 28: a row says where it came from without being told', async () => {
  const agent =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';
  const found = await withOrigin({ trace: 'ABC', agent: shortAgent(agent), address: '10.0.0.1' }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return audit.stamp(row);
  });
  assert.deepEqual([found.trace, found.agent, found.address], ['ABC', 'Chrome 120 · Windows', '10.0.0.1']);
  assert.equal(currentOrigin(), undefined);
  assert.deepEqual([audit.stamp(row).trace, audit.stamp({ ...row, address: '::1' }).address], [null, '::1']);
  const phone =
    'Mozilla/5.0 (Linux; Android 12; HarmonyOS) AppleWebKit/537.36 Chrome/99.0 Mobile Safari/537.36 MicroMessenger/8.0.40';
  assert.equal(shortAgent(phone), '微信 8 · HarmonyOS');
  assert.equal(shortAgent('curl/8.5.0'), 'curl/8.5.0');
});

test('the text of a detail is the same for the same value, in whatever order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const turned = JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
        typeof one === 'object' && one !== null && !Array.isArray(one)
          ? Object.fromEntries(Object.entries(one).reverse())
          : one,
      ) as unknown;
      assert.equal(canonical(turned), canonical(JSON.parse(JSON.stringify(value))));
    }),
  );
});

test('security 36: a mac of another room’s row: altered, moved or of another purpose it does not fit', async () => {
  const mac = await audit.rowMac('holder', ['990101', 'p1', null]);
  assert.ok(await audit.rowMacFits('holder', ['990101', 'p1', null], mac));
  assert.ok(!(await audit.rowMacFits('holder', ['990101', 'p1', ''], mac)));
  assert.ok(!(await audit.rowMacFits('grant', ['990101', 'p1', null], mac)));
  assert.ok(!(await audit.rowMacFits('holder', ['990101', 'p1', null], null)));
});
