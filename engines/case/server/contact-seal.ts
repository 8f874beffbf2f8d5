import type { Id } from '#kernel/ids';
import type { Parts, SealedPlace } from '#platform/server/parts';

/** What is personal of whoever asked. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  /** Photos of the sheet on which the matter came. */
  readonly sheet?: readonly string[];
  /** Values of fields that declare `privacy`, by field id: the last that was given. */
  readonly personal: Readonly<Record<string, unknown>>;
  /** Every one that a step gave, the oldest first, and what it took the place of. Moment and author stand in the history. */
  readonly given?: readonly Given[];
  /** What steps wrote down for the eyes of their author alone (`readers: 'author'`), the oldest first. */
  readonly authored?: readonly Authored[];
  /** Version of the notice that was shown before it was given. */
  readonly notice?: string;
}

export interface Given {
  readonly field: string;
  /** Version of the matter after the step. */
  readonly seq: number;
  readonly value: unknown;
}

export interface Authored {
  readonly field: string;
  /** Version of the matter after the step. */
  readonly seq: number;
  readonly person: Id;
  readonly value: unknown;
}

const placeOf = (district: string, id: Id): SealedPlace => ({
  table: 'case_contact',
  column: 'sealed',
  row: `${district} ${id}`,
});

/** Contact data as sealed text, bound to the row of its matter. */
export const createContactSeal = ({ seals }: Pick<Parts, 'seals'>) => ({
  seal: (district: string, id: Id, contact: Contact): Promise<string> =>
    seals.seal(placeOf(district, id), JSON.stringify(contact)),
  /** @throws when the text was altered, belongs to another row, or its key is gone */
  open: async (district: string, id: Id, sealed: string): Promise<Contact> =>
    JSON.parse(await seals.open(placeOf(district, id), sealed)) as Contact,
});

export type ContactSeal = ReturnType<typeof createContactSeal>;
