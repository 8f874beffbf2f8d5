import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { type Label, label } from '#kernel/label';
import { pathAfter, peoplePathAfter, rangesOf, type Relocation } from '#engines/territory/model';
import type { Live, Sql, SqlOrTransaction } from '#platform/server/parts';
import { type PathPairs, pathPairs } from '#platform/server/sql';
import { placeTermsSql } from './words.ts';

interface Moved {
  readonly what: string;
  readonly name: Label;
  readonly count: number;
}

const names = {
  'case.open': label('在办事项', 'Open matters'),
  'case.closed': label('办结事项', 'Closed matters'),
  plate: label('二维码门牌', 'QR plates'),
} as const;
const told = (counts: Readonly<Record<keyof typeof names, number>>): Moved[] =>
  (['case.open', 'case.closed', 'plate'] as const).flatMap((what) =>
    counts[what] > 0 ? [{ what, name: names[what], count: counts[what] }] : [],
  );

/** A number of uuid v7, so that events sort by age as others do. */
const newEventId = raw`overlay(overlay(gen_random_uuid()::text placing
  regexp_replace(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0'), '^(.{8})(.{4})$', '\\1-\\2')
  from 1 for 13) placing '7' from 15 for 1)::uuid`;

/** Rows asked for at once when single matters are placed by their points. */
const atOnce = 5_000;

/**
 * Matters and plates follow the tree. Each matter gets an event in its history, so that its state stays the fold of
 * it; everything is a statement or two, however many matters there are. Labelled matters move with the others, but are
 * not among the numbers that are told: whoever changes the tree may not know of them.
 */
