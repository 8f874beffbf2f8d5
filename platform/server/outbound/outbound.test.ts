import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createOutbound, isPublicAddress, OutboundRefused } from './index.ts';

const asked: { method: string; url: string; host: string; type: string; body: string }[] = [];
const server = createServer((request, reply) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, host: headers.host ?? '', type: headers['content-type'] ?? '', body });
    if (url === '/away') return void reply.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    if (url === '/nothing') return void reply.writeHead(204).end();
    if (url === '/slow') return undefined;
    if (url === '/much') return void reply.end('x'.repeat(5_000));
    return void reply.setHeader('x-said', 'yes').end(JSON.stringify({ body }));
  });
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
after(() => server.close().closeAllConnections());
const { port } = server.address() as AddressInfo;

const refused = (reason: RegExp) => (error: unknown) => error instanceof OutboundRefused && reason.test(error.message);

test('security 62: addresses that are not public, in every spelling', () => {
  for (const address of [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'not-an-address',
  ])
    assert.equal(isPublicAddress(address), false, address);
  for (const address of ['1.2.4.8', '114.114.114.114', '2400:3200::1']) assert.equal(isPublicAddress(address), true);
});

test('security 62: only who is on the list is asked, whatever the spelling of the address', async () => {
  const { fetch } = createOutbound({ allow: ['sms.example.cn', 'https://gateway.example.cn:8443'] });
  for (const url of [
    'https://evil.example.cn/',
    'http://sms.example.cn/',
    'https://sms.example.cn:8443/',
    'https://sms.example.cn.evil.cn/',
    'https://sms.example.cn@evil.cn/',
    'https://evil.cn/?sms.example.cn',
    'https://gateway.example.cn/',
    'http://127.0.0.1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'file:///etc/passwd',
    'gopher://sms.example.cn/',
  ])
    await assert.rejects(fetch(url), refused(/./), url);
});

test('security 62: a listed name that leads inside is refused, also when only one of its addresses does', async () => {
  for (const answers of [['127.0.0.1'], ['169.254.169.254'], ['1.2.4.8', '10.0.0.5'], ['::ffff:192.168.0.1'], []]) {
    const { fetch } = createOutbound({ allow: ['sms.example.cn'], addressesOf: async () => answers });
    await assert.rejects(fetch('https://sms.example.cn/'), refused(/public|no address/), String(answers));
  }
});

test('security 62: the connection goes to the address that was looked at, not to what the name says a moment later', async () => {
  let asks = 0;
  const outbound = createOutbound({
    allow: [`http://rebinding.example.cn:${port}`],
    allowPrivate: ['rebinding.example.cn'],
    addressesOf: async () => {
      asks += 1;
      return asks === 1 ? ['127.0.0.1'] : ['192.0.2.1'];
    },
  });
  const answer = await outbound.fetch(`http://rebinding.example.cn:${port}/`);
  assert.equal(answer.status, 200);
  assert.equal(asks, 1);
  assert.equal(asked.at(-1)?.host, `rebinding.example.cn:${port}`);
});

test('security 62: a redirect is not followed', async () => {
  const { fetch } = createOutbound({ allow: [`http://127.0.0.1:${port}`], allowPrivate: ['127.0.0.1'] });
  await assert.rejects(fetch(`http://127.0.0.1:${port}/away`), refused(/redirects/));
});

test('a private address is reached only when it is named as such', async () => {
  const allow = () => [`http://127.0.0.1:${port}`];
  await assert.rejects(createOutbound({ allow }).fetch(`http://127.0.0.1:${port}/`), refused(/not a public address/));
  const { fetch } = createOutbound({ allow, allowPrivate: () => ['127.0.0.1'] });
  const form = await fetch(`http://127.0.0.1:${port}/a`, { method: 'POST', body: new URLSearchParams({ to: '138' }) });
  assert.equal(form.headers.get('x-said'), 'yes');
  assert.deepEqual(await form.json(), { body: 'to=138' });
  assert.match(asked.at(-1)?.type ?? '', /x-www-form-urlencoded/);
  assert.equal((await fetch(`http://127.0.0.1:${port}/nothing`)).status, 204);
});

test('an answer that is too slow or too large is given up', async () => {
  const { fetch } = createOutbound({
    allow: [`http://127.0.0.1:${port}`],
    allowPrivate: ['127.0.0.1'],
    timeout: 300,
    mostBytes: 1_000,
  });
  await assert.rejects(fetch(`http://127.0.0.1:${port}/slow`), /abort|time/i);
  await assert.rejects(fetch(`http://127.0.0.1:${port}/much`), refused(/more than 1000 bytes/));
});
