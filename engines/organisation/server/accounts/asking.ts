import type { Wire } from '#platform/server/http';
import type { Session } from '#platform/server/parts';
import { agentText } from './agent-text.ts';
import { deviceCookie } from './known-devices.ts';
import { districtOfToken } from './sessions.ts';

/** From where somebody asks. */
export interface From {
  readonly address: string;
  /** Such as `Edge · Windows`; shown in one's list of sessions. */
  readonly agent: string | null;
  /** Cookie of a device that may be known to the account. */
  readonly device: string | undefined;
  /** As the browser knows this server: `https://lifang.example.cn`. */
  readonly origin: string;
}

/** Somebody who is signed in, perhaps not completely, and asks about his own account. */
export interface Asker extends From {
  readonly session: Session;
  readonly district: string;
}

interface Call {
  readonly address: string;
  readonly wire: Wire;
}

export const fromOf = ({ address, wire }: Call): From => ({
  address,
  agent: agentText(wire.headers['user-agent']),
  device: wire.cookie(deviceCookie),
  origin: wire.origin,
});

export const askerOf = (call: Call & { readonly session: Session }): Asker => ({
  ...fromOf(call),
  session: call.session,
  district: districtOfToken(call.wire.token),
});
