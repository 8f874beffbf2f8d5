import { sql as raw } from 'kysely';
import type { SlotPlan } from '#engines/case/model';
import type { SqlOrTransaction } from '#platform/server/parts';

/** Ids of the plans of bookable times that a district has: those of packs, and those of its own. */
export const slotPlansIn = async (
  sql: SqlOrTransaction,
  district: string,
  packed: readonly Pick<SlotPlan, 'id'>[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await raw<{
    plan: string;
  }>`select plan from slot_plan where district = ${district} and place = ''`.execute(sql);
  return new Set([...packed.map(({ id }) => id), ...rows.map(({ plan }) => plan)]);
};
