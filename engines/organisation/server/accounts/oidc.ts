import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as client from 'openid-client';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { plusMillis } from '#kernel/instant';
import { createOutbound } from '#platform/server/outbound';
import type { Parts } from '#platform/server/parts';
import type { OidcSettings } from '../ports.ts';
import type { OrganisationSql } from '../tables.ts';

const flowFor = 10 * 60_000;
/** A provider's keys and addresses are read again after so long. */
const believed = 3_600_000;

interface Kept {
  readonly nonce: string;
  readonly verifier: string;
  readonly redirect: string;
}

/** Whom the provider vouched for. A person is (issuer, subject), never a phone number or an e-mail address. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly twoFactors: boolean;
}

/** Where the browser comes back to: a page of the console, which hands on what it was given. */
const backPath = '/sign-in/back';

/** The way to another house and back: OpenID Connect, authorization code with state, nonce and PKCE. */
export const createOidc = (
  parts: Pick<Parts, 'sql' | 'clock' | 'seals' | 'log'>,
  settings: () => Promise<OidcSettings | null>,
) => {
  const sql: OrganisationSql = parts.sql;
  let known: { readonly for: string; readonly at: number; readonly configuration: client.Configuration } | undefined;

  const get = async (): Promise<OidcSettings> => {
    const found = await settings();
    if (!found) throw new DomainError('request.not-found');
    return found;
  };

  const discover = async (given: OidcSettings): Promise<client.Configuration> => {
    const key = JSON.stringify(given);
    if (known?.for === key && Date.now() - known.at < believed) return known.configuration;
    const issuer = new URL(given.issuer);
    const outbound = createOutbound({
      allow: [issuer.origin],
      allowPrivate: given.inside ? [issuer.hostname.replace(/^\[|\]$/g, '')] : [],
    });
    const reach: client.CustomFetch = (url, options) =>
      outbound.fetch(url, {
        method: options.method,
        headers: options.headers,
        body: options.body as string | URLSearchParams | null,
        signal: options.signal ?? null,
      });
    // Plain http only to the machine itself, as a proxy of the provider or a test speaks it.
    const loopback = issuer.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
    const configuration = await client.discovery(
      issuer,
      given.clientId,
      { client_secret: given.clientSecret },
      client.ClientSecretBasic(given.clientSecret),
      { [client.customFetch]: reach, ...(loopback ? { execute: [client.allowInsecureRequests] } : {}) },
    );
    known = { for: key, at: Date.now(), configuration };
    return configuration;
  };

  const reachable = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      parts.log.warn({ err: error }, 'single sign-on: the provider cannot be reached');
      throw new DomainError('sign-in.oidc-unreachable');
    }
  };

  const place = (state: string) => ({ table: 'oidc_flow', column: 'secret', row: state });
  const hashOf = (text: string): Buffer => hash('sha256', text, 'buffer');

  /**
   * @param session of who links an identity; null at sign-in
   * @returns where to go, and what the browser has to bring back in a cookie
   */
  const begin = async (
    origin: string,
    session: Id | null,
  ): Promise<{ readonly url: string; readonly browser: string; readonly seconds: number }> => {
    const given = await get();
    const configuration = await reachable(() => discover(given));
    const kept: Kept = {
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      redirect: `${origin}${backPath}`,
    };
    const state = client.randomState();
    const browser = randomBytes(24).toString('base64url');
    const now = parts.clock();
    await sql.deleteFrom('oidc_flow').where('until', '<', now).execute();
    await sql
      .insertInto('oidc_flow')
      .values({
        state,
        browser: hashOf(browser),
        secret: await parts.seals.seal(place(state), JSON.stringify(kept)),
        session,
        until: plusMillis(now, flowFor),
      })
      .execute();
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: kept.redirect,
      scope: 'openid',
      state,
      nonce: kept.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, browser, seconds: flowFor / 1000 };
  };

  /** What was begun is taken away at the first return; another browser's return does not count. */
  const takeFlow = async (
    state: string,
    browser: string | undefined,
    session: Id | null,
  ): Promise<Kept | undefined> => {
    const row = await sql.deleteFrom('oidc_flow').where('state', '=', state).returningAll().executeTakeFirst();
    if (!row || browser === undefined || row.session !== session || parts.clock() >= row.until) return undefined;
    if (!timingSafeEqual(hashOf(browser), row.browser)) return undefined;
    return JSON.parse(await parts.seals.open(place(state), row.secret)) as Kept;
  };

  /** @throws sign-in.oidc-failed */
  const finish = async (query: string, browser: string | undefined, session: Id | null): Promise<Vouched> => {
    const given = await settings();
    if (!given) throw new DomainError('sign-in.oidc-failed');
    const search = new URLSearchParams(query);
    const state = search.get('state') ?? '';
    const kept = await takeFlow(state, browser, session);
    if (!kept) throw new DomainError('sign-in.oidc-failed');
    const configuration = await reachable(() => discover(given));
    const address = new URL(kept.redirect);
    address.search = search.toString();
    const answer = await client
      .authorizationCodeGrant(configuration, address, {
        pkceCodeVerifier: kept.verifier,
        expectedNonce: kept.nonce,
        expectedState: state,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        parts.log.info({ why: error instanceof Error ? error.name : 'unknown' }, 'single sign-on was refused');
        throw new DomainError('sign-in.oidc-failed');
      });
    const claims = answer.claims();
    if (!claims) throw new DomainError('sign-in.oidc-failed');
    const said = [claims['acr'], ...(Array.isArray(claims['amr']) ? claims['amr'] : [])].map(String);
    const { twoFactors } = given;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      twoFactors: twoFactors.includes('*') || said.some((one) => twoFactors.includes(one)),
    };
  };

  return { begin, finish };
};

export type Oidc = ReturnType<typeof createOidc>;
