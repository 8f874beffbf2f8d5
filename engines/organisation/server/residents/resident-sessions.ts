import { hash, randomBytes } from 'node:crypto';
import type { Id } from '#kernel/ids';
import { type Instant, instantOf, millisOf, plusMillis } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import type { ResidentSql, ResidentTransaction } from './tables.ts';
import { nowhere } from './tables.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
/** A neighbour who reports once in a while should not need a code each time; deeds that matter ask for one anyway. */
const idle = 30 * day;
const longest = 90 * day;
/** As with staff: news ends a session at once; memory is not believed longer than this without asking again. */
const believeFor = 5 * second;
const keepSeenAfter = 10 * minute;
const mostHeld = 20_000;

const tokenForm = /^r\.[A-Za-z0-9_-]{43}$/;
export const isResidentToken = (token: string): boolean => token.startsWith('r.');
const hashOf = (token: string): Buffer => hash('sha256', token, 'buffer');

interface Held {
  readonly session: Session;
  readonly endsAt: number;
  seenAt: number;
  seenKept: number;
  readAt: number;
}

/** Sessions of residents, in memory as those of staff, under tokens `r.…` of 256 random bits. */
export const createResidentSessions = (parts: Parts) => {
  const sql: ResidentSql = parts.sql;
  const held = new Map<string, Held>();
  let newsHeard = 0;

  const forgetResident = (resident: Id): void => {
    newsHeard += 1;
    for (const [token, one] of held) if (one.session.person === resident) held.delete(token);
  };
  const stop = parts.live.listen((news) => {
    if (news.topic === 'session') forgetResident(news.id);
    else if (news.topic === 'everything') {
      newsHeard += 1;
      held.clear();
    }
  });

  const keepSeen = (one: Held): void => {
    if (one.seenAt - one.seenKept < keepSeenAfter) return;
    one.seenKept = one.seenAt;
    sql
      .updateTable('resident_session')
      .set({ seen_at: instantOf(one.seenAt) })
      .where('id', '=', one.session.id)
      .where('seen_at', '<', instantOf(one.seenAt))
      .execute()
      .catch((error: unknown) => parts.log.warn({ err: error }, 'the use of a session could not be kept'));
  };

  const use = (token: string, one: Held, now: number): Session | undefined => {
    if (now >= one.endsAt || now - one.seenAt >= idle) {
      held.delete(token);
      return undefined;
    }
    one.seenAt = Math.max(one.seenAt, now);
    keepSeen(one);
    return one.session;
  };

  const load = async (token: string): Promise<Session | undefined> => {
    for (;;) {
      const before = newsHeard;
      const row = await sql
        .selectFrom('resident_session as s')
        .innerJoin('resident as r', 'r.id', 's.resident')
        .select(['s.id', 's.resident', 's.made_at', 's.seen_at', 's.ends_at'])
        .where('s.token_hash', '=', hashOf(token))
        .where('s.ended_at', 'is', null)
        .where('r.deleted_at', 'is', null)
        .executeTakeFirst();
      // What was read may be older than news that came meanwhile.
      if (before !== newsHeard) continue;
      const former = held.get(token);
      held.delete(token);
      if (!row) return undefined;
      const now = millisOf(parts.clock());
      const seenKept = millisOf(row.seen_at);
      const one: Held = {
        session: {
          id: row.id,
          kind: 'resident',
          person: row.resident,
          name: '',
          permissions: new Set(),
          posts: [],
          pending: null,
          confirmedAt: row.made_at,
        },
        endsAt: millisOf(row.ends_at),
        seenKept,
        seenAt: Math.max(seenKept, former?.seenAt ?? 0),
        readAt: now,
      };
      held.set(token, one);
      if (held.size > mostHeld) held.delete(held.keys().next().value ?? token);
      return use(token, one, now);
    }
  };

  return {
    find: (token: string): Session | undefined | Promise<Session | undefined> => {
      if (!tokenForm.test(token)) return undefined;
      const one = held.get(token);
      const now = millisOf(parts.clock());
      return one && now - one.readAt <= believeFor ? use(token, one, now) : load(token);
    },
    /** Opens a session. @returns its token, and seconds until it ends however often it is used */
    open: async (
      trx: ResidentTransaction,
      resident: Id,
      device: string | null,
      now: Instant,
    ): Promise<{ readonly id: Id; readonly token: string; readonly seconds: number }> => {
      const token = `r.${randomBytes(32).toString('base64url')}`;
      const id = parts.newId();
      await trx
        .insertInto('resident_session')
        .values({
          id,
          resident,
          token_hash: hashOf(token),
          made_at: now,
          seen_at: now,
          ends_at: plusMillis(now, longest),
          device,
        })
        .execute();
      return { id, token, seconds: longest / second };
    },
    /** Ends sessions of a resident: one, or all but one, or all. */
    end: async (
      trx: ResidentTransaction,
      resident: Id,
      now: Instant,
      which: { readonly only?: Id; readonly except?: Id } = {},
    ): Promise<number> => {
      let query = trx
        .updateTable('resident_session')
        .set({ ended_at: now })
        .where('resident', '=', resident)
        .where('ended_at', 'is', null);
      if (which.only) query = query.where('id', '=', which.only);
      if (which.except) query = query.where('id', '<>', which.except);
      return Number((await query.executeTakeFirst()).numUpdatedRows);
    },
    /** After the commit: every process forgets what it knew. */
    tellChanged: (resident: Id): void => {
      forgetResident(resident);
      parts.live.tell({ topic: 'session', district: nowhere, path: '', id: resident });
    },
    close: stop,
  };
};

export type ResidentSessions = ReturnType<typeof createResidentSessions>;
