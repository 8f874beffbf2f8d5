import type { Logger } from 'pino';
import type { Audit, AuditRow, Sql } from '#platform/server/parts';
import { type Origin, withOrigin } from './origin.ts';

/** Somebody who is signed in was told no. */
export interface Refusal {
  readonly district: string;
  readonly person: string;
  /** Name of the operation, as its route table calls it. */
  readonly route: string;
  /** Of the error catalogue. */
  readonly code: string;
  readonly origin: Origin;
}

export interface Refusals {
  /** Never waits and never fails the answer: the refusal stands whether or not it could be written down. */
  readonly tell: (refusal: Refusal) => void;
  /** Writes the counts that are still kept. */
  readonly flush: () => Promise<void>;
}

const window = 60_000;
/** Beyond this many different ones a minute only their number is kept. */
const mostKinds = 5_000;

interface Counted extends Refusal {
  readonly since: number;
  /** Those that came after the first, which was written at once. */
  more: number;
}

/**
 * Two rows at the most for each person, operation, reason and minute, whatever a program gone wild asks for: the first
 * as it comes, the number of the others when the minute is over (GB/T 22239-2019 8.1.4.3 a; security 28).
 */
export const createRefusals = (
  parts: { readonly sql: Sql; readonly audit: Audit; readonly log: Pick<Logger, 'warn'> },
  now: () => number = Date.now,
): Refusals => {
  const kept = new Map<string, Counted>();
  let overflow = 0;
  let timer: NodeJS.Timeout | undefined;

  const rowOf = ({ district, person, route, code }: Refusal, count: number): AuditRow => ({
    district,
    person,
    action: 'access.refused',
    object: `route:${route}`,
    result: 'refused',
    detail: { code, ...(count > 1 ? { count } : {}) },
  });
  const write = (refusal: Refusal, count: number): Promise<void> =>
    withOrigin(refusal.origin, () => parts.audit.write(parts.sql, rowOf(refusal, count))).catch((error: unknown) =>
      parts.log.warn({ err: error, route: refusal.route }, 'a refusal could not be written into the audit log'),
    );

  const end = async (before: number): Promise<void> => {
    const over = [...kept].filter(([, one]) => one.since <= before);
    for (const [key] of over) kept.delete(key);
    for (const [, one] of over) if (one.more > 0) await write(one, one.more);
    if (overflow > 0 && kept.size === 0) {
      parts.log.warn({ count: overflow }, 'more kinds of refusals than are kept apart');
      overflow = 0;
    }
  };
  const arrange = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void end(now() - window).finally(() => {
        if (kept.size > 0) arrange();
      });
    }, window / 4);
    timer.unref();
  };

  return {
    tell: (refusal) => {
      const key = `${refusal.person} ${refusal.route} ${refusal.code}`;
      const known = kept.get(key);
      if (known && now() - known.since < window) {
        known.more += 1;
        return;
      }
      if (known && known.more > 0) void write(known, known.more);
      if (!known && kept.size >= mostKinds) {
        overflow += 1;
        return;
      }
      kept.set(key, { ...refusal, since: now(), more: 0 });
      void write(refusal, 1);
      arrange();
    },
    flush: async () => {
      clearTimeout(timer);
      timer = undefined;
      await end(Number.POSITIVE_INFINITY);
    },
  };
};

const always = new Set(['permission.denied', 'session.confirm', 'request.foreign-origin', 'request.too-many']);
/** Of what was asked wrongly, not of what was not allowed. */
const never = new Set(['route.unknown', 'session.incomplete']);

/** Which answers are refusals in the sense of the audit log: what lies out of reach is 403 or, so as not to tell, 404. */
export const isRefusedAccess = (code: string, status: number, mutating: boolean): boolean =>
  always.has(code) || (mutating && (status === 403 || status === 404) && !never.has(code));

/** The database would not take a row of the log, so nothing of the change stands. */
export const isAuditFailure = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  const { table, message, where } = error as { table?: unknown; message?: unknown; where?: unknown };
  return table === 'audit_row' || /\baudit_row\b/.test(`${String(message ?? '')} ${String(where ?? '')}`);
};
