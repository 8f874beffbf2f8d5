import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  gatewayRequest,
  maskAddress,
  mostAttempts,
  nextAttempt,
  problemOfSmsGateway,
  problemOfSmtpServer,
  type SmsGateway,
  valueAt,
} from '#engines/notice/model';

const json: SmsGateway = {
  url: 'https://sms.example.cn/v1',
  headers: { 'X-Key': '{secret}' },
  body: '{"to":"{phone}","text":"{text}"}',
};
const form: SmsGateway = {
  url: 'https://sms.example.cn/v1',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: 'mobile={phone}&content={text}',
};

test('whatever a text holds stays one value of the request', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const values = { phone: '138', text, id: 'i', secret: 's' };
      assert.equal(JSON.parse(gatewayRequest(json, values).body).text, text);
      if (text.isWellFormed()) assert.equal([...new URLSearchParams(gatewayRequest(form, values).body)].length, 2);
    }),
  );
  const { headers } = gatewayRequest(json, { phone: '1', text: '', id: '', secret: 'a\r\nb: c' });
  assert.equal(headers['X-Key'], 'a  b: c');
});

test('a gateway that could not work, or that would send in the open, is refused', () => {
  assert.equal(problemOfSmsGateway(json), null);
  assert.equal(problemOfSmsGateway(form), null);
  assert.equal(problemOfSmsGateway(null), null);
  const wrong: [object, RegExp][] = [
    [{ ...json, url: 'ftp://x' }, /url/],
    [{ ...json, url: 'http://sms.example.cn' }, /https/],
    [{ ...json, url: 'https://user:pw@sms.example.cn' }, /url/],
    [{ ...json, body: '{"to":"{phone}"}' }, /body/],
    [{ ...json, body: 'to {phone} {text}' }, /JSON/],
    [{ ...json, headers: { 'a b': 'c' } }, /headers/],
    [{ ...json, headers: { a: 'b\nc' } }, /headers/],
    [{ ...json, success: { at: 'code' } }, /success/],
    [{ ...json, more: 1 }, /more/],
  ];
  for (const [gateway, pattern] of wrong) assert.match(problemOfSmsGateway(gateway) ?? '', pattern);
  assert.equal(problemOfSmsGateway({ ...json, url: 'http://10.1.2.3/sms', private: true }), null);
});

test('a mail server speaks only over an encrypted line', () => {
  const server = { host: 'mail.example.cn', port: 465, security: 'tls', from: 'a@example.cn' };
  assert.equal(problemOfSmtpServer(server), null);
  for (const change of [{ security: 'none' }, { port: 0 }, { host: 'a b' }, { from: 'nobody' }, { plain: true }])
    assert.notEqual(problemOfSmtpServer({ ...server, ...change }), null);
});

test('values are found in an answer, and nothing of its prototype', () => {
  assert.equal(valueAt({ a: [{ b: 0 }] }, 'a.0.b'), '0');
  assert.equal(valueAt({ a: 1 }, 'constructor.name'), undefined);
  assert.equal(valueAt(undefined, 'a'), undefined);
});

test('attempts end, and addresses are masked', () => {
  let attempts = 1;
  while (nextAttempt(attempts, '2026-11-22T00:00:00.000Z')) attempts += 1;
  assert.equal(attempts, mostAttempts);
  assert.equal(maskAddress('13812345678'), '138****5678');
  assert.equal(maskAddress('anna@example.cn'), 'a***@example.cn');
  assert.equal(maskAddress('110'), '****');
});
