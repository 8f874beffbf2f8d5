import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/label';
import { DomainError } from '#kernel/domain-error';
import type { Route } from '#kernel/route';
import { type Origin, shortAgent } from '#platform/server/audit';
import type { Session } from '#platform/server/parts';

export const sessionCookie = 'lifang';

/** Crockford letters: a trace can be read out on the phone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What rows of the audit log tell of the request that they were written for. */
export const originOf = (request: FastifyRequest): Origin => ({
  trace: request.id,
  agent: shortAgent(request.headers['user-agent']),
  address: request.ip,
});

export const newTrace = (): string => {
  const bytes = randomBytes(10);
  let text = '';
  for (const byte of bytes) text += letters[byte & 31];
  return text;
};

/** The first locale that we have, of those the client prefers; Chinese when it says nothing. */
export const localeOf = (acceptLanguage: string | undefined): Locale => {
  if (!acceptLanguage) return 'zh';
  const wishes = acceptLanguage
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const quality = rest.find((one) => one.trim().startsWith('q='));
      return { tag, q: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wishes) {
    if (tag.startsWith('zh')) return 'zh';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh';
};

/**
 * Over https a cookie is called `__Host-lifang…`: the browser then takes it from this host alone, with `Secure` and
 * `Path=/`, so that no neighbouring host can plant one (ASVS 3.3.1). Plain http, which only the machine itself
 * and networks without certificates speak, knows no such cookies.
 */
export const cookieName = (secure: boolean, name = ''): string =>
  `${secure ? '__Host-' : ''}${sessionCookie}${name ? `-${name}` : ''}`;

const valueForm = /^[A-Za-z0-9_.~-]{16,1000}$/;

/** A cookie of ours; undefined when absent, given twice with different values, or of a form that we never gave. */
export const cookieOf = (cookies: string | undefined, name: string): string | undefined => {
  const given = new Set(
    (cookies ?? '')
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one.startsWith(`${name}=`))
      .map((one) => one.slice(name.length + 1)),
  );
  const [value] = given;
  return given.size === 1 && value !== undefined && valueForm.test(value) ? value : undefined;
};

/** Short name of the cookie of somebody who signed in as a resident. */
export const residentCookie = 'resident';

/** @param name of the cookie; staff's unless told */
export const tokenOf = (cookies: string | undefined, secure: boolean, name = ''): string | undefined => {
  const token = cookieOf(cookies, cookieName(secure, name));
  return token !== undefined && token.length <= 200 ? token : undefined;
};

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asks, and changes nothing. */
export const isSafe = (method: string): boolean => safe.has(method);

/**
 * A page of another site may not act with the cookie of this one. Every browser we support sends
 * `Origin` with an unsafe request; what sends neither it nor `Sec-Fetch-Site` is no browser.
 */
export const isForeign = (request: FastifyRequest): boolean => {
  if (isSafe(request.method)) return false;
  const { origin } = request.headers;
  if (origin !== undefined) return origin !== `${request.protocol}://${request.host}`;
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
};

/** So long one need not prove again who one is. */
export const confirmedFor = 10 * 60_000;

/** Throws unless the session may do what the route asks for. */
export const assertMay = (
  { who, early, confirm }: Pick<Route, 'who' | 'early' | 'confirm'>,
  session: Session | undefined,
  now: number,
): void => {
  if (who === 'anyone') return;
  if (!session || (who === 'resident') !== (session.kind === 'resident')) throw new DomainError('session.missing');
  if (session.pending !== null && !early) throw new DomainError('session.incomplete');
  if (typeof who === 'object' && !session.permissions.has(who.permission)) throw new DomainError('permission.denied');
  if (confirm && now - Date.parse(session.confirmedAt) > confirmedFor) throw new DomainError('session.confirm');
};
