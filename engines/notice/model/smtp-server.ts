/** A mail server that takes our e-mails. The line is always encrypted: from the first byte on, or by STARTTLS. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte on (465), `starttls` (587). */
  readonly security: 'tls' | 'starttls';
  readonly user?: string;
  /** Address that e-mails come from. */
  readonly from: string;
  /** Certificate (PEM) of an authority of one's own. */
  readonly authority?: string;
  /** It lies in a private network. */
  readonly private?: boolean;
}

const emailPattern = /^[^\s@<>"]{1,64}@[A-Za-z0-9.-]{1,190}$/;
const known = new Set(['host', 'port', 'security', 'user', 'from', 'authority', 'private']);

export const isEmail = (text: string): boolean => emailPattern.test(text);

/** What is wrong with a mail server that somebody enters; null when nothing is. */
export const problemOfSmtpServer = (value: unknown): string | null => {
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return 'host, port, security, from';
  const server = value as Record<string, unknown>;
  const unknown = Object.keys(server).find((key) => !known.has(key));
  if (unknown !== undefined) return `${unknown}: ?`;
  const { host, port, security, user, from, authority } = server;
  if (typeof host !== 'string' || !/^[A-Za-z0-9.:-]{1,253}$/.test(host)) return 'host';
  if (!Number.isInteger(port) || (port as number) < 1 || (port as number) > 65_535) return 'port: 1–65535';
  if (security !== 'tls' && security !== 'starttls') return 'security: tls / starttls';
  if (user !== undefined && (typeof user !== 'string' || user.length > 200)) return 'user';
  if (typeof from !== 'string' || !isEmail(from)) return 'from: name@example.cn';
  if (authority !== undefined && (typeof authority !== 'string' || authority.length > 20_000)) return 'authority: PEM';
  return server['private'] === undefined || typeof server['private'] === 'boolean' ? null : 'private: true / false';
};
