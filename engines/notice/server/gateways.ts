import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { gatewayRequest, type SmtpServer, valueAt } from '#engines/notice/model';
import { createOutbound, isPublicAddress, OutboundRefused } from '#platform/server/outbound';
import type { SmsSettings, SmtpSettings } from './ports.ts';

/** The gateway did not take the message. `final`: it will not take it the next time either. */
export class NotTaken extends Error {
  readonly final: boolean;
  constructor(reason: string, final = false) {
    super(reason);
    this.final = final;
  }
}

/** Reasons are read in the queue, so they carry neither address nor text of the message. */
const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);

export interface Outgoing {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** @returns the gateway's own number of the message, if it says one. @throws NotTaken, OutboundRefused */
export const sendSms = async ({ gateway, secret }: SmsSettings, message: Outgoing): Promise<string | null> => {
  const { url, headers, body } = gatewayRequest(gateway, {
    phone: message.to,
    text: message.text,
    id: message.id,
    secret,
  });
  const { origin, hostname } = new URL(url);
  const outbound = createOutbound({
    allow: [origin],
    allowPrivate: gateway.private ? [hostname] : [],
    mostBytes: 100_000,
  });
  const answer = await outbound.fetch(url, { method: 'POST', headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new NotTaken(`HTTP ${answer.status}`, answer.status === 400 || answer.status === 422);
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    said = undefined;
  }
  if (gateway.success && valueAt(said, gateway.success.at) !== gateway.success.equals)
    throw new NotTaken(short(`${gateway.success.at}: ${valueAt(said, gateway.success.at) ?? '—'}`));
  return (gateway.reference && valueAt(said, gateway.reference)?.slice(0, 100)) || null;
};

/** The address that was looked at is the one that is spoken to, as with every other call to outside. */
const addressOf = async (server: SmtpServer): Promise<string> => {
  const found = isIP(server.host)
    ? [server.host]
    : (await lookup(server.host, { all: true })).map((one) => one.address);
  const [first] = found;
  if (first === undefined) throw new OutboundRefused(`${server.host} has no address`);
  const bad = server.private ? undefined : found.find((address) => !isPublicAddress(address));
  if (bad !== undefined) throw new OutboundRefused(`${server.host} leads to ${bad}, which is not a public address`);
  return first;
};

/** @returns the server's own words, which carry its number of the message. @throws NotTaken, OutboundRefused */
export const sendEmail = async ({ server, password }: SmtpSettings, message: Outgoing): Promise<string | null> => {
  const host = await addressOf(server);
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: true,
    tls: {
      minVersion: 'TLSv1.2',
      ...(isIP(server.host) ? {} : { servername: server.host }),
      ...(server.authority ? { ca: server.authority } : {}),
    },
    ...(server.user ? { auth: { user: server.user, pass: password } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A message is text alone: nothing is read from files or addresses on the way.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { response } = await transport.sendMail({
      from: server.from,
      to: { name: '', address: message.to },
      subject: message.subject,
      text: message.text,
      // The same message sent again carries the same id, so that mailboxes may show it once.
      messageId: `<${message.id}@${server.from.split('@')[1] ?? 'lifang'}>`,
    });
    return short(response).slice(0, 100);
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: number; code?: string };
    throw new NotTaken(responseCode ? `SMTP ${responseCode}` : short(code ?? 'SMTP'), (responseCode ?? 0) >= 550);
  } finally {
    transport.close();
  }
};
