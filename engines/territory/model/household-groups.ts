/** A dwelling as the grouping needs it. */
export interface Dwelling {
  /** As a person says it: 3 号楼 2 单元 501. */
  readonly name: string;
  readonly building: string;
  /** 0 when the building has one entrance. */
  readonly stairwell: number;
  readonly floor: number;
  readonly door: number;
}

export interface HouseholdGroup {
  readonly name: string;
  readonly dwellings: readonly string[];
}

const byFloor = (a: Dwelling, b: Dwelling): number =>
  a.floor - b.floor || a.door - b.door || (a.name < b.name ? -1 : 1);

/** In order of first appearance. */
const groupBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** Parts of nearly the same size, in order. */
const evenParts = <Item>(items: readonly Item[], parts: number): Item[][] =>
  Array.from({ length: parts }, (_, part) =>
    items.slice(Math.round((part * items.length) / parts), Math.round(((part + 1) * items.length) / parts)),
  );

/**
 * Household groups of about ten (十联户): neighbours of one stairwell stay together; a stairwell with
 * fewer than half a group joins the next one of its building; no group crosses two buildings.
 * @param size households that a group should have
 */
export const suggestHouseholdGroups = (dwellings: readonly Dwelling[], size = 10): HouseholdGroup[] => {
  const groups: HouseholdGroup[] = [];
  for (const [building, all] of groupBy(dwellings, (one) => one.building)) {
    const stairwells = [...groupBy(all, (one) => one.stairwell)].sort(([a], [b]) => a - b);
    const batches: { readonly from: number; to: number; readonly homes: Dwelling[] }[] = [];
    for (const [stairwell, homes] of stairwells) {
      const last = batches[batches.length - 1];
      const sorted = [...homes].sort(byFloor);
      if (
        last &&
        (last.homes.length < size / 2 || (sorted.length < size / 2 && last.homes.length + sorted.length <= size * 1.5))
      ) {
        last.homes.push(...sorted);
        last.to = stairwell;
      } else batches.push({ from: stairwell, to: stairwell, homes: sorted });
    }
    let number = 0;
    for (const batch of batches)
      for (const part of evenParts(batch.homes, Math.max(1, Math.round(batch.homes.length / size)))) {
        number += 1;
        const stairs =
          batch.from === 0 ? '' : batch.from === batch.to ? `${batch.from} 单元` : `${batch.from}–${batch.to} 单元`;
        groups.push({
          name: [building, stairs, `第 ${number} 联户组`].filter(Boolean).join(' '),
          dwellings: part.map((home) => home.name),
        });
      }
  }
  return groups;
};

/** What a building's profile says of its dwellings; the register of dwellings knows better where it exists. */
export interface BuildingPlan {
  readonly name: string;
  readonly stairwells: number;
  readonly floors: number;
  readonly doorsPerFloor: number;
}

/** Dwellings of a building by its plan: 3 号楼 2 单元 501. */
export const dwellingsOfPlan = (plan: BuildingPlan): Dwelling[] => {
  const dwellings: Dwelling[] = [];
  for (let stairwell = 1; stairwell <= plan.stairwells; stairwell += 1)
    for (let floor = 1; floor <= plan.floors; floor += 1)
      for (let door = 1; door <= plan.doorsPerFloor; door += 1) {
        const room = `${floor}${String(door).padStart(2, '0')}`;
        const single = plan.stairwells === 1;
        dwellings.push({
          name: single ? `${plan.name} ${room}` : `${plan.name} ${stairwell} 单元 ${room}`,
          building: plan.name,
          stairwell: single ? 0 : stairwell,
          floor,
          door,
        });
      }
  return dwellings;
};
