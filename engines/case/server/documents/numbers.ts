import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { chinaDate, type Instant } from '#kernel/instant';
import { type CaseDocument, type DocumentNumber, numberText, seriesOf } from '#engines/case/model';
import { depthOf, pathToCode, trailPaths } from '#engines/territory/model';
import type { SqlOrTransaction } from '#platform/server/parts';
import type { CasePorts } from '../ports.ts';
import type { StoredCase } from '../case-store.ts';

/** Official steps of a path down to a level: province, city, district, street, community. */
const steps: Readonly<Record<Exclude<DocumentNumber['per'], 'body'>, number>> = {
  district: 3,
  street: 4,
  community: 5,
};

interface Counted {
  readonly key: string;
  readonly name: string;
}

/** 文号 of documents (GB/T 9704-2012 7.2.5 asks for numbers in order, without a first zero). */
export const createDocumentNumbers = (ports: Pick<CasePorts, 'namesOf'>) => {
  /** The place that counts, as deep as the matter's own place is known; or the body. */
  const countedFor = async (
    { per }: DocumentNumber,
    { state }: StoredCase,
    issuer: { readonly id: Id; readonly name: string },
  ): Promise<Counted> => {
    if (per === 'body')
      return state.assignee
        ? { key: state.assignee.body, name: state.assignee.name }
        : { key: issuer.id, name: issuer.name };
    const { path } = state.place;
    const at = trailPaths(path)[Math.min(steps[per], depthOf(path)) - 1] ?? path;
    const name = (await ports.namesOf([at])).get(at) ?? '';
    return { key: pathToCode(at), name: name.split(' · ').at(-1) ?? '' };
  };

  /** Numbers that a matter's documents have, by series. */
  const findNumbers = async (
    sql: SqlOrTransaction,
    { district, state }: StoredCase,
  ): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await raw<{ series: string; number: string }>`
      select series, number from case_document_number where district = ${district} and case_id = ${state.id}::uuid`.execute(
      sql,
    );
    return new Map(rows.map(({ series, number }) => [series, number]));
  };

  /**
   * The number of a document: the one it has, else the next. Two who ask at once wait for each other at the count; if
   * the transaction fails the count is taken back with it, so that no number is lost.
   */
  const giveNumber = async (
    trx: SqlOrTransaction,
    document: CaseDocument,
    stored: StoredCase,
    by: { readonly issuer: { readonly id: Id; readonly name: string }; readonly person: Id; readonly now: Instant },
  ): Promise<string | null> => {
    const rule = document.number;
    if (!rule) return null;
    const { district, state } = stored;
    const series = seriesOf(document);
    // One after another for a matter: the second finds the number of the first.
    await raw`select pg_advisory_xact_lock(hashtextextended(${`document ${district} ${state.id} ${series}`}, 0))`.execute(
      trx,
    );
    const known = (await findNumbers(trx, stored)).get(series);
    if (known !== undefined) return known;
    const counted = await countedFor(rule, stored, by.issuer);
    const year = Number(chinaDate(by.now).slice(0, 4));
    const { rows } = await raw<{ last: number }>`
      insert into case_document_series (district, series, counted, year, last)
      values (${district}, ${series}, ${counted.key}, ${year}, 1)
      on conflict (district, series, counted, year) do update set last = case_document_series.last + 1
      returning last`.execute(trx);
    const n = rows[0]?.last ?? 1;
    const number = numberText(rule, { year, place: counted.name, n });
    await raw`
      insert into case_document_number (district, case_id, series, counted, year, n, number, given_at, given_by)
      values (${district}, ${state.id}::uuid, ${series}, ${counted.key}, ${year}, ${n}, ${number},
        ${by.now}::timestamptz, ${by.person}::uuid)`.execute(trx);
    return number;
  };

  return { findNumbers, giveNumber };
};

export type DocumentNumbers = ReturnType<typeof createDocumentNumbers>;
