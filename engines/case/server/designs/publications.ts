import type { Pool } from 'pg';
import { type Instant, millisOf } from '#kernel/instant';
import type { Playbook } from '#engines/case/model';

/** A version that a district published, as the rules of reporting look at it. */
export interface Publication {
  readonly district: string;
  readonly playbook: string;
  readonly version: number;
  readonly in_force_at: Instant;
  readonly ends_at: Instant | null;
}

/** The district's own version of a playbook at a moment: the latest that has begun and was not withdrawn. */
export const publishedAt = (
  known: readonly Publication[],
  district: string,
  playbook: string,
  now: Instant,
): Publication | undefined =>
  known
    .filter(
      (one) =>
        one.district === district &&
        one.playbook === playbook &&
        one.in_force_at <= now &&
        (one.ends_at === null || one.ends_at > now),
    )
    .reduce<Publication | undefined>(
      (latest, one) =>
        !latest ||
        one.in_force_at > latest.in_force_at ||
        (one.in_force_at === latest.in_force_at && one.version > latest.version)
          ? one
          : latest,
      undefined,
    );

/** Should news get lost, memory is this old at most before it is read again beside the work … */
const freshFor = 5_000;
/** … and before a command waits for it. A publication begins later than this (`startsAfter`), so nobody meets an unknown version. */
const waitAfter = 8_000;
/** Milliseconds between a publication and its first matter. */
export const startsAfter = 10_000;

/** What the districts published, in memory; every server process follows. */
export const createPublications = (
  pool: Pool,
  clock: () => Instant,
  readDefinitions: (keys: readonly Publication[]) => Promise<void>,
) => {
  let known: readonly Publication[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const began = millisOf(clock());
    const { rows } = await pool.query<Publication>(
      'select district, playbook, version, in_force_at, ends_at from playbook_publication order by district, playbook, version',
    );
    await readDefinitions(rows);
    known = rows;
    readAt = began;
  };
  const reload = (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  return {
    known: (): readonly Publication[] => known,
    /** Reads what was committed before the call, even if a reading began earlier. */
    reloadNow: async (): Promise<void> => {
      await reading?.catch(() => undefined);
      await reload();
    },
    /** Resolves when what is known is fresh enough to decide by. */
    fresh: async (): Promise<void> => {
      // A clock that was set back tells nothing of the age either.
      const age = Math.abs(millisOf(clock()) - readAt);
      if (age > waitAfter) await reload();
      else if (age > freshFor) reload().catch(() => undefined);
    },
  };
};

export type Publications = ReturnType<typeof createPublications>;

/** Playbooks by id, each as the district has it at a moment. */
export const inForce = (
  packed: ReadonlyMap<string, Playbook>,
  known: readonly Publication[],
  find: (playbook: string, version: number) => Playbook | undefined,
  district: string | undefined,
  now: Instant,
): readonly Playbook[] => {
  if (district === undefined) return [...packed.values()];
  const own = new Set(known.filter((one) => one.district === district).map((one) => one.playbook));
  const of = (id: string): Playbook | undefined => {
    const published = own.has(id) ? publishedAt(known, district, id, now) : undefined;
    return (published && find(id, published.version)) ?? packed.get(id);
  };
  return [...packed.keys(), ...[...own].filter((id) => !packed.has(id))].flatMap((id) => of(id) ?? []);
};
