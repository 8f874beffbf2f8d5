import { type Instant, plusMillis } from '#kernel/instant';

/**
 * Where an outgoing message stands. `waiting`: no gateway is configured, and it is not called sent; `failed`: the last
 * attempt failed, another follows; `given-up`, `expired`, `cancelled` are ends without delivery.
 */
export const messageStates = [
  'waiting',
  'queued',
  'sending',
  'sent',
  'failed',
  'given-up',
  'expired',
  'cancelled',
] as const;
export type MessageState = (typeof messageStates)[number];

/** Minutes between the attempts. */
const pauses = [1, 3, 10, 30, 120] as const;
export const mostAttempts = pauses.length + 1;

/** When to try again after so many failed attempts; undefined: given up. */
export const nextAttempt = (attempts: number, now: Instant): Instant | undefined => {
  const pause = pauses[attempts - 1];
  return pause === undefined ? undefined : plusMillis(now, pause * 60_000);
};

/** Who may be sent again by hand: what has not gone out and is still worth sending. */
export const mayRetry = (state: MessageState): boolean => state === 'failed' || state === 'given-up';
export const mayCancel = (state: MessageState): boolean =>
  state === 'waiting' || state === 'queued' || state === 'failed';

/** 138****5678; a***@example.cn. What tends the queue needs to tell one receiver from another, not to know him. */
export const maskAddress = (address: string): string => {
  const at = address.indexOf('@');
  if (at > 0) return `${address.slice(0, 1)}***${address.slice(at)}`;
  return address.length > 7 ? `${address.slice(0, 3)}****${address.slice(-4)}` : '****';
};
