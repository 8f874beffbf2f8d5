import { evaluate, getExpression } from '#kernel/expression';
import type { Instant } from '#kernel/instant';
import { type Id, uuidv7 } from '#kernel/ids';
import type { CodeList, Json } from '#fields/field';
import type { ClosedCase, OpenCase, Playbook } from '#engines/case/model';
import type { Chance } from './chance.ts';
import { demoDistrict } from './demo-ids.ts';
import { paceOf } from './duty.ts';
import { personName, phoneOf } from './names.ts';
import type { DemoBuilding, DemoGrid, DemoPlaces } from './places.ts';
import { actorOf, type StaffIndex } from './staff.ts';
import { type PhotoValue, Story } from './story.ts';
import { buildingTexts } from './texts/buildings.ts';
import type { CategoryTexts } from './texts/category-texts.ts';
import { streetTexts } from './texts/streets.ts';
import type { CaseHistory } from '#engines/case/server';

export interface ScenePhotos {
  readonly before: readonly PhotoValue[];
  readonly after: PhotoValue;
}

/** The world in which matters arise. */
export interface DemoWorld {
  readonly places: DemoPlaces;
  readonly staff: StaffIndex;
  readonly playbooks: { readonly asked: Playbook; readonly found: Playbook };
  readonly categories: CodeList;
  /** Ids of stored photos: scene → before and after. */
  readonly photos: ReadonlyMap<string, ScenePhotos>;
}

export type DemoReport = CaseHistory['report'];

export interface Matter {
  readonly report: DemoReport;
  readonly building: DemoBuilding;
  readonly startStage: string;
  readonly story: Story;
  /** Kind of body that routing proposes. */
  readonly bodyKind: string | undefined;
  /** What a form says of work done here. */
  readonly result: Readonly<Record<string, Json>>;
}

const allTexts: readonly CategoryTexts[] = [...buildingTexts, ...streetTexts];
export const textsOf = (category: string): CategoryTexts => {
  const found = allTexts.find((one) => one.category === category);
  if (!found) throw new RangeError(`no texts for ${category}`);
  return found;
};

/** Each community has its own troubles: the same weights, differently multiplied. */
export const heatOf = (community: string, chance: Chance): readonly (readonly [CategoryTexts, number])[] => {
  const own = chance.fork(`heat ${community}`);
  return allTexts.map(
    (texts) =>
      [
        texts,
        texts.weight *
          own.weighed([
            [0.5, 3],
            [1, 5],
            [1.6, 2],
            [2.6, 1],
          ]),
      ] as const,
  );
};

const bodyKinds = new WeakMap<Playbook, Map<string, string | undefined>>();

/** What the playbook's own routing proposes for a category. */
export const routedKind = (playbook: Playbook, category: string): string | undefined => {
  const known = bodyKinds.get(playbook) ?? new Map<string, string | undefined>();
  bodyKinds.set(playbook, known);
  if (!known.has(category)) {
    const scope = { category: { code: category, class: category.slice(0, 2) } };
    const rule = playbook.routing.find((one) => evaluate(getExpression(one.when, ['category']), scope) === true);
    known.set(category, rule?.bodyKind);
  }
  return known.get(category);
};

const metre = 1 / 111_320;
const nearby = (point: { lng: number; lat: number }, chance: Chance) => ({
  lng: Number((point.lng + chance.between(-22, 22) * metre * 1.29).toFixed(6)),
  lat: Number((point.lat + chance.between(-22, 22) * metre).toFixed(6)),
});

const withNumber = (text: string, chance: Chance): string => text.replaceAll('{n}', () => String(chance.whole(1, 6)));

/** As a person would say it: 槐荫花园 3 号楼 2 单元, 槐荫花园西门外, 槐荫花园旁小吃街. */
const placeText = (building: DemoBuilding, place: string): string => {
  const estate = building.name.replace(/ \d+ 号楼$/, '');
  if (place.startsWith('~')) return estate + place.slice(1);
  if (place.startsWith('^')) return `${estate}旁${place.slice(1)}`;
  return building.name + (/^\d/.test(place) ? ' ' : '') + place;
};

