import { chinaDate, chinaMinuteOfDay, type DateText, plusDays } from '#kernel/instant';
import { isDueOn, type Plan } from '#engines/case/model';
import { codeToPath, districtPath, scopeRange } from '#engines/territory/model';
import type { Parts } from '#platform/server/parts';
import type { Commands } from '../commands.ts';
import { derivedId } from '../derived-id.ts';
import type { Definitions } from '../definitions.ts';
import type { CasePorts } from '../ports.ts';
import type { DistrictPlan, PlanStore } from './plan-store.ts';

/** What was not opened while the server stood still is made up for so many days; of a daily plan only today counts. */
const MADE_UP = 6;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Codes of the places at which a plan opens matters: all of its level, or those that were chosen. */
export const createPlacesOfPlan =
  (ports: Pick<CasePorts, 'placesAtLevel'>) =>
  async (district: string, plan: Pick<Plan, 'level'>, places: readonly string[] | null): Promise<readonly string[]> => {
    const all = await ports.placesAtLevel(districtPath(district), plan.level);
    if (!places) return all.map((place) => place.code);
    // A place that was divided: what lies below it now, of the level.
    const ranges = places.map((code) => scopeRange(codeToPath(code)));
    return all
      .filter(({ path, code }) => places.includes(code) || ranges.some(({ from, to }) => path >= from && path < to))
      .map((place) => place.code);
  };

export type PlacesOfPlan = ReturnType<typeof createPlacesOfPlan>;

/** Opens the matters of plans on their days. Ids are derived from plan, place and day, so that no run opens one twice. */
export const createOpenPlanned = (
  parts: Pick<Parts, 'clock' | 'jobs' | 'log'>,
  ports: Pick<CasePorts, 'calendar' | 'districts' | 'locatePlace'>,
  definitions: Pick<Definitions, 'ready'>,
  store: PlanStore,
  placesOf: PlacesOfPlan,
  commands: Pick<Commands, 'reportCase'>,
) => {
  const openAt = async (district: string, { plan }: DistrictPlan, code: string, day: DateText): Promise<boolean> => {
    const place = await ports.locatePlace({ district, code });
    if (!place) return false;
    try {
      await commands.reportCase({
        district,
        id: derivedId('plan', district, plan.id, code, day),
        playbook: plan.playbook,
        category: plan.category,
        place: { path: place.path, point: place.point, text: '' },
        values: plan.values ?? {},
        channel: 'plan',
        reporter: { kind: 'system', person: null, enteredBy: null },
        actor: { kind: 'system', name: plan.name.zh },
        said: ['plan', plan.id, code, day],
      });
      return true;
    } catch (error) {
      parts.log.warn({ err: error, plan: plan.id, code }, 'a planned matter was not opened');
      return false;
    }
  };

  const openDay = async (district: string, one: DistrictPlan, day: DateText): Promise<void> => {
    let opened = 0;
    let missed = 0;
    for (const code of await placesOf(district, one.plan, one.places)) {
      if (await openAt(district, one, code, day)) opened += 1;
      else missed += 1;
    }
    await store.finishDay(district, { plan: one.plan.id, day, opened, missed }, parts.clock());
  };

  /** @returns how many days of plans were done */
  const openPlanned = async (): Promise<number> => {
    await definitions.ready();
    const now = parts.clock();
    const today = chinaDate(now);
    const calendar = await ports.calendar();
    let days = 0;
    for (const district of await ports.districts()) {
      const done = await store.daysDone(district, plusDays(today, -MADE_UP));
      for (const one of await store.plansOf(district)) {
        if (!one.on) continue;
        const { plan, changedAt } = one;
        const back = plan.every.unit === 'day' ? 0 : MADE_UP;
        for (let ago = back; ago >= 0; ago -= 1) {
          const day = plusDays(today, -ago);
          if (done.has(`${plan.id} ${day}`) || !isDueOn(plan, day, calendar)) continue;
          // Nothing is made up for the time before somebody switched it on.
          if (ago > 0 && (!changedAt || day < chinaDate(changedAt))) continue;
          if (ago === 0 && chinaMinuteOfDay(now) < minutesOf(plan.opensAt)) continue;
          await openDay(district, one, day);
          days += 1;
        }
      }
    }
    return days;
  };

  parts.jobs.every('*/10 * * * *', 'case-open-planned', async () => {
    await openPlanned();
  });
  return openPlanned;
};
