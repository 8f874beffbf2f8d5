import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { Plan } from '#engines/case/model';
import type { Parts, Sql, SqlOrTransaction } from '#platform/server/parts';

/** A plan as a district has it. */
export interface DistrictPlan {
  readonly plan: Plan;
  readonly on: boolean;
  readonly own: boolean;
  /** Codes; null: every place of its level. */
  readonly places: readonly string[] | null;
  /** Since when it is so; null for one that nobody touched. */
  readonly changedAt: Instant | null;
}

interface PlanRow {
  readonly id: string;
  readonly definition: Plan | null;
  readonly is_on: boolean;
  readonly places: string[] | null;
  readonly changed_at: Instant;
}

export interface PlanDay {
  readonly plan: string;
  readonly day: DateText;
  readonly opened: number;
  readonly missed: number;
}

/** Plans of packs as districts switched them, plans of districts, and the days that are done. */
export const createPlanStore = (parts: Pick<Parts, 'sql'>, ofPacks: readonly Plan[]) => {
  const known = new Map(ofPacks.map((plan) => [plan.id, plan]));

  const plansOf = async (district: string, sql: SqlOrTransaction = parts.sql): Promise<readonly DistrictPlan[]> => {
    const { rows } = await raw<PlanRow>`
      select id, definition, is_on, places, changed_at from case_plan where district = ${district} order by id`.execute(
      sql,
    );
    const touched = new Map(rows.map((row) => [row.id, row]));
    const asItIs = (plan: Plan, row: PlanRow | undefined): DistrictPlan => ({
      plan,
      on: row?.is_on ?? plan.standing === true,
      own: Boolean(row?.definition),
      places: row?.places ?? null,
      changedAt: row?.changed_at ?? null,
    });
    const own = rows.flatMap((row) => (row.definition ? [asItIs(row.definition, row)] : []));
    return [...ofPacks.map((plan) => asItIs(plan, touched.get(plan.id))), ...own];
  };

  const getPlan = async (district: string, id: string, sql?: SqlOrTransaction): Promise<DistrictPlan> => {
    const found = (await plansOf(district, sql)).find(({ plan }) => plan.id === id);
    if (!found) throw new DomainError('plan.unknown', { id });
    return found;
  };

  const putPlan = async (
    sql: Sql,
    district: string,
    { plan, on, places }: { readonly plan: Plan; readonly on: boolean; readonly places: readonly string[] | null },
    by: { readonly person: Id; readonly at: Instant },
  ): Promise<void> => {
    const definition = known.has(plan.id) ? null : JSON.stringify(plan);
    await raw`
      insert into case_plan (district, id, definition, is_on, places, changed_at, changed_by)
      values (${district}, ${plan.id}, ${definition}::jsonb, ${on}, ${places ? [...places] : null}::text[], ${by.at}::timestamptz, ${by.person}::uuid)
      on conflict (district, id) do update set definition = excluded.definition, is_on = excluded.is_on,
        places = excluded.places, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(sql);
  };

  /** Days since `from` that are done. */
  const daysDone = async (district: string, from: DateText): Promise<ReadonlySet<string>> => {
    const { rows } = await raw<{ key: string }>`
      select plan || ' ' || day::text as key from case_plan_day where district = ${district} and day >= ${from}::date`.execute(
      parts.sql,
    );
    return new Set(rows.map((row) => row.key));
  };

  const lastDays = async (district: string): Promise<ReadonlyMap<string, PlanDay>> => {
    const { rows } = await raw<PlanDay>`
      select distinct on (plan) plan, day::text as day, opened, missed from case_plan_day
      where district = ${district} order by plan, day desc`.execute(parts.sql);
    return new Map(rows.map((row) => [row.plan, row]));
  };

  const finishDay = async (district: string, done: PlanDay, at: Instant): Promise<void> => {
    await raw`
      insert into case_plan_day (district, plan, day, opened, missed, finished_at)
      values (${district}, ${done.plan}, ${done.day}::date, ${done.opened}, ${done.missed}, ${at}::timestamptz)
      on conflict do nothing`.execute(parts.sql);
  };

  return { plansOf, getPlan, putPlan, daysDone, lastDays, finishDay };
};

export type PlanStore = ReturnType<typeof createPlanStore>;