/** A new matter somewhere in a grid, with the story of how it will go on. */
export const makeMatter = (
  world: DemoWorld,
  grid: DemoGrid,
  texts: CategoryTexts,
  now: Instant,
  chance: Chance,
  more: { readonly door?: 'resident' | 'worker'; readonly id?: Id; readonly building?: DemoBuilding } = {},
): Matter => {
  const building = more.building ?? chance.pick(grid.buildings);
  const door =
    more.door ??
    (texts.door === 'both'
      ? chance.weighed([
          ['resident', 55],
          ['worker', 45],
        ] as const)
      : texts.door);
  const asked = door === 'resident';
  const playbook = asked ? world.playbooks.asked : world.playbooks.found;
  const scene = texts.scene === undefined ? undefined : world.photos.get(texts.scene);
  const photos = scene && chance.happens(asked ? 0.75 : 0.6) ? [chance.pick(scene.before)] : [];
  const words = withNumber(chance.pick(texts.words), chance);
  const values: Record<string, Json> = {
    ...(photos.length > 0 ? { photos } : {}),
    ...(chance.happens(asked ? 0.85 : 0.7) ? { words } : {}),
  };
  const place = {
    path: building.path,
    point: nearby(building.point, chance),
    text: placeText(building, withNumber(chance.pick(texts.places), chance)),
  };
  const common = {
    district: demoDistrict,
    id: more.id ?? uuidv7(Date.parse(now), chance.bytes(10)),
    playbook: playbook.id,
    category: texts.category,
    place,
    now,
  };
  const worker = world.staff.at('grid-worker', grid.path)[0];
  const clerk = world.staff.at('community-staff', grid.path)[0];
  let report: DemoReport;
  if (!asked && worker) {
    const source = chance.weighed([
      ['patrol', 8],
      ['visit', 2],
      ['resident', 2],
      ['superior', 1],
    ] as const);
    report = {
      ...common,
      values: { ...values, source },
      channel: 'app',
      reporter: { kind: 'staff', person: worker.id, enteredBy: null },
      actor: actorOf(worker),
    };
  } else if (clerk && chance.happens(0.14)) {
    report = {
      ...common,
      values,
      channel: chance.weighed([
        ['phone', 6],
        ['counter', 3],
        ['visit', 1],
      ] as const),
      reporter: { kind: 'anonymous', person: null, enteredBy: clerk.id },
      actor: actorOf(clerk),
      contact: { name: personName(chance), phone: phoneOf(chance.whole(1000, 9999)) },
    };
  } else {
    report = {
      ...common,
      values: chance.happens(0.35) ? { ...values, contact: phoneOf(chance.whole(1000, 9999)) } : values,
      channel: 'qr',
      reporter: { kind: 'anonymous', person: null, enteredBy: null },
      actor: { kind: 'reporter', person: null },
    };
  }
  const limit = world.categories.items.find((item) => item.code === texts.category)?.extra?.['limit'];
  const story = new Story({
    chance,
    staff: world.staff,
    bodyKind: routedKind(playbook, texts.category),
    path: building.path,
    pace: paceOf(limit),
    texts,
    asked,
    photoAfter: scene?.after,
  });
  return {
    report,
    building,
    startStage: playbook.start,
    story,
    bodyKind: routedKind(playbook, texts.category),
    result: { result: withNumber(chance.pick(texts.results), chance), ...(scene ? { photos: [scene.after] } : {}) },
  };
};

/** The story of a matter that stands already, from where it stands. */
export const storyOf = (world: DemoWorld, state: OpenCase | ClosedCase, chance: Chance): Story => {
  const texts = textsOf(state.category);
  const asked = state.playbook === world.playbooks.asked.id;
  const limit = world.categories.items.find((item) => item.code === state.category)?.extra?.['limit'];
  return new Story({
    chance,
    staff: world.staff,
    bodyKind: routedKind(asked ? world.playbooks.asked : world.playbooks.found, state.category),
    path: state.place.path,
    pace: paceOf(limit),
    texts,
    asked,
    photoAfter: texts.scene === undefined ? undefined : world.photos.get(texts.scene)?.after,
    so: {
      handler: state.assignee?.body ?? null,
      settler: state.taken.findLast((one) => one.action === 'settle')?.person ?? null,
      transfers: state.taken.filter((one) => one.counts === 'transfer').length,
      rounds: state.round,
      failed: state.taken.some((one) => one.counts === 'return'),
      noted: state.taken.some((one) => one.counts === 'note'),
    },
  });
};
