import type { Chance } from './chance.ts';
import { demoPath } from './demo-ids.ts';
import { type DistrictLand, makeLand } from './land/district-land.ts';
import type { Position, Ring } from './land/outlines.ts';
import { makeEstateNames, streetNames } from './names.ts';

/** The demo district as a tree of named places, from street to building. */
export interface DemoPlaces {
  readonly outline: Ring;
  readonly streets: readonly DemoStreet[];
  readonly communities: readonly DemoCommunity[];
  readonly grids: readonly DemoGrid[];
  readonly zones: readonly { readonly path: string; readonly name: string; readonly outline: Ring }[];
}

export interface DemoStreet {
  readonly path: string;
  readonly name: string;
  readonly outline: Ring;
}

export interface DemoCommunity {
  readonly path: string;
  readonly name: string;
  readonly street: DemoStreet;
  readonly outline: Ring;
}

export interface DemoGrid {
  readonly path: string;
  readonly name: string;
  readonly community: DemoCommunity;
  readonly outline: Ring;
  readonly buildings: readonly DemoBuilding[];
}

export interface DemoBuilding {
  readonly path: string;
  /** 槐荫花园 3 号楼 */
  readonly name: string;
  readonly point: { readonly lng: number; readonly lat: number };
}

const two = (number: number): string => String(number).padStart(2, '0');
const three = (number: number): string => String(number).padStart(3, '0');

const pointOf = ([lng, lat]: Position) => ({ lng, lat });

/** An octagon around a point: shopping quarters and markets lie across grids and communities. */
const zoneAround = ([lng, lat]: Position, metres: number): Ring => {
  const stretch = 1 / Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: 8 }, (_, corner): Position => {
    const angle = (corner * Math.PI) / 4 + 0.3;
    const reach = metres / 111_320;
    return [
      Number((lng + Math.cos(angle) * reach * stretch).toFixed(7)),
      Number((lat + Math.sin(angle) * reach).toFixed(7)),
    ];
  });
  return [...ring, ring[0] as Position];
};

export const makePlaces = (chance: Chance): DemoPlaces => {
  const land: DistrictLand = makeLand(chance.fork('land'));
  const estates = makeEstateNames(80, chance.fork('estates'));
  const streets: DemoStreet[] = [];
  const communities: DemoCommunity[] = [];
  const grids: DemoGrid[] = [];
  land.streets.forEach((streetLand, streetIndex) => {
    const names = streetNames[streetIndex];
    if (!names) throw new RangeError('more streets than names');
    const street = { path: `${demoPath}${three(streetIndex + 1)}.`, name: names.name, outline: streetLand.outline };
    streets.push(street);
    streetLand.communities.forEach((communityLand, communityIndex) => {
      const community: DemoCommunity = {
        path: `${street.path}${three(communityIndex + 1)}.`,
        name: names.communities[communityIndex] ?? '',
        street,
        outline: communityLand.outline,
      };
      communities.push(community);
      communityLand.grids.forEach((gridLand, gridIndex) => {
        const path = `${community.path}g${two(gridIndex + 1)}.`;
        const estate = estates[grids.length] ?? '';
        grids.push({
          path,
          name: `第 ${gridIndex + 1} 网格`,
          community,
          outline: gridLand.outline,
          buildings: gridLand.sites.map((site, index) => ({
            path: `${path}b${two(index + 1)}.`,
            name: `${estate} ${index + 1} 号楼`,
            point: pointOf(site),
          })),
        });
      });
    });
  });
  const corner = (index: number): Position => communities[index]?.outline[0] ?? [0, 0];
  return {
    outline: land.outline,
    streets,
    communities,
    grids,
    zones: [
      { path: `${demoPath}z01.`, name: '青石老街商圈', outline: zoneAround(corner(1), 210) },
      { path: `${demoPath}z02.`, name: '临湖农贸市场', outline: zoneAround(corner(9), 130) },
    ],
  };
};
