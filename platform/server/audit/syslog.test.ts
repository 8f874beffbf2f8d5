import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { createSyslog, syslogTargetOf } from '#platform/server/audit';

const log = pino({ level: 'silent' });
const message = (text: string) => ({
  id: 'audit',
  at: '2026-11-22T06:05:00.000Z',
  level: 'info' as const,
  data: { text },
});
const form = /^<110>1 2026-11-22T06:05:00\.000Z \S+ lifang \d+ audit - \ufeff(\{.*\})$/su;

const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) await wait(25);
  assert.ok(holds());
};

test('security 33: datagrams of RFC 5424 arrive, with Chinese, each whole', async () => {
  const sink = createSocket('udp4');
  const heard: string[] = [];
  sink.on('message', (bytes) => heard.push(bytes.toString('utf8')));
  sink.bind(0, '127.0.0.1');
  await once(sink, 'listening');
  after(() => sink.close());
  const syslog = createSyslog({ protocol: 'udp', host: '127.0.0.1', port: sink.address().port }, log);
  for (const text of ['张*在青石街道', 'line\nend']) syslog.send(message(text));
  await until(() => heard.length === 2);
  assert.deepEqual(
    heard.map((line) => (JSON.parse(form.exec(line)?.[1] ?? '{}') as { text?: string }).text),
    ['张*在青石街道', 'line\nend'],
  );
  assert.ok(heard.every((line) => !line.includes('\n')));
  syslog.send({ ...message('no'), level: 'warning' });
  await until(() => heard.length === 3);
  assert.match(heard[2] ?? '', /^<108>1 /);
  await syslog.close();
});

/** Reads messages that are counted by octets (RFC 6587). */
const unframe = (bytes: Buffer): string[] => {
  const found: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const length = Number(bytes.subarray(at, space).toString('latin1'));
    if (!(length > 0) || space + 1 + length > bytes.length) break;
    found.push(bytes.subarray(space + 1, space + 1 + length).toString('utf8'));
    at = space + 1 + length;
  }
  return found;
};

test('security 33: over TCP messages are counted by octets; away for a while, the other end gets what waited', async () => {
  let received = Buffer.alloc(0);
  const open = new Set<Socket>();
  const listen = async (port: number) => {
    const server = createServer((socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (bytes: Buffer) => {
        received = Buffer.concat([received, bytes]);
      });
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const first = await listen(0);
  const { port } = first.address() as { port: number };
  const syslog = createSyslog({ protocol: 'tcp', host: '127.0.0.1', port }, log);
  const began = performance.now();
  for (let turn = 0; turn < 50; turn += 1) syslog.send(message(`第 ${turn} 条`));
  assert.ok(performance.now() - began < 50, 'nobody waits');
  await until(() => unframe(received).length === 50);
  for (const socket of open) socket.destroy();
  first.close();
  await once(first, 'close');
  await wait(50);
  received = Buffer.alloc(0);
  for (let turn = 50; turn < 60; turn += 1) syslog.send(message(`第 ${turn} 条`));
  await wait(100);
  assert.ok(syslog.state().waiting > 0);
  const second = await listen(port);
  await until(() => syslog.state().waiting === 0 && unframe(received).length >= 9);
  assert.ok(unframe(received).every((line) => form.test(line)));
  assert.match(unframe(received).at(-1) ?? '', /第 59 条/);
  await syslog.close();
  for (const socket of open) socket.destroy();
  second.close();
});

test('a queue that is full gives up the oldest and counts them', async () => {
  const syslog = createSyslog({ protocol: 'tcp', host: '127.0.0.1', port: 1 }, log);
  for (let turn = 0; turn < 20_100; turn += 1) syslog.send(message('x'));
  assert.equal(syslog.state().lost, 100);
  await syslog.close();
});

test('addresses of the copy', () => {
  assert.deepEqual(syslogTargetOf('udp://10.0.0.9:5514'), { protocol: 'udp', host: '10.0.0.9', port: 5514 });
  assert.deepEqual(syslogTargetOf('tcp://[fd00::1]'), { protocol: 'tcp', host: 'fd00::1', port: 514 });
  for (const bad of ['http://x:1', 'udp://', 'tcp://a:99999', 'udp://a:b', 'tcp://u:p@h:1'])
    assert.equal(syslogTargetOf(bad), undefined, bad);
});
