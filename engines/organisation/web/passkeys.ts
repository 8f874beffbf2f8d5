import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { NewPasskey, ShownPasskey } from '#engines/organisation/contract';
import { newId } from '#platform/web/api';
import { accounts } from './account-client.ts';

type AskOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type EnrolOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Passkeys belong to a host name: a bare address such as `10.1.2.3` has none, nor has plain http beyond this machine. */
export const canUsePasskeys = (): boolean =>
  globalThis.isSecureContext && browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(globalThis.location.hostname);

/** Lets the person show a passkey. Rejects with the browser's own error when it was cancelled. */
export const showPasskey = async (): Promise<ShownPasskey> => {
  const optionsJSON = (await accounts.askPasskey()) as AskOptions;
  const { id, response } = await startAuthentication({ optionsJSON });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) };
};

/** Makes a passkey and adds it to the account. @returns recovery codes, when there were none before */
export const addPasskey = async (name: string): Promise<readonly string[] | null> => {
  const optionsJSON = (await accounts.beginPasskey()) as EnrolOptions;
  const { id, response } = await startRegistration({ optionsJSON });
  const passkey: NewPasskey = {
    id,
    clientDataJSON: response.clientDataJSON,
    attestationObject: response.attestationObject,
    transports: [...(response.transports ?? [])],
  };
  return (await accounts.addPasskey({ body: { id: newId(), name, passkey } })).codes;
};

/** The browser's dialog was closed, or waited too long: nothing that went wrong. */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
