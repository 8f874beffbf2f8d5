import type { Label } from '#kernel/label';
import type { Field } from '#fields/field';
import type { Playbook } from './playbook.ts';

/**
 * A way on which matters arrive (section `reportChannels`): one entrance of several to the same form and the same
 * playbook; the matter keeps it (S294).
 */
export interface ReportChannel {
  /** Stands in the matter: `paper`. */
  readonly id: string;
  readonly name: Label;
  /** Staff choose among these when they write for somebody (代录), in this order. */
  readonly behalf?: {
    readonly order: number;
    /** What the one who writes does with it. */
    readonly hint: Label;
    /** A photo of the sheet is needed: what stands on paper has to be readable afterwards. */
    readonly sheet?: 'needed';
    /** Without a phone number the answer cannot be told; then the slip with the query code is handed out. */
    readonly phone?: 'needed';
  };
}

/** Those that staff choose among, in their order. */
export const channelsOnBehalf = (channels: readonly ReportChannel[]) =>
  channels
    .flatMap(({ id, name, behalf }) => (behalf ? [{ id, name, ...behalf }] : []))
    .sort((one, other) => one.order - other.order);

/** The field of a report's form that asks for a phone number: whoever gave one there is not asked again. */
export const phoneFieldOf = (playbook: Pick<Playbook, 'fields'>): Field | undefined =>
  playbook.fields.find((field) => field.type === 'phone');
