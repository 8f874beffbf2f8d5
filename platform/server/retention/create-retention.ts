import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Parts } from '#platform/server/parts';

/** What is deleted or made nameless when its time is over. Each is declared once, in `apps/server/retention-rules.ts`. */
export interface RetentionRule {
  readonly id: string;
  readonly name: Label;
  /** How long, and from when on. */
  readonly keeps: Label;
  /** How much is over at a moment. */
  readonly count: (now: Instant) => Promise<number>;
  /** Deletes it, batch by batch; a repeat finds nothing. @returns how much it was */
  readonly apply: (now: Instant) => Promise<number>;
}

export interface Due {
  readonly rule: RetentionRule;
  readonly due: number;
}

export interface Retention {
  readonly preview: (now?: Instant) => Promise<readonly Due[]>;
  /** One rule that fails stops no other. */
  readonly run: (now?: Instant) => Promise<readonly Due[]>;
}

/** Day and time stay; the last day of a month that is too short. */
export const addMonths = (at: Instant, months: number): Instant => {
  const from = new Date(at);
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), last));
  return to.toISOString();
};

/** Deletes what is over, by the rules that are declared, and writes down what it did (GB/T 22239-2019 8.1.4.5 g, h; 个人信息保护法 47). */
export const createRetention = (
  parts: Pick<Parts, 'sql' | 'audit' | 'clock' | 'log'>,
  rules: readonly RetentionRule[],
): Retention => ({
  preview: async (now = parts.clock()) => {
    const due: Due[] = [];
    for (const rule of rules) due.push({ rule, due: await rule.count(now) });
    return due;
  },
  run: async (now = parts.clock()) => {
    const done: Due[] = [];
    const failed: string[] = [];
    for (const rule of rules) {
      try {
        done.push({ rule, due: await rule.apply(now) });
      } catch (error) {
        failed.push(rule.id);
        parts.log.error({ err: error, rule: rule.id }, 'a rule of retention failed');
      }
    }
    await parts.audit.write(parts.sql, {
      district: '000000',
      person: null,
      action: 'retention.run',
      object: 'retention',
      result: 'done',
      detail: {
        ...Object.fromEntries(done.filter(({ due }) => due > 0).map(({ rule, due }) => [rule.id, due])),
        ...(failed.length ? { failed: failed.join(' ') } : {}),
      },
    });
    return done;
  },
});
