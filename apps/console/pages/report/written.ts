import type { Playbook } from '#engines/case/model';
import type { CheckedValues } from '#fields/web';
import type { Id } from '#kernel/ids';

export const channels = ['phone', 'counter', 'visit', 'paper', 'own'] as const;
export type Channel = (typeof channels)[number];

/** Who asked, and how it came. */
export interface Caller {
  readonly channel: Channel;
  readonly name: string;
  readonly phone: string;
}
export const noCaller: Caller = { channel: 'phone', name: '', phone: '' };

/** A checked report between the form and the slip; its id makes a second sending harmless. */
export interface Written {
  readonly id: Id;
  readonly playbook: Playbook;
  readonly caller: Caller;
  readonly values: CheckedValues;
  readonly queryCode: string;
}
