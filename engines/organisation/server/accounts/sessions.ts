import { hash, randomBytes } from 'node:crypto';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText, instantOf, millisOf } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import { type Role, sessionLimitsOf } from '#engines/organisation/model';
import type { Holdings } from '../people/holdings.ts';
import { type KeptPost, sessionPost } from './session-post.ts';
import type { CoverSeals } from '../duty/cover-seals.ts';
import type { OrganisationPorts } from '../ports.ts';
import { findSessionRow, keepSeen, listLiveSessions, type SessionRow } from './session-store.ts';
import type { OrganisationSql } from '../tables.ts';

const second = 1000;
const minute = 60 * second;
/** News ends a session at once; should news get lost, memory is compared with the database this often. */
const compareAfter = 2 * second;
/** Memory that could not be compared for so long is not believed any more. */
const believeFor = 5 * second;
/** The database learns at most this often that a session is in use. */
const keepSeenAfter = minute;
/** A session not used for so long leaves memory; the database still has it. */
const forgetAfter = 10 * minute;

interface Held {
  readonly row: SessionRow;
  readonly session: Session;
  readonly day: DateText;
  /** Another list: two people changed a role since. */
  readonly roles: readonly Role[];
  readonly idle: number;
  readonly endsAt: number;
  seenAt: number;
  seenKept: number;
  comparedAt: number;
}

/** 256 random bits behind the district, which tells the shard. */
export const newToken = (district: string): string => `${district}.${randomBytes(32).toString('base64url')}`;
export const hashOfToken = (token: string): Buffer => hash('sha256', token, 'buffer');
export const districtOfToken = (token: string | undefined): string => token?.slice(0, 6) ?? '';
const tokenForm = /^([0-9]{6})\.[A-Za-z0-9_-]{43}$/;

/**
 * Sessions in memory. A request costs no round trip to the database while its session is known; every
 * change of what a person may do reaches all server processes as news, and as a comparison of stamps.
 */
