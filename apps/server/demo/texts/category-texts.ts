/**
 * What people write about one category. `{n}` is a small number. A place stands behind the building's name;
 * behind the estate's with `~` before it, and beside the estate with `^`.
 */
export interface CategoryTexts {
  readonly category: string;
  /** How often it is reported, against the others. */
  readonly weight: number;
  /** Who usually brings it up: a resident with the phone, or the grid worker on his round. */
  readonly door: 'resident' | 'worker' | 'both';
  /** May a grid worker settle it on the spot? */
  readonly onTheSpot?: true;
  /** Scene of the photo, when there is one. */
  readonly scene?: string;
  readonly places: readonly string[];
  readonly words: readonly string[];
  readonly results: readonly string[];
  readonly answers: readonly string[];
}
