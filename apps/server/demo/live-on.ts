import { randomBytes } from 'node:crypto';
import { isRefusal } from '#kernel/domain-error';
import { chinaMinuteOfDay, type Instant } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import type { CaseUseCases } from '#engines/case/server';
import type { Parts } from '#platform/server/parts';
import { chanceOf } from './chance.ts';
import { demoDistrict } from './demo-ids.ts';
import { type DemoWorld, heatOf, makeMatter, storyOf } from './matter.ts';
import { waitingIds } from './waiting.ts';

/** Matters that the simulator made and nobody else has touched: id → version as the simulator left it. */
type OwnMatters = Readonly<Record<Id, number>>;

export const ownMattersKey = 'demo.own-matters';

/** New matters and steps an hour at the busiest time; a matter takes about six. */
const mattersAnHour = 6;
const stepsAnHour = 40;

const busyness = (now: Instant): number => {
  const hour = chinaMinuteOfDay(now) / 60;
  if (hour < 6) return 0.08;
  if (hour < 8 || hour > 22) return 0.4;
  return 1;
};

/**
 * One minute in the life of the demo district: perhaps a new matter, and a few steps by those whose turn
 * it is, through the same use cases as everybody's. A matter whose version is not as the simulator left it
 * was touched by a person; it is let go for good.
 */
export const liveAMinute = async (parts: Parts, cases: CaseUseCases, world: DemoWorld): Promise<void> => {
  const now = parts.clock();
  const chance = chanceOf(randomBytes(8).toString('hex'));
  const own: Record<Id, number> = { ...(await parts.settings.get<OwnMatters>(ownMattersKey, {})) };
  const before = JSON.stringify(own);
  if (chance.happens((mattersAnHour / 60) * busyness(now))) {
    const grid = chance.pick(world.places.grids);
    const texts = chance.weighed(heatOf(grid.community.path, chanceOf('qingyang')));
    const { report } = makeMatter(world, grid, texts, now, chance);
    await cases.reportCase(report);
    own[report.id] = 1;
  }
  const steps = chance.happens((stepsAnHour / 60) * busyness(now)) ? 1 : 0;
  const candidates = Object.keys(own).filter((id) => !waitingIds.has(id));
  for (let count = 0; count < steps && candidates.length > 0; count += 1) {
    const id = chance.pick(candidates);
    candidates.splice(candidates.indexOf(id), 1);
    const version = await stepOn(cases, world, id, own[id] ?? 0, now, parts);
    if (version === null) delete own[id];
    else own[id] = version;
  }
  if (JSON.stringify(own) !== before) await parts.settings.set(ownMattersKey, own);
};

/** @returns the version after the step, or null when the matter is no longer the simulator's */
const stepOn = async (
  cases: CaseUseCases,
  world: DemoWorld,
  id: Id,
  version: number,
  now: Instant,
  parts: Parts,
): Promise<number | null> => {
  const state = await cases.findState(demoDistrict, id);
  if (state.status === 'none' || state.version !== version) return null;
  const step = storyOf(world, state, chanceOf(`${id} ${version}`)).next(state.stage, now);
  // Nothing more to do: closed and not rated, or ended.
  if (!step) return state.status === 'closed' ? null : version;
  try {
    const after = await cases.takeAction({
      district: demoDistrict,
      caseId: id,
      id: parts.newId(),
      action: step.action,
      form: step.form,
      expectedVersion: version,
      actor: step.actor,
    });
    return after.version;
  } catch (error) {
    // Somebody was faster, or a post was ended: it is theirs now.
    if (isRefusal(error)) return null;
    throw error;
  }
};
