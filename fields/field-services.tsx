import { createContext, useContext } from 'react';
import type { FeatureCollection } from 'geojson';
import type { TileSettings } from '#platform/web/map';

export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface PlaceOption {
  readonly code: string;
  readonly name: string;
  readonly childCount: number;
}
/** Where a plan offers times. */
export interface SlotPlace extends Named {
  /** When it is open, in words: 周一 09:00–12:00. */
  readonly hours?: { readonly zh: string; readonly en: string };
}
/** A time that a plan offers; one that is full is shown all the same. */
export interface SlotTime {
  readonly start: string;
  readonly end: string;
  readonly free: number;
  readonly capacity: number;
  readonly outOfHours: boolean;
}
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

/**
 * What inputs ask of the app around them, one question each; the app gives what its user may have.
 * A question that an app cannot answer is left out, and the input says so instead of failing.
 */
export interface FieldServices {
  /** Shrinks and keeps a photo on this device; gives its hash. */
  readonly keepPhoto?: (file: File) => Promise<string>;
  /** Keeps any other file on this device; gives its hash. */
  readonly keepFile?: (file: File) => Promise<string>;
  readonly fileUrl?: (id: string) => string | undefined;
  /** An address for `<img>`, of what is kept here or on the server; undefined when there is none. */
  readonly photoUrl?: (id: string, size: 'thumb' | 'full') => Promise<string | undefined>;
  /** @param kinds ids of kinds of bodies; absent: of every kind */
  readonly findBodies?: (words: string, kinds?: readonly string[]) => Promise<readonly Named[]>;
  readonly findPeople?: (words: string) => Promise<readonly Named[]>;
  /** Where a slot plan offers times. */
  readonly slotPlaces?: (plan: string) => Promise<readonly SlotPlace[]>;
  /** Its times at a place from now on, as far ahead as may be booked. */
  readonly slotTimes?: (plan: string, place: string) => Promise<readonly SlotTime[]>;
  /** Places below a code; without one, the tops. */
  readonly listPlaces?: (code?: string) => Promise<readonly PlaceOption[]>;
  /** Which place holds a point: its names from street down. */
  readonly locate?: (point: LngLat) => Promise<string | undefined>;
  /** Boundaries to find one's way by where a map has no tiles. */
  readonly boundaries?: () => Promise<FeatureCollection | undefined>;
  readonly mapStart?: LngLat;
  readonly tiles?: TileSettings;
}

const Services = createContext<FieldServices>({});
export const FieldServicesProvider = Services.Provider;
export const useFieldServices = (): FieldServices => useContext(Services);
