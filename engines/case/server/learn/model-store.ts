import { gunzipSync, gzipSync } from 'node:zlib';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { RoutingModelCard } from '#engines/case/contract';
import { learn } from '#engines/case/model';
import type { Sql, SqlOrTransaction } from '#platform/server/parts';

/** A model in use: what suggestions are made of. */
export interface ModelInUse {
  readonly id: Id;
  readonly card: RoutingModelCard;
  readonly model: learn.RoutingModel;
  readonly grades: learn.Grades;
  readonly times: learn.TimesTaken;
}

interface PackedHead {
  readonly model: learn.ModelHead;
  readonly grades: learn.Grades;
  readonly times: learn.TimesTaken;
}

export interface TrainedModel {
  readonly district: string;
  readonly by: Id | null;
  readonly card: RoutingModelCard;
  /** Of a good one. */
  readonly learnt?: {
    readonly model: learn.RoutingModel;
    readonly grades: learn.Grades;
    readonly times: learn.TimesTaken;
  };
}

/** Attempts of which the card is kept. */
const KEPT = 30;

const keepModel = async (trx: SqlOrTransaction, { district, by, card, learnt }: TrainedModel): Promise<void> => {
  const packed = learnt && learn.packModel(learnt.model);
  const head: PackedHead | undefined = learnt &&
    packed && { model: packed.head, grades: learnt.grades, times: learnt.times };
  await raw`
    insert into routing_model (district, id, trained_at, trained_by, state, matters, card, head, weights)
    values (${district}, ${card.id}::uuid, ${card.trainedAt}::timestamptz, ${by}::uuid, ${card.state}, ${card.matters},
      ${JSON.stringify(card)}::jsonb, ${head ? gzipSync(JSON.stringify(head)) : null}, ${packed ? gzipSync(packed.weights) : null})
    on conflict (district, id) do nothing`.execute(trx);
  if (learnt)
    await raw`update routing_model set head = null, weights = null
      where district = ${district} and (trained_at, id) < (${card.trainedAt}::timestamptz, ${card.id}::uuid)
        and weights is not null`.execute(trx);
  await raw`
    delete from routing_model where district = ${district} and weights is null and id not in (
      select id from routing_model where district = ${district} order by trained_at desc, id desc limit ${KEPT})`.execute(
    trx,
  );
};

/** Models of the districts; the one in use stays in memory until another takes its place. */
export const createModelStore = (sql: Sql) => {
  const inMemory = new Map<string, ModelInUse>();

  /** The newest good one. */
  const findInUse = async (district: string): Promise<ModelInUse | undefined> => {
    const newest = await raw<{ id: Id }>`
      select id from routing_model where district = ${district} and weights is not null
      order by trained_at desc, id desc limit 1`.execute(sql);
    const id = newest.rows[0]?.id;
    if (id === undefined) return undefined;
    const known = inMemory.get(district);
    if (known?.id === id) return known;
    const { rows } = await raw<{ card: RoutingModelCard; head: Buffer; weights: Buffer }>`
      select card, head, weights from routing_model
      where district = ${district} and id = ${id}::uuid and weights is not null`.execute(sql);
    const [row] = rows;
    if (!row) return findInUse(district);
    const head = JSON.parse(gunzipSync(row.head).toString()) as PackedHead;
    const model = learn.unpackModel(head.model, gunzipSync(row.weights));
    const inUse = { id, card: row.card, model, grades: head.grades, times: head.times };
    inMemory.set(district, inUse);
    return inUse;
  };

  /** Cards of the latest attempts, the newest first. */
  const listCards = async (district: string, most: number): Promise<readonly RoutingModelCard[]> => {
    const { rows } = await raw<{ card: RoutingModelCard }>`
      select card from routing_model where district = ${district} order by trained_at desc, id desc limit ${most}`.execute(
      sql,
    );
    return rows.map((row) => row.card);
  };

  /** What somebody was shown last of a matter before it went on. */
  const keepShown = async (shown: {
    readonly district: string;
    readonly caseId: Id;
    readonly at: Instant;
    readonly model: Id;
    readonly bodies: readonly Id[];
    readonly rule: Id | null;
  }): Promise<void> => {
    await raw`
      insert into routing_shown (district, case_id, at, model, bodies, rule)
      values (${shown.district}, ${shown.caseId}::uuid, ${shown.at}::timestamptz, ${shown.model}::uuid,
        ${[...shown.bodies]}::uuid[], ${shown.rule}::uuid)
      on conflict (district, case_id) do update
        set at = excluded.at, model = excluded.model, bodies = excluded.bodies, rule = excluded.rule
        where (routing_shown.model, routing_shown.bodies) is distinct from (excluded.model, excluded.bodies)`.execute(
      sql,
    );
  };

  /** Of what was shown since a day and followed by a dispatch: how often the first, or one of the three, was taken. */
  const countTaken = async (district: string, since: Instant): Promise<RoutingModelCard['taken']> => {
    const { rows } = await raw<RoutingModelCard['taken']>`
      select count(*)::int as shown, count(*) filter (where e.body = s.bodies[1])::int as first,
        count(*) filter (where e.body = any(s.bodies))::int as "anyOfThree"
      from routing_shown s join lateral (
        select (e.data #>> '{assignee,body}')::uuid as body from case_event e
        where e.district = s.district and e.case_id = s.case_id and e.at >= s.at and e.data #>> '{assignee,body}' is not null
        order by e.seq limit 1) e on true
      where s.district = ${district} and s.at >= ${since}::timestamptz`.execute(sql);
    return rows[0] ?? { shown: 0, first: 0, anyOfThree: 0 };
  };

  /** What was shown so long ago is counted no more. */
  const forgetShown = async (before: Instant): Promise<void> => {
    await raw`delete from routing_shown where at < ${before}::timestamptz`.execute(sql);
  };

  return { keepModel, findInUse, listCards, keepShown, countTaken, forgetShown };
};

export type ModelStore = ReturnType<typeof createModelStore>;
