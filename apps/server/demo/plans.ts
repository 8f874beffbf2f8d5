import type { CaseEngine } from '#engines/case/server';
import { pathToCode } from '#engines/territory/model';
import { demoDistrict, demoPath } from './demo-ids.ts';
import type { DemoPlaces } from './places.ts';
import type { StaffIndex } from './staff.ts';

/** Plans that run from the first day on, and below which place: one community and one street, the others show what is off. */
const running = [
  { plan: 'grid.daily-patrol', below: '001.002.', at: 'grids' },
  { plan: 'grid.weekly-visit-high', below: '001.002.', at: 'grids' },
  { plan: 'care.weekly-alone', below: '001.002.', at: 'grids' },
  { plan: 'dispute.weekly-screening', below: '001.002.', at: 'grids' },
  { plan: 'grid.monthly-bottom-line', below: '001.002.', at: 'communities' },
  { plan: 'inspection.weekly', below: '002.', at: 'streets' },
] as const satisfies readonly { readonly plan: string; readonly below: string; readonly at: keyof DemoPlaces }[];

/** Switches some plans on, so that the calendar has something to show and matters come by themselves. */
export const startPlans = async (
  cases: Pick<CaseEngine, 'startPlan'>,
  places: DemoPlaces,
  staff: StaffIndex,
): Promise<void> => {
  const [manager] = staff.at('district-manager', demoPath);
  if (!manager) throw new RangeError('the demo has no district manager');
  for (const { plan, below, at } of running) {
    const codes = places[at].map(({ path }) => path).filter((path) => path.startsWith(demoPath + below));
    await cases.startPlan(demoDistrict, plan, codes.map(pathToCode), manager.id);
  }
};
