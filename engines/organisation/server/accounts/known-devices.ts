import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Seals } from '#platform/server/parts';

/**
 * A device that signed in to an account before is known to it by a signed cookie: strangers who guess passwords
 * lock themselves out, not the owner at his own desk. The cookie proves nothing else and opens nothing.
 * It holds a random number and a signature for each account: `<device>.<mac>.<mac>…`.
 */
const form = /^([A-Za-z0-9_-]{22})((?:\.[A-Za-z0-9_-]{22}){0,8})$/;
const most = 8;
export const deviceCookie = 'device';
/** Seconds. */
export const deviceLasts = 400 * 86_400;

const partsOf = (
  cookie: string | undefined,
): { readonly device: string; readonly macs: readonly string[] } | undefined => {
  const found = cookie === undefined ? null : form.exec(cookie);
  return found ? { device: found[1] ?? '', macs: (found[2] ?? '').split('.').filter(Boolean) } : undefined;
};

export const createKnownDevices = (seals: Pick<Seals, 'blind'>) => {
  const macOf = async (device: string, account: string): Promise<string> =>
    (await seals.blind('sign-in.device', `${device}\n${account}`)).slice(0, 22);

  /** The number of the device when it is known to the account. */
  const find = async (cookie: string | undefined, account: string): Promise<string | undefined> => {
    const given = partsOf(cookie);
    if (!given) return undefined;
    const right = Buffer.from(await macOf(given.device, account));
    return given.macs.some((mac) => timingSafeEqual(Buffer.from(mac), right)) ? given.device : undefined;
  };

  /** The cookie with this account in it. */
  const remember = async (cookie: string | undefined, account: string): Promise<string> => {
    const { device, macs } = partsOf(cookie) ?? { device: randomBytes(16).toString('base64url'), macs: [] };
    const mac = await macOf(device, account);
    return [device, mac, ...macs.filter((one) => one !== mac).slice(0, most - 1)].join('.');
  };

  return { find, remember };
};

export type KnownDevices = ReturnType<typeof createKnownDevices>;
