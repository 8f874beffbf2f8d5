import { randomBytes } from 'node:crypto';
import { sql as raw } from 'kysely';
import type { Live, Sql, SqlOrTransaction } from '#platform/server/parts';
import { type Kek, wrapperOf } from './kek.ts';
import type { KeyFor } from './secret.ts';
import { findSuite, type SuiteName } from './suites.ts';

export interface DataKey {
  /** Lower-case letters and digits; part of every value that was sealed with it. */
  readonly id: string;
  readonly purpose: string;
  readonly algorithm: string;
  readonly state: 'active' | 'old';
  readonly bytes: Uint8Array;
}

export interface KeyRow {
  readonly id: string;
  readonly purpose: string;
  readonly algorithm: string;
  readonly state: 'active' | 'old';
  readonly madeAt: string;
  readonly retiredAt: string | null;
  /** Id of the wrapping key. */
  readonly wrappedBy: string;
}

export interface Keyring {
  /** The key for new values of a purpose; made when there is none. From memory. */
  readonly getActive: (purpose: string) => Promise<DataKey>;
  readonly findKey: (id: string) => Promise<DataKey | undefined>;
  /** A key for hashes, 32 bytes, by its purpose. */
  readonly keyFor: KeyFor;
  readonly list: () => Promise<readonly KeyRow[]>;
  /** Makes a new key for new values; the former one still opens what lies under it. @returns their ids */
  readonly rotate: (
    sql: SqlOrTransaction,
    purpose: string,
  ) => Promise<{ readonly old: string; readonly active: string }>;
  /** Wraps every key anew, with the first of the wrapping keys. @returns how many were wrapped by another */
  readonly rewrap: (sql: SqlOrTransaction) => Promise<number>;
  /** To be called after the transaction of a change: all processes read the keys again. */
  readonly changed: () => Promise<void>;
}

/** New values are sealed with a key that was in use at most so long ago, whatever news got lost. */
export const keysAreFreshMillis = 60_000;
/** News of a change of keys. */
const topic = 'keys';
export const hashAlgorithm = 'hmac-sm3';
const sealing = (purpose: string): boolean => purpose.startsWith('seal');

interface Stored extends Omit<DataKey, 'bytes'> {
  readonly wrapped: string;
}

interface Ring {
  readonly at: number;
  readonly byId: ReadonlyMap<string, DataKey>;
  readonly active: ReadonlyMap<string, DataKey>;
}

const boundOf = ({ id, purpose, algorithm }: Omit<DataKey, 'bytes' | 'state'>): string =>
  `data_key ${id} ${purpose} ${algorithm}`;

/**
 * The data keys of an installation: kept wrapped in `data_key`, unwrapped in memory. Purposes that begin with
 * `seal` have keys of the algorithm that is chosen for new ones; all others are keys for hashes.
 */
export const createKeyring = (options: {
  readonly sql: Sql;
  readonly kek: Kek;
  readonly live?: Pick<Live, 'tell' | 'listen'>;
  /** Of keys that are made from now on. */
  readonly algorithm?: SuiteName;
  /** Keys that stood before there was a table: made of the secret then, the same for ever. */
  readonly derived?: { readonly purposes: readonly string[]; readonly keyFor: KeyFor };
}): Keyring => {
  const { sql, kek, live, algorithm = 'sm4-ctr-hmac-sm3', derived } = options;
  let ring: Promise<Ring> | undefined;
  const unwrapped = new Map<string, Uint8Array>();

  const read = async (): Promise<Ring> => {
    const at = Date.now();
    const { rows } =
      await raw<Stored>`select id, purpose, algorithm, state, wrapped from data_key where wrapped <> ''`.execute(sql);
    const keys: DataKey[] = [];
    for (const { wrapped, ...key } of rows) {
      const bytes = unwrapped.get(key.id) ?? (await kek.unwrap(boundOf(key), wrapped));
      unwrapped.set(key.id, bytes);
      keys.push({ ...key, bytes });
    }
    return {
      at,
      byId: new Map(keys.map((key) => [key.id, key])),
      active: new Map(keys.filter((key) => key.state === 'active').map((key) => [key.purpose, key])),
    };
  };
  const reread = (): Promise<Ring> => {
    const reading = read();
    // What is known serves on when the table cannot be read now.
    const before = ring;
    ring = before ? reading.catch(() => before) : reading;
    reading.catch(() => {
      if (!before) ring = undefined;
    });
    return reading;
  };
  const known = async (): Promise<Ring> => {
    const one = await (ring ?? reread());
    return Date.now() - one.at > keysAreFreshMillis ? reread() : one;
  };
  live?.listen((news) => {
    if (news.topic === topic || news.topic === 'everything') reread().catch(() => undefined);
  });

  const insert = async (given: SqlOrTransaction, purpose: string): Promise<string> => {
    // An id begins with a letter: the place of a key in a sealed text is never taken for another part.
    const id = `k${randomBytes(5).toString('hex')}`;
    const name = sealing(purpose) ? algorithm : hashAlgorithm;
    const bytes = derived?.purposes.includes(purpose)
      ? await derived.keyFor(purpose)
      : new Uint8Array(randomBytes(findSuite(name)?.keyBytes ?? 32));
    const wrapped = await kek.wrap(boundOf({ id, purpose, algorithm: name }), bytes);
    await raw`
      insert into data_key (id, purpose, algorithm, wrapped, state) values (${id}, ${purpose}, ${name}, ${wrapped}, 'active')
      on conflict (purpose) where state = 'active' do nothing`.execute(given);
    return id;
  };

  const getActive = async (purpose: string): Promise<DataKey> => {
    const found = (await known()).active.get(purpose) ?? (await reread()).active.get(purpose);
    if (found) return found;
    // Of several processes that make one at once the first one's counts.
    await insert(sql, purpose);
    const made = (await reread()).active.get(purpose);
    if (!made) throw new Error(`no key for ${purpose}`);
    return made;
  };

  return {
    getActive,
    findKey: async (id) => (await known()).byId.get(id) ?? (await reread()).byId.get(id),
    keyFor: async (purpose) => (await getActive(purpose)).bytes,
    list: async () => {
      const { rows } = await raw<Omit<KeyRow, 'wrappedBy'> & { wrapped: string }>`
        select id, purpose, algorithm, state, made_at as "madeAt", retired_at as "retiredAt", wrapped
        from data_key order by purpose, made_at`.execute(sql);
      return rows.map(({ wrapped, ...row }) => ({ ...row, wrappedBy: wrapperOf(wrapped) }));
    },
    rotate: async (given, purpose) => {
      if (!sealing(purpose)) throw new Error(`${purpose} is a key for hashes: what it made cannot be made again`);
      await getActive(purpose);
      const { rows } = await raw<{ id: string }>`
        update data_key set state = 'old' where purpose = ${purpose} and state = 'active' returning id`.execute(given);
      return { old: rows[0]?.id ?? '', active: await insert(given, purpose) };
    },
    rewrap: async (given) => {
      const id = await kek.id();
      const { rows } = await raw<Stored>`
        select id, purpose, algorithm, state, wrapped from data_key where wrapped <> '' for update`.execute(given);
      const others = rows.filter(({ wrapped }) => wrapperOf(wrapped) !== id);
      for (const key of others) {
        const wrapped = await kek.wrap(boundOf(key), await kek.unwrap(boundOf(key), key.wrapped));
        await raw`update data_key set wrapped = ${wrapped} where id = ${key.id}`.execute(given);
      }
      return others.length;
    },
    changed: async () => {
      live?.tell({ topic, district: '', path: '', id: '' });
      await reread();
    },
  };
};
