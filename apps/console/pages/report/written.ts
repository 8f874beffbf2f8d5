import type { Playbook } from '#engines/case/model';
import type { CheckedValues } from '#fields/web';
import type { Id } from '#kernel/ids';
import type { Label } from '#kernel/label';

/** Nobody else asked: what a member of staff found. */
export const OWN = 'own';
/** Field of the form that holds the photos of the sheet. */
export const SHEET = 'behalfSheet';

/** Who asked, and how it came. */
export interface Caller {
  /** One of the declared ways, or `OWN`. */
  readonly channel: string;
  readonly name: string;
  readonly phone: string;
}
export const noCaller: Caller = { channel: 'phone', name: '', phone: '' };

/** A checked report between the form and the slip; its id makes a second sending harmless. */
export interface Written {
  readonly id: Id;
  readonly playbook: Playbook;
  readonly caller: Caller;
  /** How it came, in words; absent when nobody else asked. */
  readonly came: Label | undefined;
  readonly values: CheckedValues;
  readonly queryCode: string;
}
