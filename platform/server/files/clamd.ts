import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { DomainError } from '#kernel/domain-error';

/** @throws file.infected; file.not-scanned when the scanner gives no verdict: then nothing is taken */
export type Scan = (file: string) => Promise<void>;

const patience = 30_000;

const sizeOf = (chunk: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(chunk.length);
  return size;
};

const ask = async (host: string, port: number, file: string): Promise<string> => {
  const socket = connect({ host, port, timeout: patience });
  socket.on('timeout', () => socket.destroy(new Error('no answer')));
  const answered = (async (): Promise<string> => {
    const parts: Buffer[] = [];
    for await (const part of socket) {
      parts.push(part as Buffer);
      if (Buffer.concat(parts).includes(0)) break;
    }
    return Buffer.concat(parts)
      .toString('utf8')
      .replace(/\0[^]*$/, '');
  })();
  // A verdict may come, or the line may break, before everything is said.
  answered.catch(() => undefined);
  await once(socket, 'connect');
  socket.write('zINSTREAM\0');
  for await (const chunk of createReadStream(file, { highWaterMark: 65_536 })) {
    if (socket.destroyed) break;
    socket.write(sizeOf(chunk as Buffer));
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4));
  return answered.finally(() => socket.destroy());
};

/** Hands each sent file to clamd (INSTREAM) before it is kept. @param at `host:port` */
export const createScan = (at: string): Scan => {
  const cut = at.lastIndexOf(':');
  const [host, port] = [at.slice(0, cut), Number(at.slice(cut + 1))];
  return async (file) => {
    const verdict = await ask(host, port, file).catch(() => '');
    if (/^stream: OK$/.test(verdict)) return;
    throw new DomainError(verdict.endsWith(' FOUND') ? 'file.infected' : 'file.not-scanned');
  };
};
