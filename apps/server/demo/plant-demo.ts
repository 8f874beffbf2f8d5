import { sql as raw } from 'kysely';
import { chinaDate, type Instant, plusDays, plusMillis } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import type { LoadedPacks } from '#kernel/pack-loader';
import type { CodeList } from '#fields/field';
import type { Playbook } from '#engines/case/model';
import type { CaseEngine, CaseHistory, CaseUseCases } from '#engines/case/server';
import type { OrganisationEngine } from '#engines/organisation/server';
import type { TerritoryEngine } from '#engines/territory/server';
import { createCalendar } from '#platform/server/calendar';
import type { Parts } from '#platform/server/parts';
import { chanceOf } from './chance.ts';
import { demoDistrict } from './demo-ids.ts';
import { historyDays, makeHistories } from './history.ts';
import { ownMattersKey } from './live-on.ts';
import type { DemoWorld, ScenePhotos } from './matter.ts';
import { demoNodes } from './nodes.ts';
import { storePictures } from './pictures/store-pictures.ts';
import { makePlaces } from './places.ts';
import { startPlans } from './plans.ts';
import { retellPast } from './retold/tellings.ts';
import { type DemoPerson, demoPassword, makeStaff, StaffIndex } from './staff.ts';
import { stories } from './stories/index.ts';
import { makeStructure } from './structure.ts';
import { makeWaiting } from './waiting.ts';

/** What the demo district needs of the server around it. */
export interface DemoHouse {
  readonly parts: Parts;
  readonly packs: LoadedPacks;
  readonly territory: Pick<TerritoryEngine, 'plantTerritory'>;
  readonly organisation: Pick<OrganisationEngine, 'plantOrganisation' | 'plantStructure'>;
  readonly cases: CaseUseCases & Pick<CaseEngine, 'makePlates' | 'startPlan'>;
}

const seed = 'qingyang';
const plantedKey = 'demo.planted';
const photosKey = 'demo.photos';

/** `begun` fixes the moment from which the past is told, so that a start cut short goes on where it was. */
interface Planted {
  readonly begun: Instant;
  readonly done: boolean;
  /** Steps of the told past that the rules refused; there should be none. */
  readonly refused?: number;
}

export interface PlantedDemo {
  readonly world: DemoWorld;
  /** Matters written now; 0 when they were there. */
  readonly written: number;
  /** Writes the rest of the past; a start that is killed meanwhile is followed by one that goes on with it. */
  readonly tellRest: (goesOn?: () => boolean) => Promise<number>;
}

/** Days of which is told before anybody may look in; the rest follows while they look. */
const firstDays = 5;
/** Matters between two looks at whether to go on. */
const atOnce = 200;

/** Accounts are listed in the order in which a matter goes through their hands. */
const byTour = (one: DemoPerson, other: DemoPerson): number => (one.tour ?? 99) - (other.tour ?? 99);

/** True when people work here who are none of the demo's. */
const hasOthers = async (parts: Parts): Promise<boolean> => {
  const found = await raw`select 1 from person where district <> ${demoDistrict} limit 1`.execute(parts.sql);
  return found.rows.length > 0;
};

/**
 * Plants the demo district once: land, people, plates, photos, two months of matters. A second start
 * finds all of it there and only makes the world again, which is drawn the same every time.
 * @returns undefined when the installation belongs to somebody already
 */
