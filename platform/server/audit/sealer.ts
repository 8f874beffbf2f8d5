import type pg from 'pg';
import type { Logger } from 'pino';
import type { Anchor, Head } from './anchor.ts';
import type { Macs } from './macs.ts';
import type { KeptRow } from './rows.ts';
import { findDistricts, sealDistrict } from './seal-rows.ts';

/** So soon after a row was made its district is looked at. */
const soonMillis = 200;
const roundMillis = 1_000;
/** What other processes left behind is found within this time. */
const sweepMillis = 30_000;
/** A row is made before it is committed; so long its district is looked at again. */
const lingerMillis = 5_000;

export interface SealerState {
  readonly lastSealedAt: string | null;
  readonly lastAnchoredAt: string | null;
  /** Since when sealing or anchoring fails; null while it works. */
  readonly failingSince: string | null;
}

export interface Sealer {
  /** A row of this district was made and is about to be committed. */
  readonly kick: (district: string) => void;
  readonly start: () => void;
  /** Seals everything that is visible now, of all districts. */
  readonly sealNow: () => Promise<void>;
  /** Seals and anchors the rest. */
  readonly stop: () => Promise<void>;
  readonly state: () => SealerState;
}

export const createSealer = (options: {
  readonly pool: pg.Pool;
  readonly macs: { readonly seal: Macs };
  readonly anchor: Anchor;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Rows as they are sealed: for the copy outside. `all` when they may be old ones. */
  readonly hear?: (rows: readonly KeptRow[], all: boolean) => void;
  readonly hearHead?: (head: Head) => void;
}): Sealer => {
  const { pool, macs, anchor, log, hear, hearHead } = options;
  /** District → until when it is looked at each round. */
  const dirty = new Map<string, number>();
  const heads = new Map<string, Head>();
  let soon: NodeJS.Timeout | undefined;
  let round: NodeJS.Timeout | undefined;
  let lastSweep = 0;
  let lastAnchor = 0;
  let working: Promise<void> = Promise.resolve();
  let state: SealerState = { lastSealedAt: null, lastAnchoredAt: null, failingSince: null };

  const anchorHeads = async (atOnce: boolean): Promise<void> => {
    if (heads.size === 0 || (!atOnce && Date.now() - lastAnchor < roundMillis)) return;
    const given = [...heads.values()];
    heads.clear();
    lastAnchor = Date.now();
    const at = new Date().toISOString();
    try {
      await anchor.append('head', given, at);
    } catch (error) {
      for (const head of given) if (!heads.has(head.district)) heads.set(head.district, head);
      throw error;
    }
    state = { ...state, lastAnchoredAt: at };
    for (const head of given) hearHead?.(head);
  };

  const sealOne = async (district: string): Promise<void> => {
    const until = dirty.get(district) ?? 0;
    const { head, again } = await sealDistrict(pool, macs, district, hear);
    if (head) {
      heads.set(district, head);
      state = { ...state, lastSealedAt: new Date().toISOString() };
    }
    if (!again && dirty.get(district) === until && until < Date.now()) dirty.delete(district);
  };

  const pass = async (all: boolean): Promise<void> => {
    try {
      if (all || Date.now() - lastSweep > sweepMillis) {
        lastSweep = Date.now();
        for (const district of await findDistricts(pool)) if (!dirty.has(district)) dirty.set(district, 0);
      }
      // As they are now: what is kicked meanwhile has its turn in the next round.
      const districts = [...dirty.keys()];
      for (const district of districts) await sealOne(district);
      await anchorHeads(all);
      if (state.failingSince) log.warn({ since: state.failingSince }, 'the audit log is sealed again');
      state = { ...state, failingSince: null };
    } catch (error) {
      if (!state.failingSince) log.error({ err: error }, 'the audit log cannot be sealed');
      state = { ...state, failingSince: state.failingSince ?? new Date().toISOString() };
    }
  };
  /** One after another: two at once would only wait for the same lock. */
  const then = (all: boolean): Promise<void> => {
    working = working.then(() => pass(all));
    return working;
  };

  return {
    kick: (district) => {
      dirty.set(district, Date.now() + lingerMillis);
      if (soon || !round) return;
      soon = setTimeout(() => {
        soon = undefined;
        void then(false);
      }, soonMillis);
      soon.unref();
    },
    start: () => {
      if (round) return;
      let busy = false;
      round = setInterval(() => {
        if (busy) return;
        busy = true;
        void then(false).finally(() => {
          busy = false;
        });
      }, roundMillis);
      round.unref();
      void then(true);
    },
    sealNow: () => then(true),
    stop: async () => {
      clearInterval(round);
      clearTimeout(soon);
      round = undefined;
      soon = undefined;
      await then(true);
    },
    state: () => state,
  };
};