export const createSessions = (
  parts: Parts,
  ports: Pick<OrganisationPorts, 'roles'>,
  holdings: Pick<Holdings, 'isTrue'>,
  covers: Pick<CoverSeals, 'findPostBehind'>,
) => {
  const sql: OrganisationSql = parts.sql;
  const held = new Map<string, Held>();
  const byPerson = new Map<Id, Set<string>>();
  let comparing: Promise<void> | undefined;
  let newsHeard = 0;

  const forget = (token: string): void => {
    const one = held.get(token);
    if (!one) return;
    held.delete(token);
    const tokens = byPerson.get(one.row.person);
    tokens?.delete(token);
    if (tokens?.size === 0) byPerson.delete(one.row.person);
  };
  const forgetPerson = (person: Id): void => {
    for (const token of byPerson.get(person) ?? []) forget(token);
  };

  const hold = (token: string, row: SessionRow, now: number, day: DateText): Held => {
    const roles = row.posts.map((post) => post.role);
    const limits = sessionLimitsOf(ports.roles(), roles);
    // A sign-in that is not complete has nothing: even a route that forgot to ask would give nothing away.
    const posts = row.pending === null ? row.posts.map((post) => sessionPost(ports.roles(), post)) : [];
    const session: Session = {
      id: row.id,
      kind: 'staff',
      person: row.person,
      name: row.name,
      permissions: new Set(posts.flatMap((post) => [...post.permissions])),
      posts,
      pending: row.pending,
      confirmedAt: row.confirmed_at ?? row.made_at,
    };
    const seenKept = millisOf(row.seen_at);
    const one: Held = {
      row,
      session,
      day,
      roles: ports.roles(),
      idle: limits.idleMinutes * minute,
      // A stricter role received later shortens the sign-in too.
      endsAt: Math.min(millisOf(row.ends_at), millisOf(row.made_at) + limits.hours * 60 * minute),
      seenAt: Math.max(seenKept, held.get(token)?.seenAt ?? 0),
      seenKept,
      comparedAt: now,
    };
    held.set(token, one);
    const tokens = byPerson.get(row.person) ?? new Set();
    byPerson.set(row.person, tokens.add(token));
    return one;
  };

  const compare = async (): Promise<void> => {
    const asked = [...held];
    const now = millisOf(parts.clock());
    const living = new Map(
      (
        await listLiveSessions(
          sql,
          asked.map(([, one]) => one.row),
        )
      ).map((row) => [row.id, row]),
    );
    for (const [token, one] of asked) {
      const row = living.get(one.row.id);
      if (row?.stamp !== one.row.stamp || now - one.seenAt > forgetAfter) forget(token);
      else {
        one.comparedAt = now;
        one.seenAt = Math.max(one.seenAt, millisOf(row.seen_at));
      }
    }
  };
  const compareSoon = (): void => {
    comparing ??= compare()
      .catch((error: unknown) => parts.log.warn({ err: error }, 'sessions could not be compared'))
      .finally(() => {
        comparing = undefined;
      });
  };

  const use = (token: string, one: Held, now: number): Session | undefined => {
    if (now >= one.endsAt || now - one.seenAt >= one.idle) {
      forget(token);
      return undefined;
    }
    one.seenAt = Math.max(one.seenAt, now);
    if (one.seenAt - one.seenKept >= keepSeenAfter) {
      one.seenKept = one.seenAt;
      keepSeen(sql, one.row.district, one.row.id, instantOf(one.seenAt)).catch((error: unknown) =>
        parts.log.warn({ err: error }, 'the use of a session could not be kept'),
      );
    }
    return one.session;
  };

  /** A holding that was altered beside the program gives nothing (GB/T 39786-2021 8.4). */
  const believed = async (row: SessionRow | undefined): Promise<SessionRow | undefined> => {
    if (!row) return undefined;
    const posts: KeptPost[] = [];
    for (const post of row.posts) {
      if (!post.kept) continue;
      const { id, role, from, kept, keptIn = row.district } = post;
      const holding = { district: keptIn, post: id, person: row.person, from, to: kept.to, role };
      if (await holdings.isTrue(holding, kept.seal)) posts.push(post);
    }
    // Standing in for somebody leans on a post of one's own: without that one it is not believed either.
    for (const post of row.posts) {
      if (post.kept || !post.absence) continue;
      const behind = await covers.findPostBehind(post.keptIn ?? row.district, post.absence, post.id);
      if (posts.some((own) => own.kept && own.id === behind)) posts.push(post);
    }
    return { ...row, posts };
  };

  const load = async (token: string, district: string): Promise<Session | undefined> => {
    for (;;) {
      const before = newsHeard;
      const now = millisOf(parts.clock());
      const day = chinaDate(instantOf(now));
      const row = await believed(await findSessionRow(sql, district, hashOfToken(token), day, ports.roles()));
      // What was read may be older than news that came meanwhile.
      if (before !== newsHeard) continue;
      if (row) return use(token, hold(token, row, now, day), now);
      forget(token);
      return undefined;
    }
  };

  /** Answers from memory; asks the database for a session it does not know or may not believe any more. */
  const find = (token: string): Session | undefined | Promise<Session | undefined> => {
    const district = tokenForm.exec(token)?.[1];
    if (district === undefined) return undefined;
    const now = millisOf(parts.clock());
    const one = held.get(token);
    // A new day may begin or end a holding.
    const outdated = !one || one.day !== chinaDate(instantOf(now)) || one.roles !== ports.roles();
    if (outdated || now - one.comparedAt > believeFor) return load(token, district);
    if (now - one.comparedAt > compareAfter) compareSoon();
    return use(token, one, now);
  };

  const stopListening = parts.live.listen((news) => {
    if (news.topic === 'session') {
      newsHeard += 1;
      forgetPerson(news.id);
    } else if (news.topic === 'everything' || news.topic === 'organisation') {
      // The line was down and whatever happened meanwhile is unknown; or a body has other posts, and its work other hands.
      newsHeard += 1;
      for (const one of held.values()) one.comparedAt = 0;
    }
  });

  return {
    find,
    /** To be called after the commit of whatever changed what a person may do. */
    tellChanged: (district: string, person: Id): void => {
      newsHeard += 1;
      forgetPerson(person);
      parts.live.tell({ topic: 'session', district, path: '', id: person });
    },
    close: stopListening,
  };
};

export type Sessions = ReturnType<typeof createSessions>;
