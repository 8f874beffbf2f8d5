import { rankOf, type Sensitivity } from '#kernel/sensitivity';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { ActingPost, Actor, Playbook } from '#engines/case/model';
import { inScope, outermostScopes, scopeRange } from '#engines/territory/model';
import type { Session, SessionPost } from '#platform/server/parts';
import type { StoredCase } from './case-store.ts';

declare const gate: unique symbol;
declare const seen: unique symbol;

/** Which labels may be seen (安全标记): plain ones up to a rank, and matters of key persons of these playbooks. */
export interface Labels {
  /** 0 public … 2 sensitive; -1: none. */
  readonly rank: number;
  /** Playbooks whose matters of key persons may be known. */
  readonly named: readonly string[];
}

/**
 * What a person may read of matters, through the posts held now. Only this file makes one, and everything that
 * reads matters for a person wants one: a query that forgets the rule does not compile.
 */
export interface Reader {
  readonly [gate]: true;
  readonly person: Id;
  /** Rights that ended before are no rights any more. */
  readonly now: Instant;
  readonly districts: readonly string[];
  /** They do not overlap: two of them differ in place or in label. */
  readonly scopes: readonly ReaderScope[];
  /** Bodies whose tasks the person may read. */
  readonly bodies: readonly ReaderBody[];
  /** Of all posts together: what one may see of one's own reports. */
  readonly labels: Labels;
}

export interface ReaderScope {
  readonly district: string;
  readonly scope: string;
  readonly from: string;
  readonly to: string;
  /** Ranks of labels, both inclusive. */
  readonly low: number;
  readonly high: number;
  /** Of rank 3 only matters of these; null: of all playbooks. */
  readonly playbooks: readonly string[] | null;
}

export interface ReaderBody {
  readonly district: string;
  readonly body: Id;
  readonly labels: Labels;
}

/** A matter that passed the reading rule, or whose reporter has proved himself. Views take nothing else. */
export type SeenCase = StoredCase & { readonly [seen]: true };

/** A post at which somebody works, with the labels that it may see. */
export type WorkingPost = Pick<SessionPost, 'id' | 'role' | 'body' | 'forBody' | 'scope' | 'district'> & {
  readonly labels: Labels;
};

const plain = rankOf('sensitive');
const noLabels: Labels = { rank: -1, named: [] };

const together = (all: readonly Labels[]): Labels => ({
  rank: Math.max(-1, ...all.map((one) => one.rank)),
  named: [...new Set(all.flatMap((one) => one.named))].sort(),
});

export const mayKnow = (labels: Labels, matter: { readonly sensitivity: number; readonly playbook: string }): boolean =>
  matter.sensitivity <= labels.rank || (matter.sensitivity > plain && labels.named.includes(matter.playbook));

const bandsIn = (district: string, posts: readonly (SessionPost & { readonly labels: Labels })[]): ReaderScope[] => {
  const of = (fit: (labels: Labels) => boolean, band: Pick<ReaderScope, 'low' | 'high' | 'playbooks'>): ReaderScope[] =>
    outermostScopes(posts.filter((post) => fit(post.labels)).map((post) => post.scope)).map((scope) => ({
      district,
      scope,
      ...scopeRange(scope),
      ...band,
    }));
  const ranks = [...new Set(posts.map((post) => post.labels.rank))].filter((rank) => rank >= 0).sort((a, b) => a - b);
  const bands = ranks.flatMap((high, index) =>
    of(({ rank }) => rank >= high, { low: (ranks[index - 1] ?? -1) + 1, high, playbooks: null }),
  );
  const named = together(posts.map((post) => post.labels)).named.flatMap((playbook) =>
    of((labels) => labels.named.includes(playbook), { low: plain + 1, high: plain + 1, playbooks: [playbook] }),
  );
  return [...bands, ...named];
};

/**
 * The reading rule, the only one: a matter may be read when its place lies in the range of a post of mine that
 * reads its range, or while my body has the task and my post its work, or when I reported it; and in each case only when that post's
 * clearance reaches its label (and, of key persons, its role is named by the playbook). A right reaches as far as
 * the post that carries it, so only posts whose role has the permission count.
 * Lists, counts, exports and searches build their SQL on it (`list-conditions.ts`); single matters ask `see`.
 */
