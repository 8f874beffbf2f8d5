import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import { label } from '#kernel/label';
import { type Id, isId } from '#kernel/ids';
import type { SlotPlanView } from '#engines/case/contract';
import {
  hoursText,
  missingInPlan,
  type PlanInForce,
  planInForce,
  type SlotPlan,
  type SlotPlanChange,
  slotPlanProblems,
} from '#engines/case/model';
import { codeToPath, findPathOfCode, inScope, pathToCode } from '#engines/territory/model';
import type { Parts, Session, SqlOrTransaction } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { SlotPorts } from './slot-ports.ts';

interface ChangeRow {
  readonly plan: string;
  readonly place: string;
  readonly change: SlotPlanChange;
}

/** What somebody wants otherwise in a plan, for the whole district (place '') or for one place. */
export interface AskedChange {
  readonly district: string;
  readonly plan: string;
  readonly place: string;
  readonly change: SlotPlanChange | null;
}

/** Where times of a plan are offered: a body or a territory. */
export interface PlaceOfPlan {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** Plans as packs say them, and as a district has changed them. */
export const createSlotPlans = (
  parts: Parts,
  ports: SlotPorts,
  namesOf: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>,
) => {
  const inPacks = new Map(ports.plans.map((plan) => [plan.id, plan]));

  const changesIn = async (sql: SqlOrTransaction, district: string, plan?: string): Promise<readonly ChangeRow[]> => {
    const { rows } = await raw<ChangeRow>`
      select plan, place, change from slot_plan
      where district = ${district} and ${plan === undefined ? raw`true` : raw`plan = ${plan}`}
      order by plan, place limit 5000`.execute(sql);
    return rows;
  };

  const baseOf = (id: string, changes: readonly ChangeRow[]): SlotPlan | undefined => {
    const known = inPacks.get(id);
    if (known) return known;
    const own = changes.find((row) => row.plan === id && row.place === '')?.change;
    return own && missingInPlan({ ...own, id }).length === 0 ? ({ ...own, id } as SlotPlan) : undefined;
  };

  const inForce = (id: string, changes: readonly ChangeRow[], place?: string): PlanInForce | undefined => {
    const base = baseOf(id, changes);
    const changeAt = (where: string) => changes.find((row) => row.plan === id && row.place === where)?.change;
    return base && planInForce(base, changeAt(''), place === undefined ? undefined : changeAt(place));
  };

  /** @throws slot.plan-unknown */
  const getPlan = async (sql: SqlOrTransaction, district: string, id: string, place?: string): Promise<PlanInForce> => {
    const found = inForce(id, await changesIn(sql, district, id), place);
    if (!found) throw new DomainError('slot.plan-unknown');
    return found;
  };

  /** Every body of the kind, or every territory where the role stands; those that offer nothing too. */
  const ownersOf = async (district: string, { owner }: SlotPlan): Promise<readonly PlaceOfPlan[]> => {
    if ('bodyKind' in owner) return ports.bodiesOfKind(district, owner.bodyKind);
    const paths = [...new Set(await ports.scopesOfRole(district, owner.role))].sort();
    const names = await namesOf(paths);
    return paths.map((path) => ({ id: pathToCode(path), name: names.get(path) ?? pathToCode(path), path }));
  };

  /** Where a plan offers times, each with its hours. */
  const listPlaces = async (district: string, id: string) => {
    const changes = await changesIn(parts.sql, district, id);
    const plan = inForce(id, changes);
    if (!plan) throw new DomainError('slot.plan-unknown');
    return (await ownersOf(district, plan)).flatMap(({ id: place, name }) => {
      const here = inForce(id, changes, place);
      return here && !here.off ? [{ id: place, name, hours: hoursText(here) }] : [];
    });
  };

  /** @throws slot.place-unknown where the plan is not offered */
  const getPlace = async (district: string, plan: SlotPlan, place: string, field?: string): Promise<PlaceOfPlan> => {
    const found = (await ownersOf(district, plan)).find((one) => one.id === place);
    if (found) return found;
    throw new DomainError('slot.place-unknown', { plan: plan.name }, field === undefined ? {} : { field });
  };

  const reachOf =
    (session: Session) =>
    (path: string): boolean =>
      session.posts.some((post) => post.permissions.has('slot.manage') && inScope(path, post.scope));

  /** Every plan of a district with every place of it. */
  const listAll = async (district: string) => {
    const changes = await changesIn(parts.sql, district);
    const ids = [...new Set([...inPacks.keys(), ...changes.map((row) => row.plan)])].sort();
    const found = ids.flatMap((id) => {
      const plan = inForce(id, changes);
      return plan ? [{ id, plan }] : [];
    });
    return Promise.all(
      found.map(async ({ id, plan }) => ({
        id,
        plan,
        changes: changes.filter((row) => row.plan === id),
        places: (await ownersOf(district, plan)).map((place) => ({
          ...place,
          plan: inForce(id, changes, place.id) ?? plan,
        })),
      })),
    );
  };

  /** Plans of a district with what it changed in each, for those who keep them. @throws permission.denied */
  const listPlans = async (session: Session, district: string) => {
    if (!session.posts.some((post) => post.permissions.has('slot.manage') && post.district === district)) {
      throw new DomainError('permission.denied');
    }
    const reaches = reachOf(session);
    const whole = reaches(codeToPath(district));
    return (await listAll(district))
      .map(({ id, plan, changes, places }) => {
        const { id: _id, ...rest } = plan;
        return {
          id,
          own: !inPacks.has(id),
          plan: rest as SlotPlanView['plan'],
          changes: changes.map(({ place, change }) => ({ place, change: change as SlotPlanView['plan'] })),
          places: places
            .filter(({ path }) => reaches(path))
            .map((place) => ({ id: place.id, name: place.name, hours: hoursText(place.plan), off: place.plan.off })),
          whole,
        };
      })
      .filter((one) => one.whole || one.places.length > 0);
  };

  /**
   * All that a change has to be before it is made or looked at.
   * @returns the plan as a place would have it
   * @throws slot.plan-wrong, slot.plan-unknown, slot.place-unknown, permission.denied
   */
  const checkChange = async (session: Session, asked: AskedChange) => {
    const { district, plan, place, change } = asked;
    const changes = await changesIn(parts.sql, district, plan);
    const base = baseOf(plan, changes);
    const whole = place === '' ? codeToPath(district) : (await placeOf(district, plan, place, changes)).path;
    if (!reachOf(session)(whole)) throw new DomainError('permission.denied');
    const lacking = base || change === null ? [] : missingInPlan({ ...change, id: plan });
    if (place !== '' && !base) throw new DomainError('slot.plan-unknown');
    // Whose times they are is the district's to say, for all places alike.
    const problems = [
      ...lacking,
      ...(place !== '' && change?.owner !== undefined
        ? [label('「谁来接待」只能由全区统一设定', 'owner: only for the whole district')]
        : []),
      ...(change ? slotPlanProblems(change, ports.owners) : []),
    ];
    if (problems.length > 0)
      throw new DomainError('slot.plan-wrong', {
        detail: label(problems.map(({ zh }) => zh).join('；'), problems.map(({ en }) => en).join('; ')),
      });
    const after = [
      ...changes.filter((row) => row.place !== place),
      ...(change === null ? [] : [{ plan, place, change }]),
    ];
    return (where: string): PlanInForce | undefined => inForce(plan, after, where);
  };

  /** Changes a plan for a district, or for one place of it; null takes the change back. @throws as `checkChange` */
  const changePlan = async (
    session: Session,
    asked: AskedChange & { readonly id: Id; readonly address: string },
  ): Promise<void> => {
    const { district, id, plan, place, change, address } = asked;
    await checkChange(session, asked);
    await withReceipt(
      parts.sql,
      { district, id, said: ['slot-plan', session.person, plan, place, change] },
      async (trx) => {
        await (change === null
          ? raw`delete from slot_plan where district = ${district} and plan = ${plan} and place = ${place}`
          : raw`insert into slot_plan (district, plan, place, change, changed_at, changed_by)
            values (${district}, ${plan}, ${place}, ${JSON.stringify(change)}::jsonb, ${parts.clock()}::timestamptz, ${session.person}::uuid)
            on conflict (district, plan, place) do update
            set change = excluded.change, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
        ).execute(trx);
        await parts.audit.write(trx, {
          district,
          person: session.person,
          address,
          action: 'slot.plan-change',
          object: `slot-plan:${plan}`,
          result: 'done',
          detail: { place, change: JSON.stringify(change).slice(0, 2000) },
        });
        return {};
      },
    );
  };

  const placeOf = async (
    district: string,
    plan: string,
    place: string,
    changes: readonly ChangeRow[],
  ): Promise<PlaceOfPlan> => {
    const base = inForce(plan, changes);
    if (!base) throw new DomainError('slot.plan-unknown');
    if (!isId(place) && findPathOfCode(place) === undefined) {
      throw new DomainError('slot.place-unknown', { plan: base.name }, { field: 'place' });
    }
    return getPlace(district, base, place, 'place');
  };

  return { getPlan, getPlace, listPlaces, listAll, listPlans, checkChange, changePlan };
};

export type SlotPlans = ReturnType<typeof createSlotPlans>;
