import { lookup as resolve } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './addresses.ts';

export { isPublicAddress } from './addresses.ts';

/** The server refused to ask: the address is not one it was told to speak to, or the answer is not acceptable. */
export class OutboundRefused extends Error {}

type List = readonly string[] | (() => readonly string[]);

export interface OutboundOptions {
  /**
   * Whom the server may speak to: a host (`sms.example.cn`: https on 443) or an origin
   * (`https://10.2.3.4:8443`, `http://127.0.0.1:9000`). A function where settings may change.
   */
  readonly allow: List;
  /** Hosts of `allow` that may lie in a private network, such as the gateway of the government's intranet; none otherwise. */
  readonly allowPrivate?: List;
  /** Milliseconds for the whole exchange; 10 s unless told. */
  readonly timeout?: number;
  /** Bytes of an answer; 5 MB unless told. */
  readonly mostBytes?: number;
  /** All addresses of a host; a test's name server. */
  readonly addressesOf?: (host: string) => Promise<readonly string[]>;
}

export interface OutboundRequest {
  readonly method?: string;
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  readonly body?: string | Uint8Array | URLSearchParams | null;
  readonly signal?: AbortSignal | null;
}

export interface Outbound {
  /** As the global `fetch`, but never redirected. @throws OutboundRefused with a sentence that names the reason */
  readonly fetch: (url: string | URL, request?: OutboundRequest) => Promise<Response>;
}

const listOf = (list: List | undefined): readonly string[] => (typeof list === 'function' ? list() : (list ?? []));

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

const isAllowed = (url: URL, allow: readonly string[]): boolean =>
  allow.some((entry) =>
    entry.includes('://')
      ? URL.parse(entry)?.origin === url.origin
      : url.protocol === 'https:' && url.port === '' && entry.toLowerCase() === hostOf(url),
  );

const allAddresses = async (host: string): Promise<readonly string[]> =>
  (await resolve(host, { all: true })).map(({ address }) => address);

/** Statuses that a `Response` may not have a body with. */
const bodiless = new Set([204, 205, 304]);

/**
 * The only way out of the server (ASVS 1.3.6, 13.2.4–5). Names are resolved once and the connection goes to the
 * very address that was looked at, so a name server that answers differently the second time gains nothing.
 */
export const createOutbound = (options: OutboundOptions): Outbound => {
  const { timeout = 10_000, mostBytes = 5_000_000, addressesOf = allAddresses } = options;

  const addressFor = async (url: URL): Promise<string> => {
    const host = hostOf(url);
    const found = isIP(host) ? [host] : await addressesOf(host);
    const [first] = found;
    if (first === undefined) throw new OutboundRefused(`${host} has no address`);
    if (listOf(options.allowPrivate).some((entry) => entry.toLowerCase() === host)) return first;
    // One bad address is enough: which of them would be taken is not for the name server to choose.
    const bad = found.find((address) => !isPublicAddress(address));
    if (bad !== undefined) throw new OutboundRefused(`${host} leads to ${bad}, which is not a public address`);
    return first;
  };

  const send = (url: URL, address: string, request: OutboundRequest, signal: AbortSignal): Promise<Response> =>
    new Promise((done, fail) => {
      const headers = new Headers(request.headers);
      const body = request.body instanceof URLSearchParams ? request.body.toString() : (request.body ?? undefined);
      if (request.body instanceof URLSearchParams && !headers.has('content-type'))
        headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
      const family = isIP(address);
      const outgoing = (url.protocol === 'https:' ? https : http).request(url, {
        method: request.method ?? 'GET',
        headers: Object.fromEntries(headers),
        signal,
        agent: false,
        lookup: (_host, wanted, answer) =>
          wanted.all ? answer(null, [{ address, family }]) : answer(null, address, family),
      });
      outgoing.on('error', fail);
      outgoing.on('response', (incoming) => {
        const status = incoming.statusCode ?? 0;
        if (status >= 300 && status < 400 && status !== 304) {
          incoming.destroy();
          return fail(new OutboundRefused(`${url.host} redirects, which is not followed`));
        }
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size <= mostBytes) return void chunks.push(chunk);
          incoming.destroy();
          fail(new OutboundRefused(`${url.host} answers with more than ${mostBytes} bytes`));
        });
        incoming.on('error', fail);
        incoming.on('end', () => {
          const kept = new Headers();
          for (const [name, value] of Object.entries(incoming.headers))
            for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) kept.append(name, one);
          const bytes = new Uint8Array(Buffer.concat(chunks));
          done(
            new Response(bodiless.has(status) ? null : bytes, {
              status,
              statusText: incoming.statusMessage ?? '',
              headers: kept,
            }),
          );
        });
      });
      outgoing.end(body);
    });

  return {
    fetch: async (given, request = {}) => {
      const url = new URL(given);
      if (url.protocol !== 'https:' && url.protocol !== 'http:')
        throw new OutboundRefused(`${url.protocol} is not spoken here`);
      if (url.username || url.password) throw new OutboundRefused('an address may not carry a password');
      if (!isAllowed(url, listOf(options.allow)))
        throw new OutboundRefused(`${url.origin} is not on the list of addresses that the server may speak to`);
      const limit = AbortSignal.timeout(timeout);
      const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit;
      return send(url, await addressFor(url), request, signal);
    },
  };
};
