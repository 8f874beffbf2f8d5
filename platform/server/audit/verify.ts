import type pg from 'pg';
import type { Anchor } from './anchor.ts';
import type { Macs } from './macs.ts';
import { type KeptRow, partsOfRow, rowColumns } from './rows.ts';
import { findDistricts, partsOfSeal } from './seal-rows.ts';

/** What is wrong with a log. */
export type FlawKind =
  | 'row-altered'
  | 'row-removed'
  | 'row-unsealed'
  | 'row-sealed-twice'
  | 'row-of-another-key'
  | 'seal-altered'
  | 'seal-removed'
  | 'seal-of-another-key'
  | 'tail-cut'
  | 'anchor-missing'
  | 'anchor-altered';

export interface Flaw {
  readonly kind: FlawKind;
  readonly district: string;
  /** Of the row. */
  readonly id?: string;
  /** Of the seal; of cut-off ones the last. */
  readonly seq?: number;
  readonly at?: string;
  readonly action?: string;
  /** How many rows or seals it is about, where that is known and not one. */
  readonly count?: number;
}

export interface Verification {
  readonly whole: boolean;
  readonly districts: number;
  readonly rows: number;
  readonly seals: number;
  /** Rows of the last minute that no seal covers yet. */
  readonly fresh: number;
  /** Rows that were forgotten by the policy of retention. */
  readonly forgotten: number;
  readonly anchored: number;
  /** The first of each kind; `counts` has all. */
  readonly flaws: readonly Flaw[];
  readonly counts: Readonly<Partial<Record<FlawKind, number>>>;
}

const sealsAtOnce = 200;
const rowsAtOnce = 2_000;
/** So many of each kind are named. */
const mostNamed = 200;
const sealedWithin = 60_000_000n;

interface KeptSeal {
  readonly seq: number;
  readonly micros: string;
  readonly ids: readonly string[];
  readonly count: number;
  readonly total: number;
  readonly mac: Buffer;
}

interface Found {
  readonly tell: (flaw: Flaw) => void;
  readonly add: (what: 'rows' | 'seals' | 'fresh' | 'forgotten' | 'anchored', count: number) => void;
}

/** How far the chain goes. */
interface Chain {
  /** Number of the last seal, 0 when there is none. */
  last: number;
  total: number;
}

export interface VerifyOptions {
  readonly pool: pg.Pool;
  readonly macs: { readonly row: Macs; readonly seal: Macs };
  readonly anchor: Anchor;
  readonly district?: string | undefined;
  readonly progress?: (done: number, total: number) => Promise<void> | void;
}

const iso = (micros: string): string => new Date(Number(BigInt(micros) / 1000n)).toISOString();
const isoOfId = (id: string): string => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString();

const ofRow = (row: KeptRow): Omit<Flaw, 'kind'> => ({
  district: row.district,
  id: row.id,
  at: iso(row.micros),
  action: row.action,
});

const checkRow = (row: KeptRow, macs: Macs, found: Found): boolean => {
  if (macs.fits(row.mac, partsOfRow(row))) return true;
  found.tell({ kind: macs.isForeign(row.mac) ? 'row-of-another-key' : 'row-altered', ...ofRow(row) });
  return false;
};

/** The newest authentic row that tells of forgotten seals: what it names is missing by right. */
const findForgotten = async (
  client: pg.PoolClient,
  macs: Macs,
  district: string,
): Promise<{ readonly last: number; readonly head: string; readonly total: number }> => {
  const { rows } = await client.query<KeptRow>(
    `select ${rowColumns} from audit_row r where r.district = $1 and r.object = $2 and r.action = 'audit.forget'
     order by r.id desc limit 20`,
    [district, `audit:${district}`],
  );
  for (const row of rows) {
    if (!macs.fits(row.mac, partsOfRow(row))) continue;
    const { lastSeq, head, total } = row.detail as { lastSeq: number; head: string; total: number };
    return { last: lastSeq, head, total };
  }
  return { last: 0, head: '', total: 0 };
};

/** Seals in groups whose rows are read at once: most seals of a quiet day have one row. */
const groupsOf = function* (seals: readonly KeptSeal[]): Generator<readonly KeptSeal[]> {
  let group: KeptSeal[] = [];
  let size = 0;
  for (const seal of seals) {
    if (group.length > 0 && size + seal.ids.length > rowsAtOnce) {
      yield group;
      [group, size] = [[], 0];
    }
    group.push(seal);
    size += seal.ids.length;
  }
  if (group.length > 0) yield group;
};

