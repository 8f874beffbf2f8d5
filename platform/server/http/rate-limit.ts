import { isIPv6 } from 'node:net';

/**
 * Counts requests a minute in this process alone: with several processes behind one address the
 * limit is that many times higher. It is a brake, not an account: locks of accounts stand in the database.
 */
export interface RateLimit {
  /** Seconds to wait, or 0 when the request may pass. */
  readonly take: (key: string, perMinute: number, now: number) => number;
}

const minute = 60_000;
/** Beyond this many keys the oldest windows go: memory stays bounded under a flood of addresses. */
const mostKeys = 50_000;

export const createRateLimit = (): RateLimit => {
  const windows = new Map<string, { start: number; count: number; before: number }>();
  return {
    take: (key, perMinute, now) => {
      let window = windows.get(key);
      if (!window || now - window.start >= 2 * minute) {
        window = { start: now, count: 0, before: 0 };
        windows.delete(key);
        windows.set(key, window);
        if (windows.size > mostKeys) windows.delete(windows.keys().next().value ?? key);
      } else if (now - window.start >= minute) {
        window.start += minute;
        window.before = window.count;
        window.count = 0;
      }
      // The last minute is estimated from this window and the share of the one before that still counts.
      const share = 1 - (now - window.start) / minute;
      if (window.before * share + window.count + 1 > perMinute) {
        return Math.max(1, Math.ceil((minute - (now - window.start)) / 1000));
      }
      window.count += 1;
      return 0;
    },
  };
};

/** One household has a whole IPv6 /64, so that is what counts as an address. */
export const addressKey = (address: string): string => {
  if (!isIPv6(address)) return address;
  if (address.startsWith('::ffff:')) return address.slice(7);
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const missing = address.includes('::') ? 8 - left.length - right.length : 0;
  const groups = [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
};
