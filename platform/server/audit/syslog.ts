import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { connect, isIPv6, type Socket } from 'node:net';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import type { Head } from './anchor.ts';
import type { KeptRow } from './rows.ts';

/** Where a copy of the audit log goes (security 33). */
export interface SyslogTarget {
  readonly protocol: 'udp' | 'tcp';
  readonly host: string;
  readonly port: number;
}

export const syslogTargetOf = (text: string): SyslogTarget | undefined => {
  const found = /^(udp|tcp):\/\/(\[[0-9a-fA-F:]+\]|[^/:@?#\s]+)(?::(\d{1,5}))?\/?$/.exec(text);
  const port = Number(found?.[3] ?? 514);
  if (!found?.[2] || port < 1 || port > 65_535) return undefined;
  return { protocol: found[1] as SyslogTarget['protocol'], host: found[2].replace(/^\[|\]$/g, ''), port };
};

export interface SyslogMessage {
  readonly id: string;
  readonly at: string;
  /** Informational for what was done, a warning for what was refused. */
  readonly level: 'info' | 'warning';
  readonly data: unknown;
}

const levels = { info: 6, warning: 4 } as const;
/** Facility 13, “log audit”. */
const facility = 13;
const machine =
  hostname()
    .replace(/[^\x21-\x7e]/g, '')
    .slice(0, 255) || '-';

/** One message of RFC 5424: what is beyond ASCII stands in the text, which says by its first three bytes that it is UTF-8. */
export const syslogText = ({ id, at, level, data }: SyslogMessage): string =>
  `<${facility * 8 + levels[level]}>1 ${at} ${machine} lifang ${process.pid} ${id} - \ufeff${JSON.stringify(data)}`;

export interface Syslog {
  /** Never waits: what finds no room pushes the oldest out. */
  readonly send: (message: SyslogMessage) => void;
  readonly state: () => { readonly waiting: number; readonly sent: number; readonly lost: number };
  readonly close: () => Promise<void>;
}

const mostWaiting = 20_000;
const longestPause = 30_000;
/** A datagram above this may be cut on its way; the other end is told so by the mark. */
const mostUdpBytes = 60_000;

const overUdp = (target: SyslogTarget): Sender => {
  const socket: UdpSocket = createSocket(isIPv6(target.host) ? 'udp6' : 'udp4');
  socket.on('error', () => undefined);
  socket.unref();
  return {
    send: (text) =>
      new Promise((resolve) => {
        socket.send(Buffer.from(text, 'utf8').subarray(0, mostUdpBytes), target.port, target.host, (error) =>
          resolve(!error),
        );
      }),
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
};

interface Sender {
  /** False when it did not go out. */
  readonly send: (text: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

const overTcp = (target: SyslogTarget): Sender => {
  let socket: Socket | undefined;
  const open = (): Promise<Socket | undefined> =>
    new Promise((resolve) => {
      const made = connect({ host: target.host, port: target.port, timeout: 5_000 });
      const fail = (): void => {
        made.destroy();
        if (socket === made) socket = undefined;
        resolve(undefined);
      };
      made.once('connect', () => {
        made.setTimeout(0);
        made.setKeepAlive(true, 30_000);
        made.unref();
        socket = made;
        resolve(made);
      });
      made.once('error', fail);
      made.once('timeout', fail);
      made.once('close', fail);
    });
  return {
    send: async (text) => {
      const line = socket ?? (await open());
      if (!line) return false;
      // RFC 6587: the number of octets goes ahead, so a line end inside ends nothing.
      const bytes = Buffer.from(text, 'utf8');
      return new Promise((resolve) => {
        line.write(Buffer.concat([Buffer.from(`${bytes.length} `), bytes]), (error) => resolve(!error));
      });
    },
    close: () =>
      new Promise((resolve) => {
        if (!socket) return resolve();
        socket.once('close', () => resolve());
        socket.end();
        setTimeout(() => socket?.destroy(), 1_000).unref();
      }),
  };
};

/** Sends one after another, comes back by itself when the other end was away, and keeps nobody waiting. */
export const createSyslog = (target: SyslogTarget, log: Pick<Logger, 'warn' | 'info'>): Syslog => {
  const sender = target.protocol === 'udp' ? overUdp(target) : overTcp(target);
  const waiting: SyslogMessage[] = [];
  let [sent, lost, pause] = [0, 0, 0];
  let closing = false;
  let working: Promise<void> | undefined;

  const wait = (millis: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, millis).unref();
    });

  const work = async (): Promise<void> => {
    for (;;) {
      const message = waiting[0];
      if (!message) return;
      if (await sender.send(syslogText(message))) {
        sent += 1;
        if (waiting[0] === message) waiting.shift();
        if (pause > 0) log.info({ waiting: waiting.length, lost }, 'the copy of the audit log goes out again');
        pause = 0;
        continue;
      }
      if (pause === 0) log.warn({ target }, 'the copy of the audit log does not go out');
      if (closing) return;
      pause = Math.min(longestPause, Math.max(200, pause * 2));
      await wait(pause);
    }
  };
  const begin = (): void => {
    working ??= work().finally(() => {
      working = undefined;
      if (waiting.length > 0 && !closing) begin();
    });
  };

  return {
    send: (message) => {
      if (waiting.length >= mostWaiting) {
        waiting.shift();
        lost += 1;
        if (lost % 1_000 === 1) log.warn({ lost }, 'rows of the audit log were not copied');
      }
      waiting.push(message);
      begin();
    },
    state: () => ({ waiting: waiting.length, sent, lost }),
    close: async () => {
      closing = true;
      await Promise.race([working ?? Promise.resolve(), wait(2_000)]);
      await sender.close();
    },
  };
};

/** What a sealer tells, as messages: each row once it is sealed, so only what was committed, and each head. */
export const copyTo = (syslog: Syslog) => ({
  hear: (rows: readonly KeptRow[], all: boolean): void => {
    // The first look at a log that has stood for years is no news.
    if (all) return;
    for (const { micros, mac, ...row } of rows) {
      const at = new Date(Number(BigInt(micros) / 1000n)).toISOString();
      const level = row.result === 'refused' ? 'warning' : 'info';
      syslog.send({ id: 'audit', at, level, data: { at, ...row, mac: mac?.toString('hex') ?? null } });
    }
  },
  hearHead: (head: Head): void =>
    syslog.send({ id: 'audit-head', at: new Date().toISOString(), level: 'info', data: head }),
});