const readRows = async (
  client: pg.PoolClient,
  district: string,
  seals: readonly KeptSeal[],
): Promise<ReadonlyMap<string, KeptRow>> => {
  const { rows } = await client.query<KeptRow>(
    // One look into the key for each, whatever the planner believes of the table.
    `select found.* from unnest($2::uuid[]) as wanted(id) cross join lateral (
       select ${rowColumns} from audit_row r where r.district = $1 and r.id = wanted.id offset 0) found`,
    [district, seals.flatMap((seal) => seal.ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
};

const checkSeal = (
  byId: ReadonlyMap<string, KeptRow>,
  options: VerifyOptions,
  district: string,
  seal: KeptSeal,
  before: string | undefined,
  found: Found,
): void => {
  let rowsAreGood = true;
  for (const id of seal.ids) {
    const row = byId.get(id);
    if (row) {
      found.add('rows', 1);
      rowsAreGood = checkRow(row, options.macs.row, found) && rowsAreGood;
    } else {
      found.tell({ kind: 'row-removed', district, id, seq: seal.seq, at: isoOfId(id) });
      rowsAreGood = false;
    }
  }
  found.add('seals', 1);
  // The seal is over the macs of its rows: of altered or removed ones it cannot be counted again. What was sealed is
  // told by the ids and by the next seal, which is over its mac.
  const parts = partsOfSeal({
    district,
    seq: seal.seq,
    sealedAt: seal.micros,
    total: seal.total,
    before: before ?? '',
    rows: seal.ids.map((id) => ({ id, mac: byId.get(id)?.mac ?? null })),
  });
  const at = iso(seal.micros);
  if (options.macs.seal.isForeign(seal.mac)) found.tell({ kind: 'seal-of-another-key', district, seq: seal.seq, at });
  else if (seal.count !== seal.ids.length) found.tell({ kind: 'seal-altered', district, seq: seal.seq, at });
  else if (before !== undefined && !options.macs.seal.fits(seal.mac, parts) && rowsAreGood)
    found.tell({ kind: 'seal-altered', district, seq: seal.seq, at });
};

const checkChain = async (
  client: pg.PoolClient,
  options: VerifyOptions,
  district: string,
  found: Found,
  anchored: ReadonlyMap<number, string>,
  tick: (seals: number) => Promise<void>,
): Promise<Chain> => {
  const forgotten = await findForgotten(client, options.macs.row, district);
  found.add('forgotten', forgotten.total);
  const chain: Chain = { last: forgotten.last, total: forgotten.total };
  /** Undefined after a gap: what stood before is not known. */
  let before: string | undefined = forgotten.head;
  for (let from = 0; ; ) {
    const { rows: seals } = await client.query<KeptSeal>(
      `select seq, (extract(epoch from sealed_at) * 1000000)::bigint::text as micros, ids, count, total, mac
       from audit_seal where district = $1 and seq > $2 order by seq limit ${sealsAtOnce}`,
      [district, from],
    );
    for (const group of groupsOf(seals)) {
      const byId = await readRows(client, district, group);
      for (const seal of group) {
        if (seal.seq !== chain.last + 1) {
          found.tell({ kind: 'seal-removed', district, seq: seal.seq - 1, count: seal.seq - 1 - chain.last });
          before = undefined;
        }
        checkSeal(byId, options, district, seal, before, found);
        const hex = seal.mac.toString('hex');
        const written = anchored.get(seal.seq);
        if (written !== undefined && written !== hex)
          found.tell({ kind: 'seal-altered', district, seq: seal.seq, at: iso(seal.micros) });
        before = hex;
        chain.last = seal.seq;
        chain.total = seal.total;
      }
      await tick(group.length);
    }
    const last = seals.at(-1);
    if (!last) return chain;
    from = last.seq;
  }
};

/** Rows that no seal names, and ids that two seals name: both found by the database, which may spill to its disk. */
const checkOutside = async (
  client: pg.PoolClient,
  options: VerifyOptions,
  district: string,
  found: Found,
): Promise<void> => {
  const { rows: clock } = await client.query<{ now: string }>(
    'select (extract(epoch from clock_timestamp()) * 1000000)::bigint::text as now',
  );
  const now = BigInt(clock[0]?.now ?? '0');
  // Hashed once, not looked through for each row.
  await client.query('set local enable_nestloop = off');
  await client.query(
    `declare outside no scroll cursor for select ${rowColumns} from audit_row r where r.district = $1 and not exists (
       select from (select unnest(ids) as id from audit_seal where district = $1) known where known.id = r.id)`,
    [district],
  );
  await client.query('set local enable_nestloop = on');
  for (;;) {
    const { rows } = await client.query<KeptRow>(`fetch ${rowsAtOnce} from outside`);
    if (rows.length === 0) break;
    found.add('rows', rows.length);
    for (const row of rows) {
      if (!checkRow(row, options.macs.row, found)) continue;
      // By its id as well: a row may tell of an earlier time than that of its writing.
      if (now - BigInt(row.micros) <= sealedWithin) found.add('fresh', 1);
      else found.tell({ kind: 'row-unsealed', ...ofRow(row) });
    }
  }
  await client.query('close outside');
  const { rows: twice } = await client.query<{ id: string }>(
    `select id from (select unnest(ids) as id from audit_seal where district = $1) known group by id having count(*) > 1 limit ${mostNamed}`,
    [district],
  );
  for (const { id } of twice) found.tell({ kind: 'row-sealed-twice', district, id, at: isoOfId(id) });
};

interface AnchorSummary {
  /** Of each district the newest head that still counts. */
  readonly heads: Map<string, { seq: number; seal: string; total: number; at: string }>;
  readonly bySeq: Map<string, Map<number, string>>;
}

/** Heads that are compared by value: the newest of each district, so that memory stays flat over years of lines. */
const mostHeads = 20_000;

const readAnchor = async ({ anchor, district }: VerifyOptions, found: Found): Promise<AnchorSummary> => {
  const summary: AnchorSummary = { heads: new Map(), bySeq: new Map() };
  for await (const line of anchor.read()) {
    if (!line) {
      found.tell({ kind: 'anchor-altered', district: '' });
      continue;
    }
    if (district !== undefined && line.district !== district) continue;
    found.add('anchored', 1);
    const known = summary.heads.get(line.district);
    const seqs = summary.bySeq.get(line.district) ?? new Map<number, string>();
    summary.bySeq.set(line.district, seqs);
    if (line.kind === 'restored') for (const seq of seqs.keys()) if (seq > line.seq) seqs.delete(seq);
    if (line.kind === 'restored' || !known || line.seq >= known.seq) summary.heads.set(line.district, line);
    // What was written first counts: a log begun anew in the place of another writes the same numbers again.
    if (line.seq > 0 && !seqs.has(line.seq)) seqs.set(line.seq, line.seal);
    if (seqs.size > mostHeads) seqs.delete(seqs.keys().next().value ?? 0);
  }
  return summary;
};

/**
 * Looks at every row and every seal, in one snapshot, with flat memory.
 * @throws when the database cannot be read; what is wrong with the log is the answer, not an error
 */
export const verifyAudit = async (options: VerifyOptions): Promise<Verification> => {
  const { pool, anchor, district } = options;
  const flaws: Flaw[] = [];
  const counts: Partial<Record<FlawKind, number>> = {};
  const sums = { rows: 0, seals: 0, fresh: 0, forgotten: 0, anchored: 0 };
  const found: Found = {
    tell: (flaw) => {
      const count = (counts[flaw.kind] = (counts[flaw.kind] ?? 0) + 1);
      if (count <= mostNamed) flaws.push(flaw);
    },
    add: (what, count) => {
      sums[what] += count;
    },
  };
  // First the anchor: a head is written after the commit of its seal, so the snapshot is never behind it.
  const anchors = await readAnchor(options, found);
  const client = await pool.connect();
  let districts: readonly string[] = [];
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
    const there = new Set([
      ...(await findDistricts(client, 'audit_row')),
      ...(await findDistricts(client, 'audit_seal')),
      ...anchors.heads.keys(),
    ]);
    districts = [...there].filter((one) => district === undefined || one === district).sort();
    const { rows: all } = await client.query<{ n: number }>(
      'select count(*) as n from audit_seal where $1::text is null or district = $1',
      [district ?? null],
    );
    let done = 0;
    const tick = async (seals: number): Promise<void> => {
      done += seals;
      await options.progress?.(done, all[0]?.n ?? done);
    };
    for (const one of districts) {
      const chain = await checkChain(client, options, one, found, anchors.bySeq.get(one) ?? new Map(), tick);
      await checkOutside(client, options, one, found);
      const head = anchors.heads.get(one);
      if (head && head.seq > chain.last) {
        const rows = Math.max(0, head.total - chain.total);
        found.tell({ kind: 'tail-cut', district: one, seq: head.seq, at: head.at, count: rows });
      }
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  if (sums.seals > 0 && !(await anchor.exists())) found.tell({ kind: 'anchor-missing', district: district ?? '' });
  return { whole: flaws.length === 0, districts: districts.length, ...sums, flaws, counts };
};
