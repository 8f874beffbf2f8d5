import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { plusMillis } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { NewPasskey, PasskeyAsk, PasskeyEnrol, ShownPasskey } from '#engines/organisation/contract';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

const askedFor = 5 * 60_000;
const waits = 60_000;

interface Whose {
  readonly district: string;
  readonly person: Id;
  /** The sign-in that asks: a challenge is good for it alone, and once. */
  readonly session: Id;
  readonly origin: string;
}

type Transports = NonNullable<
  Parameters<typeof generateAuthenticationOptions>[0]['allowCredentials']
>[number]['transports'];

/** What passkeys are tied to: the host by which the browser knows this server. A bare address has none. */
export const passkeyHost = (origin: string): string | undefined => {
  const { hostname } = new URL(origin);
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? undefined : hostname;
};

/** Passkeys (W3C WebAuthn) as a second factor; several for each person. */
export const createPasskeys = (parts: Pick<Parts, 'sql' | 'clock'>) => {
  const sql: OrganisationSql = parts.sql;

  const list = ({ district, person }: Pick<Whose, 'district' | 'person'>, from: OrganisationSql = sql) =>
    from
      .selectFrom('passkey')
      .selectAll()
      .where('district', '=', district)
      .where('person', '=', person)
      .orderBy('made_at')
      .execute();

  const getHost = ({ origin }: Whose): string => {
    const host = passkeyHost(origin);
    if (host === undefined) throw new DomainError('request.not-found');
    return host;
  };

  const keepChallenge = async (whose: Whose, kind: 'enrol' | 'show', challenge: string): Promise<void> => {
    const { district, session } = whose;
    const asked = { challenge, until: plusMillis(parts.clock(), askedFor) };
    await sql
      .insertInto('passkey_challenge')
      .values({ district, session, kind, ...asked })
      .onConflict((on) => on.columns(['district', 'session', 'kind']).doUpdateSet(asked))
      .execute();
  };

  /** A challenge is taken away by the first who answers it, right or wrong. */
  const takeChallenge = async (whose: Whose, kind: 'enrol' | 'show'): Promise<string | undefined> => {
    const row = await sql
      .deleteFrom('passkey_challenge')
      .where('district', '=', whose.district)
      .where('session', '=', whose.session)
      .where('kind', '=', kind)
      .returning(['challenge', 'until'])
      .executeTakeFirst();
    return row && parts.clock() < row.until ? row.challenge : undefined;
  };

  /** @throws request.not-found when the person has none, or the server is known by a bare address */
  const ask = async (whose: Whose): Promise<PasskeyAsk> => {
    const rpId = getHost(whose);
    const known = await list(whose);
    if (known.length === 0) throw new DomainError('request.not-found');
    const allowCredentials = known.map((key) => ({
      id: key.credential,
      type: 'public-key' as const,
      transports: key.transports,
    }));
    const { challenge } = await generateAuthenticationOptions({ rpID: rpId });
    await keepChallenge(whose, 'show', challenge);
    return { challenge, rpId, timeout: waits, userVerification: 'preferred', allowCredentials };
  };

  /** True when a passkey of this person signed the challenge of this sign-in, with a counter that went on. */
  const take = async (whose: Whose, shown: ShownPasskey): Promise<boolean> => {
    const challenge = await takeChallenge(whose, 'show');
    const known = (await list(whose)).find((key) => key.credential === shown.id);
    if (challenge === undefined || !known) return false;
    const { id, userHandle, ...signed } = shown;
    const outcome = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { ...signed, ...(userHandle ? { userHandle } : {}) },
      },
      expectedChallenge: challenge,
      expectedOrigin: whose.origin,
      expectedRPID: getHost(whose),
      requireUserVerification: false,
      credential: {
        id: known.credential,
        publicKey: new Uint8Array(known.public_key),
        counter: Number(known.counter),
        transports: known.transports as Transports & object,
      },
    }).catch(() => undefined);
    if (!outcome?.verified) return false;
    const counter = outcome.authenticationInfo.newCounter;
    const done = await sql
      .updateTable('passkey')
      .set({ counter, used_at: parts.clock() })
      .where('district', '=', known.district)
      .where('id', '=', known.id)
      // Read before: another process may have taken the same counter meanwhile. Synced passkeys always say 0.
      .where('counter', '=', known.counter as never)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  };

  const begin = async (whose: Whose, names: { account: string; name: string }): Promise<PasskeyEnrol> => {
    const host = getHost(whose);
    const known = await list(whose);
    const made = await generateRegistrationOptions({
      rpName: '里坊 Lifang',
      rpID: host,
      userID: new Uint8Array(Buffer.from(whose.person, 'utf8')),
      userName: names.account,
      userDisplayName: names.name,
      attestationType: 'none',
    });
    await keepChallenge(whose, 'enrol', made.challenge);
    return {
      challenge: made.challenge,
      rp: { id: host, name: made.rp.name },
      user: made.user,
      pubKeyCredParams: made.pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
      timeout: waits,
      attestation: 'none',
      excludeCredentials: known.map((key) => ({
        id: key.credential,
        type: 'public-key',
        transports: key.transports,
      })),
      authenticatorSelection: { residentKey: 'preferred', requireResidentKey: false, userVerification: 'preferred' },
    };
  };

  /** What a new passkey says of itself; undefined when it did not answer this sign-in's challenge. */
  const check = async (whose: Whose, made: NewPasskey) => {
    const challenge = await takeChallenge(whose, 'enrol');
    if (challenge === undefined) return undefined;
    const outcome = await verifyRegistrationResponse({
      response: {
        id: made.id,
        rawId: made.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: made.clientDataJSON, attestationObject: made.attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: whose.origin,
      expectedRPID: getHost(whose),
      requireUserVerification: false,
    }).catch(() => undefined);
    return outcome?.verified ? outcome.registrationInfo.credential : undefined;
  };

  /** @throws factor.known */
  const insert = async (
    trx: OrganisationTransaction,
    { district, person }: Whose,
    key: { id: Id; name: string; transports: readonly string[] },
    credential: NonNullable<Awaited<ReturnType<typeof check>>>,
  ): Promise<void> => {
    const done = await trx
      .insertInto('passkey')
      .values({
        district,
        id: key.id,
        person,
        credential: credential.id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: [...key.transports],
        name: key.name.trim(),
        made_at: parts.clock(),
        used_at: null,
      })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (!done.numInsertedOrUpdatedRows) throw new DomainError('factor.known');
  };

  return { list, ask, take, begin, check, insert };
};

export type Passkeys = ReturnType<typeof createPasskeys>;