export const plantDemo = async (house: DemoHouse): Promise<PlantedDemo | undefined> => {
  const { parts, packs } = house;
  const known = await parts.settings.get<Planted | null>(plantedKey, null);
  if (!known && (await hasOthers(parts))) return undefined;
  const chance = chanceOf(seed);
  const places = makePlaces(chance.fork('places'));
  const staff = makeStaff(places, chance.fork('staff'));
  const kept = await parts.settings.get<readonly (readonly [string, ScenePhotos])[] | null>(photosKey, null);
  const photos = kept ? Promise.resolve(new Map(kept)) : storePictures(parts.files);
  const worldOf = async (): Promise<DemoWorld> => ({
    places,
    staff: new StaffIndex(staff),
    playbooks: {
      asked: packs.get<Playbook>('playbooks', 'grid.snapshot'),
      found: packs.get<Playbook>('playbooks', 'grid.event'),
    },
    categories: packs.get<CodeList & { id: string }>('codeLists', 'grid.event-categories'),
    photos: await photos,
  });
  if (known?.done) return { world: await worldOf(), written: 0, tellRest: async () => 0 };

  const begun = known?.begun ?? parts.clock();
  if (!known) await parts.settings.set(plantedKey, { begun, done: false } satisfies Planted);
  await house.territory.plantTerritory(demoNodes(places, chance.fork('profiles')));
  const from = plusDays(chinaDate(begun), -historyDays - 30);
  const structure = makeStructure(places, staff, begun);
  await house.organisation.plantOrganisation({
    district: demoDistrict,
    bodies: [...staff.bodies, ...structure.bodies],
    posts: [...staff.posts, ...structure.posts],
    people: [
      ...[...staff.people].sort(byTour).map(({ id, name, phone, account, shownAs }) => ({
        id,
        name,
        phone,
        ...(account ? { account: { name: account, password: demoPassword } } : {}),
        ...(shownAs ? { shownAs } : {}),
      })),
      ...staff.newcomers.map(({ account, ...newcomer }) => ({
        ...newcomer,
        ...(account ? { account: { name: account, password: demoPassword } } : {}),
      })),
    ],
    holders: staff.people.map(({ id, post }) => ({ post: post.id, person: id, from })),
    proposals: staff.proposals.map(({ days, ...proposal }) => ({
      ...proposal,
      from: chinaDate(begun),
      ...(days === undefined ? {} : { to: plusDays(chinaDate(begun), days) }),
      at: begun,
    })),
  });
  await house.organisation.plantStructure(structure.plan);
  await house.cases.makePlates(demoDistrict);
  const world = await worldOf();
  await startPlans(house.cases, places, world.staff);
  if (!kept) await parts.settings.set(photosKey, [...world.photos]);
  const past = makeHistories(world, begun, chance.fork('history'));
  const recent = plusMillis(begun, -firstDays * 24 * 60 * 60_000);
  let refused = 0;
  const own: Record<Id, number> = { ...(await parts.settings.get<Readonly<Record<Id, number>>>(ownMattersKey, {})) };
  const write = async (histories: readonly CaseHistory[]): Promise<number> => {
    const told = await house.cases.writeHistories(histories);
    const [refusal] = told.refused;
    refused += told.refused.length;
    if (refusal)
      parts.log.warn({ refused: told.refused.length, code: refusal.refusal.code }, 'the demo told of refused steps');
    for (const [id, state] of told.states)
      if (state.status === 'open' && playbooksOf(world).has(state.playbook)) own[id] = state.version;
    return told.written;
  };
  const written = await write([
    ...past.filter(({ report }) => report.now >= recent),
    ...makeWaiting(world, begun, chance.fork('waiting')),
  ]);
  await parts.settings.set(ownMattersKey, own);
  const tellRest: PlantedDemo['tellRest'] = async (goesOn = () => true) => {
    let rest = 0;
    const calendar = await createCalendar(parts.settings)();
    const retold = { packs, places, staff: world.staff, calendar, toldElsewhere: playbooksOf(world), stories };
    for (const histories of retellPast(retold, begun, chance.fork('retold'))) {
      if (!goesOn()) return rest;
      rest += await write(histories);
    }
    const older = past.filter(({ report }) => report.now < recent).toReversed();
    for (let start = 0; start < older.length; start += atOnce) {
      if (!goesOn()) return rest;
      rest += await write(older.slice(start, start + atOnce));
    }
    await parts.settings.set(ownMattersKey, own);
    await parts.settings.set(plantedKey, { begun, done: true, refused } satisfies Planted);
    return rest;
  };
  return { world, written, tellRest };
};

/** Playbooks whose matters the living district tells and takes further. */
const playbooksOf = ({ playbooks }: DemoWorld): ReadonlySet<string> =>
  new Set([playbooks.asked.id, playbooks.found.id]);
