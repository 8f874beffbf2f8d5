import { type Static, Type } from 'typebox';

/** Passkeys as W3C WebAuthn writes them in JSON; only what is used. Bytes are base64url. */

const bytes = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '^[A-Za-z0-9_-]+$' });
const Known = Type.Object({
  id: bytes(1400),
  type: Type.Literal('public-key'),
  transports: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 8 }),
});
const rp = Type.String();
const preferred = Type.Literal('preferred');

/** Asked of a passkey that is known. */
export const PasskeyAsk = Type.Object(
  {
    challenge: bytes(200),
    rpId: rp,
    timeout: Type.Integer(),
    userVerification: preferred,
    allowCredentials: Type.Array(Known),
  },
  { $id: 'PasskeyAsk' },
);
export type PasskeyAsk = Static<typeof PasskeyAsk>;

/** Asked of a new one. */
export const PasskeyEnrol = Type.Object(
  {
    challenge: bytes(200),
    rp: Type.Object({ id: rp, name: Type.String() }),
    user: Type.Object({ id: bytes(100), name: Type.String(), displayName: Type.String() }),
    pubKeyCredParams: Type.Array(Type.Object({ type: Type.Literal('public-key'), alg: Type.Integer() })),
    timeout: Type.Integer(),
    attestation: Type.Literal('none'),
    excludeCredentials: Type.Array(Known),
    authenticatorSelection: Type.Object({
      residentKey: preferred,
      requireResidentKey: Type.Boolean(),
      userVerification: preferred,
    }),
  },
  { $id: 'PasskeyEnrol' },
);
export type PasskeyEnrol = Static<typeof PasskeyEnrol>;

export const ShownPasskey = Type.Object(
  {
    id: bytes(1400),
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(4000),
    signature: bytes(4000),
    userHandle: Type.Optional(bytes(200)),
  },
  { $id: 'ShownPasskey' },
);
export type ShownPasskey = Static<typeof ShownPasskey>;

export const NewPasskey = Type.Object(
  {
    id: bytes(1400),
    clientDataJSON: bytes(4000),
    attestationObject: bytes(20_000),
    transports: Type.Array(Type.String({ maxLength: 20, pattern: '^[a-z-]+$' }), { maxItems: 8 }),
  },
  { $id: 'NewPasskey' },
);
export type NewPasskey = Static<typeof NewPasskey>;