export const createRelocate = (live: Live) => {
  const pathsOf = (sql: SqlOrTransaction, { district, moves }: Relocation, table: string) =>
    pathPairs(sql, { table, column: 'path', ranges: rangesOf(moves), district }, (path) =>
      table === 'qr_plate' ? peoplePathAfter(moves, path) : pathAfter(moves, path),
    );

  /** Writes path, state and event of all matters of some paths, or of some matters. */
  const write = async (
    trx: SqlOrTransaction,
    relocation: Relocation,
    pairs: PathPairs,
    ids?: readonly Id[],
  ): Promise<{ open: number; closed: number }> => {
    if (pairs.from.length === 0) return { open: 0, closed: 0 };
    const { district, at, by, title, change } = relocation;
    const which =
      ids === undefined
        ? raw`from unnest(${[...pairs.from]}::text[], ${[...pairs.to]}::text[]) as m(from_path, to_path)
            where c.district = ${district} and c.path = m.from_path`
        : raw`from unnest(${[...ids]}::uuid[], ${[...pairs.from]}::text[], ${[...pairs.to]}::text[]) as m(id, from_path, to_path)
            where c.district = ${district} and c.id = m.id and c.path = m.from_path`;
    const actor = {
      kind: by.person === null ? 'system' : 'staff',
      person: by.person,
      name: by.name,
      post: null,
      title: null,
      body: null,
    };
    const { rows } = await raw<{ open: number; closed: number }>`
      with moved as (
        update case_file c set path = m.to_path, version = c.version + 1,
          state = jsonb_set(jsonb_set(c.state, '{place,path}', to_jsonb(m.to_path)), '{version}', to_jsonb(c.version + 1))
        ${which}
        returning c.id, c.version, c.status, c.sensitivity, m.from_path, m.to_path
      ), happened as (
        insert into case_event (district, case_id, seq, id, type, at, person, data)
        select ${district}, id, version, ${newEventId}, 'CaseRelocated', ${at}::timestamptz, ${by.person}::uuid,
          ${JSON.stringify({ type: 'CaseRelocated', at, by: actor, change, title })}::jsonb
            || jsonb_build_object('from', from_path, 'to', to_path)
        from moved
      ), named as (
        update case_word w set words = array(select word from unnest(w.words) word where word not like '@%')
          || ${placeTermsSql(raw`moved.to_path`)}
        from moved where w.district = ${district} and w.case_id = moved.id
      ), seated as (
        update case_desk d set path = moved.to_path from moved where d.district = ${district} and d.case_id = moved.id
      )
      select count(*) filter (where status = 'open' and sensitivity <= 1)::int as open,
        count(*) filter (where status = 'closed' and sensitivity <= 1)::int as closed
      from moved`.execute(trx);
    return rows[0] ?? { open: 0, closed: 0 };
  };

  /** Matters at a split node itself: those whose point one part holds go there, the others above. */
  const placed = async (trx: SqlOrTransaction, relocation: Relocation, at: string) => {
    const sum = { open: 0, closed: 0 };
    for (let after: string | null = null; ; ) {
      const found = await raw<{ id: Id; lng: number; lat: number }>`
        select id, lng, lat from case_file where district = ${relocation.district} and path = ${at} and lng is not null
          and lat is not null and ${after === null ? raw`true` : raw`id > ${after}::uuid`}
        order by id limit ${atOnce}`.execute(trx);
      const rows: readonly { readonly id: Id; readonly lng: number; readonly lat: number }[] = found.rows;
      const known = rows.flatMap((row) => {
        const to = relocation.partAt(at, row);
        return to === null || to === at ? [] : [{ id: row.id, to }];
      });
      const ids = known.map((one) => one.id);
      const done = await write(trx, relocation, { from: known.map(() => at), to: known.map((one) => one.to) }, ids);
      sum.open += done.open;
      sum.closed += done.closed;
      if (rows.length < atOnce) return sum;
      after = rows.at(-1)?.id ?? null;
    }
  };

  /** Those that lie in the part that keeps the code have nowhere to go. */
  const staying = async (trx: SqlOrTransaction, relocation: Relocation, at: string): Promise<readonly Id[]> => {
    const { rows } = await raw<{ id: Id; lng: number; lat: number }>`
      select id, lng, lat from case_file where district = ${relocation.district} and path = ${at} and lng is not null
        and lat is not null`.execute(trx);
    return rows.flatMap((row) => (relocation.partAt(at, row) === at ? [row.id] : []));
  };

  const splitOf = (relocation: Relocation): string | undefined =>
    relocation.moves.find((move) => move.people !== undefined)?.from;

  const follow = async (trx: SqlOrTransaction, relocation: Relocation) => {
    const { district } = relocation;
    const sum = { open: 0, closed: 0 };
    const add = (more: { open: number; closed: number }): void => {
      sum.open += more.open;
      sum.closed += more.closed;
    };
    const split = splitOf(relocation);
    if (split !== undefined) {
      add(await placed(trx, relocation, split));
      const stay = await staying(trx, relocation, split);
      const { rows } = await raw<{ id: Id }>`select id from case_file
        where district = ${district} and path = ${split} and id <> all(${[...stay]}::uuid[])`.execute(trx);
      const ids = rows.map((row) => row.id);
      const to = pathAfter(relocation.moves, split);
      if (to !== split) add(await write(trx, relocation, { from: ids.map(() => split), to: ids.map(() => to) }, ids));
    }
    const pairs = await pathsOf(trx, relocation, 'case_file');
    const others = pairs.from.flatMap((from, index) => (from === split ? [] : [{ from, to: pairs.to[index] ?? from }]));
    add(await write(trx, relocation, { from: others.map((one) => one.from), to: others.map((one) => one.to) }));
    const plates = await movePlates(trx, relocation, await pathsOf(trx, relocation, 'qr_plate'));
    const places = [...new Set([...others.map((one) => one.to), ...(split === undefined ? [] : [split])])];
    return {
      moved: told({ 'case.open': sum.open, 'case.closed': sum.closed, plate: plates }),
      tell: (): void => {
        for (const path of places.slice(0, 50))
          live.tell({ topic: 'case', district, path, id: '', for: { permission: 'case.read', clearance: 'internal' } });
      },
    };
  };

  /** Plates stay valid on their walls. Where two nodes became one, the older plate of the place goes on and the other is revoked. */
  const movePlates = async (trx: SqlOrTransaction, relocation: Relocation, pairs: PathPairs): Promise<number> => {
    if (pairs.from.length === 0) return 0;
    const { district, at, by } = relocation;
    const [from, to] = [[...pairs.from], [...pairs.to]];
    await raw`with m as (select * from unnest(${from}::text[], ${to}::text[]) as m(from_path, to_path)),
      coming as (
        select p.code, row_number() over (partition by m.to_path order by p.made_at, p.code) as turn,
          exists (select from qr_plate o where o.district = p.district and o.path = m.to_path and o.revoked_at is null) as taken
        from qr_plate p join m on m.from_path = p.path where p.district = ${district} and p.revoked_at is null
      )
      update qr_plate p set revoked_at = ${at}::timestamptz, revoked_by = ${by.person}::uuid
      from coming c where p.district = ${district} and p.code = c.code and (c.taken or c.turn > 1)`.execute(trx);
    const { rows } = await raw<{ code: string }>`update qr_plate p set path = m.to_path
      from unnest(${from}::text[], ${to}::text[]) as m(from_path, to_path)
      where p.district = ${district} and p.path = m.from_path returning p.code`.execute(trx);
    return rows.length;
  };

  const preview = async (sql: Sql, relocation: Relocation): Promise<Moved[]> => {
    const { district } = relocation;
    const [cases, plates] = await Promise.all([
      pathsOf(sql, relocation, 'case_file'),
      pathsOf(sql, relocation, 'qr_plate'),
    ]);
    const [counted, plated] = await Promise.all([
      raw<{ open: number; closed: number }>`
        select count(*) filter (where status = 'open')::int as open, count(*) filter (where status = 'closed')::int as closed
        from case_file where sensitivity <= 1 and district = ${district} and path = any(${[...cases.from]}::text[])`.execute(
        sql,
      ),
      raw<{ count: number }>`select count(*)::int as count from qr_plate
        where district = ${district} and path = any(${[...plates.from]}::text[])`.execute(sql),
    ]);
    const { open = 0, closed = 0 } = counted.rows[0] ?? {};
    return told({ 'case.open': open, 'case.closed': closed, plate: plated.rows[0]?.count ?? 0 });
  };

  /** Where some matters lie now; for facts, which follow their subjects. Unknown ones are left out. */
  const placesOf = async (
    sql: SqlOrTransaction,
    district: string,
    ids: readonly Id[],
  ): Promise<ReadonlyMap<Id, string>> => {
    const { rows } = await raw<{ id: Id; path: string }>`select id, path from case_file
      where district = ${district} and id = any(${[...ids]}::uuid[])`.execute(sql);
    return new Map(rows.map((row) => [row.id, row.path]));
  };

  return { follower: { preview, follow }, placesOf };
};
