import { type Instant, plusMillis } from '#kernel/instant';
import type { Json } from '#fields/field';
import type { CaseHistory, HistoryStep } from '#engines/case/server';
import type { Chance } from './chance.ts';
import { demoPath, idOf } from './demo-ids.ts';
import { type DemoWorld, makeMatter, textsOf } from './matter.ts';
import { actorOf, type DemoBody, type DemoPerson } from './staff.ts';
import { replies } from './texts/replies.ts';

/** A matter that waits for one of those who can be signed in as, told from the day of the first start backwards. */
interface Waiting {
  /** Stage in which it waits. */
  readonly at: 'received' | 'found' | 'to-dispatch' | 'assigned' | 'handling' | 'verifying' | 'community-check';
  readonly category: string;
  /** Community and grid, counted from 1, of the first street. */
  readonly in: readonly [community: number, grid: number];
  /** Hours ago. */
  readonly since: number;
  readonly door: 'resident' | 'worker';
}

const waiting: readonly Waiting[] = [
  { at: 'received', category: '0307', in: [1, 1], since: 0.2, door: 'resident' },
  { at: 'received', category: '0302', in: [1, 1], since: 1.3, door: 'resident' },
  { at: 'received', category: '0401', in: [1, 1], since: 2.6, door: 'resident' },
  { at: 'received', category: '0802', in: [1, 1], since: 15, door: 'resident' },
  { at: 'found', category: '0502', in: [1, 1], since: 0.6, door: 'worker' },
  { at: 'found', category: '0408', in: [1, 1], since: 4, door: 'worker' },
  { at: 'received', category: '0602', in: [1, 2], since: 1, door: 'resident' },
  { at: 'community-check', category: '0401', in: [1, 2], since: 5, door: 'worker' },
  { at: 'community-check', category: '0504', in: [1, 3], since: 7, door: 'worker' },
  { at: 'community-check', category: '0302', in: [1, 4], since: 22, door: 'resident' },
  { at: 'to-dispatch', category: '0307', in: [2, 3], since: 2, door: 'resident' },
  { at: 'to-dispatch', category: '0608', in: [1, 5], since: 3, door: 'resident' },
  { at: 'to-dispatch', category: '0603', in: [3, 2], since: 6, door: 'worker' },
  { at: 'to-dispatch', category: '1401', in: [4, 1], since: 9, door: 'resident' },
  { at: 'to-dispatch', category: '0801', in: [2, 1], since: 20, door: 'resident' },
  { at: 'assigned', category: '0307', in: [3, 4], since: 4, door: 'resident' },
  { at: 'assigned', category: '0307', in: [4, 2], since: 7, door: 'resident' },
  { at: 'handling', category: '0307', in: [1, 3], since: 20, door: 'resident' },
  { at: 'handling', category: '0307', in: [2, 5], since: 46, door: 'resident' },
  { at: 'assigned', category: '0501', in: [1, 4], since: 2.5, door: 'worker' },
  { at: 'assigned', category: '0402', in: [2, 2], since: 5, door: 'worker' },
  { at: 'handling', category: '0502', in: [3, 1], since: 8, door: 'resident' },
  { at: 'handling', category: '0701', in: [4, 4], since: 60, door: 'resident' },
  { at: 'verifying', category: '0307', in: [2, 4], since: 18, door: 'resident' },
  { at: 'verifying', category: '0501', in: [1, 5], since: 6, door: 'worker' },
  { at: 'verifying', category: '0602', in: [3, 3], since: 30, door: 'resident' },
  { at: 'verifying', category: '0402', in: [4, 3], since: 26, door: 'worker' },
];

const hour = 3_600_000;

/** The shortest way from the report to each stage. */
const ways = {
  received: [],
  found: [],
  'to-dispatch': ['accept'],
  assigned: ['accept', 'dispatch'],
  handling: ['accept', 'dispatch', 'take'],
  verifying: ['accept', 'dispatch', 'take', 'handle'],
  'community-check': ['settle'],
} as const;

/** Matters that wait for somebody now, so that every inbox has work in it at the first sign-in. */
export const makeWaiting = (world: DemoWorld, now: Instant, seed: Chance): CaseHistory[] =>
  waiting.map((one, index) => {
    const chance = seed.fork(`waiting ${index}`);
    const [community, gridNumber] = one.in;
    const path = `${demoPath}001.00${community}.g0${gridNumber}.`;
    const grid = world.places.grids.find((each) => each.path === path);
    if (!grid) throw new RangeError(`no grid ${path}`);
    const texts = textsOf(one.category);
    const reportedAt = plusMillis(now, -Math.round(one.since * hour));
    const matter = makeMatter(world, grid, texts, reportedAt, chance, { door: one.door, id: idOf(`waiting ${index}`) });
    const place = matter.report.place.path;
    const holder = (role: string): DemoPerson => {
      const [person] = world.staff.at(role, place);
      if (!person) throw new RangeError(`no ${role} at ${place}`);
      return person;
    };
    const body: DemoBody | undefined = world.staff.bodyNear(matter.bodyKind ?? 'street-office', place);
    const handler = body && world.staff.handlersOf(body.id)[0];
    if (!body || !handler) throw new RangeError(`nobody handles ${one.category}`);
    const steps: Readonly<Record<string, readonly [DemoPerson, Readonly<Record<string, Json>>]>> = {
      accept: [holder('grid-worker'), { finding: chance.pick(replies.findings) }],
      settle: [holder('grid-worker'), matter.result],
      dispatch: [holder('street-dispatcher'), { body: { id: body.id, name: body.name } }],
      take: [handler, {}],
      handle: [handler, matter.result],
    };
    const way = ways[one.at];
    const pause = (one.since * hour * 0.8) / (way.length + 1);
    return {
      report: matter.report,
      steps: way.map((action, step): HistoryStep => {
        const [person, form] = steps[action] ?? [handler, {}];
        const name = action === 'accept' && one.door === 'worker' ? 'report-up' : action;
        return {
          action: name,
          form,
          actor: actorOf(person),
          now: plusMillis(reportedAt, Math.round(pause * (step + 1))),
        };
      }),
    };
  });

/** Ids that the living district leaves to those who look in. */
export const waitingIds: ReadonlySet<string> = new Set(waiting.map((_, index) => idOf(`waiting ${index}`)));