export const createReaders = (playbooks: readonly Playbook[]) => {
  const labelsOf = (post: { readonly role: string; readonly clearance: Sensitivity }): Labels => ({
    rank: Math.min(plain, rankOf(post.clearance)),
    named:
      post.clearance === 'key-persons'
        ? playbooks.filter((playbook) => playbook.audience?.includes(post.role)).map((playbook) => playbook.id)
        : [],
  });

  const readerOf = (session: Session, now: Instant, permission: string = 'case.read'): Reader => {
    const posts = session.posts
      .filter((post) => post.permissions.has(permission))
      .map((post) => ({ ...post, labels: labelsOf(post) }));
    const districts = [...new Set(session.posts.map((post) => post.district))];
    const bodies = new Map<string, ReaderBody>();
    for (const { district, body, forBody, labels } of posts) {
      if (!forBody) continue;
      const known = bodies.get(`${district} ${body}`);
      bodies.set(`${district} ${body}`, { district, body, labels: together([known?.labels ?? noLabels, labels]) });
    }
    return {
      person: session.person,
      now,
      districts,
      scopes: districts.flatMap((district) =>
        bandsIn(
          district,
          posts.filter((post) => post.district === district && post.reads === 'range'),
        ),
      ),
      bodies: [...bodies.values()],
      labels: together(posts.map((post) => post.labels)),
    } satisfies Omit<Reader, typeof gate> as unknown as Reader;
  };

  /** Posts that may act, with what they may know. */
  const workingPosts = (session: Session): readonly WorkingPost[] =>
    session.posts
      .filter((post) => post.permissions.has('case.act'))
      .map((post) => ({ ...post, labels: labelsOf(post) }));

  /** The signed-in person as the rules of a playbook see him, with the posts that may act on this matter. */
  const actorOn = (session: Session, matter: Pick<StoredCase, 'sensitivity' | 'state'>): Actor =>
    staff(
      session,
      session.posts.filter(
        (post) =>
          post.permissions.has('case.act') &&
          mayKnow(labelsOf(post), { sensitivity: matter.sensitivity, playbook: matter.state.playbook }),
      ),
    );

  return { readerOf, workingPosts, actorOn, labelsOf };
};

export type Readers = ReturnType<typeof createReaders>;

const staff = (session: Session, posts: readonly SessionPost[]): Actor => ({
  kind: 'staff',
  person: session.person,
  name: session.name,
  posts: posts.map(
    ({ id, role, body, forBody, scope, title }): ActingPost => ({
      id,
      role,
      body,
      ...(!forBody && { forBody }),
      scope,
      title,
    }),
  ),
});

/** The signed-in person with all posts that may act: for reports, which are on no matter yet. */
export const actorOf = (session: Session): Actor =>
  staff(
    session,
    session.posts.filter((post) => post.permissions.has('case.act')),
  );

const mayRead = (reader: Reader, stored: StoredCase): boolean => {
  const { path } = stored.state.place;
  const matter = { sensitivity: stored.sensitivity, playbook: stored.state.playbook };
  return (
    reader.scopes.some(
      ({ district, scope, low, high, playbooks }) =>
        district === stored.district &&
        inScope(path, scope) &&
        matter.sensitivity >= low &&
        matter.sensitivity <= high &&
        (playbooks === null || playbooks.includes(matter.playbook)),
    ) ||
    reader.bodies.some(
      ({ district, body, labels }) =>
        district === stored.district && stored.grantedTo.includes(body) && mayKnow(labels, matter),
    ) ||
    (stored.state.reporter.person === reader.person && mayKnow(reader.labels, matter))
  );
};

/** The matter, if the reader may read it; undefined is told as if it did not exist. */
export const see = (reader: Reader, stored: StoredCase | undefined): SeenCase | undefined =>
  stored && mayRead(reader, stored) ? (stored as SeenCase) : undefined;

/** For whoever has shown number and query code, and for what somebody has just done himself. */
export const seenByProof = (stored: StoredCase): SeenCase => stored as SeenCase;

/** A matter that anybody may be told of who stands beside it: title, number, stage. */
export interface OpenlyKnown {
  readonly rank: number;
  /** Playbooks that residents report by. */
  readonly playbooks: readonly string[];
}

export const openlyKnown = (playbooks: () => readonly Playbook[]): OpenlyKnown => ({
  rank: rankOf('internal'),
  get playbooks() {
    return playbooks()
      .filter((playbook) => playbook.reporters.includes('resident'))
      .map((playbook) => playbook.id);
  },
});

export const isOpenlyKnown = (known: OpenlyKnown, stored: StoredCase): boolean =>
  stored.sensitivity <= known.rank && known.playbooks.includes(stored.state.playbook);
