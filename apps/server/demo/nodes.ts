import type { PlantedNode } from '#engines/territory/server';
import type { Chance } from './chance.ts';
import { demoPath } from './demo-ids.ts';
import { districtName, phoneOf } from './names.ts';
import type { Ring } from './land/outlines.ts';
import type { DemoPlaces } from './places.ts';

const shapeOf = (ring: Ring) => ({ type: 'Polygon' as const, coordinates: [ring] });

/** The demo district as the territory engine plants it, parents first. */
export const demoNodes = (places: DemoPlaces, chance: Chance): PlantedNode[] => [
  { path: '99.', name: '演示', level: 'province' },
  { path: '99.01.', name: '演示市', level: 'city' },
  {
    path: demoPath,
    name: districtName,
    level: 'district',
    kind: 'urban',
    shape: shapeOf(places.outline),
    boundaryText: '本区为虚构，边界、地名、人员均不对应任何真实地方。',
  },
  ...places.streets.map((street, index) => ({
    path: street.path,
    name: street.name,
    level: 'street',
    kind: 'street',
    shape: shapeOf(street.outline),
    profile: { phone: phoneOf(7000 + index) },
  })),
  ...places.communities.map((community, index) => ({
    path: community.path,
    name: community.name,
    level: 'community',
    kind: 'urban',
    tags: index % 5 === 0 ? ['老旧小区'] : index % 5 === 3 ? ['新成立'] : [],
    shape: shapeOf(community.outline),
    profile: { phone: phoneOf(7100 + index), residents: 1100 + ((index * 271) % 900) },
  })),
  ...places.grids.map((grid) => ({
    path: grid.path,
    name: grid.name,
    level: 'grid',
    shape: shapeOf(grid.outline),
    profile: { households: chance.whole(290, 520) },
  })),
  ...places.grids.flatMap((grid) =>
    grid.buildings.map((building) => ({
      path: building.path,
      name: building.name,
      level: 'building',
      center: building.point,
      profile: { floors: chance.whole(5, 24), units: chance.whole(2, 4), doorsPerFloor: chance.whole(2, 4) },
    })),
  ),
  ...places.zones.map((zone) => ({ path: zone.path, name: zone.name, level: 'zone', shape: shapeOf(zone.outline) })),
];
