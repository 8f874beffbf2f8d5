import type { Field } from '#fields/field';
import type { TimelineEntry } from '#engines/case/contract';
import { actionOn, type CaseEvent, type CaseState, type Playbook } from '#engines/case/model';
import type { Contact, Given } from './contact-seal.ts';

/** Name under which a value of one step is shown and revealed; that of the field itself is the last one. */
export const givenKey = ({ field, seq }: Pick<Given, 'field' | 'seq'>): string => `${field}@${seq}`;

/** The field that such a name is about. */
export const fieldOfKey = (key: string): string => key.split('@')[0] ?? key;

export const findGiven = (contact: Contact, key: string): Given | undefined =>
  contact.given?.find((one) => givenKey(one) === key);

/** The version after which a value stood that nobody kept apart: of the last step that asked for it, else of the report. */
const seqOf = (
  playbook: Playbook,
  state: Exclude<CaseState, { status: 'none' }>,
  events: readonly CaseEvent[],
  field: string,
): number => {
  const asks = (event: CaseEvent): boolean => {
    const action =
      event.type === 'ActionTaken' ? event.action : event.type === 'ApprovalAsked' ? event.pending.action : undefined;
    return action !== undefined && actionOn(playbook, state, action)?.form?.some((one) => one.id === field) === true;
  };
  const last = events.findLastIndex(asks);
  return last < 0 ? 1 : last + 1;
};

/**
 * A contact after a step that gave personal values: the last of each field stands by itself, and every one is kept.
 * @param personal what this step gave
 */
export const withGiven = (
  contact: Contact,
  personal: Readonly<Record<string, unknown>>,
  at: {
    readonly playbook: Playbook;
    readonly state: Exclude<CaseState, { status: 'none' }>;
    readonly events: readonly CaseEvent[];
  },
): Contact => {
  const fields = Object.keys(personal);
  if (fields.length === 0) return contact;
  const { playbook, state, events } = at;
  const kept = contact.given ?? [];
  const before = fields.flatMap((field): readonly Given[] => {
    const value = contact.personal[field];
    if (value === undefined || value === null || kept.some((one) => one.field === field)) return [];
    return [{ field, seq: seqOf(playbook, state, events, field), value }];
  });
  const now = fields.map((field): Given => ({ field, seq: state.version + 1, value: personal[field] }));
  return { ...contact, personal: { ...contact.personal, ...personal }, given: [...kept, ...before, ...now] };
};

type Masked = (field: Field, value: unknown) => TimelineEntry['values'][number];

/** Each personal value at the step that gave it, masked; `masked` names those that can be looked at. */
export const withGivenValues = (
  timeline: TimelineEntry[],
  about: { readonly fields: readonly Field[]; readonly contact: Contact | undefined },
  masked: Masked,
): TimelineEntry[] => {
  const { fields, contact } = about;
  if (!contact?.given?.length) return timeline;
  const byId = new Map(fields.map((field) => [field.id, field]));
  return timeline.map((entry, index) => {
    const values = (contact.given ?? []).flatMap((one) => {
      const field = byId.get(one.field);
      if (one.seq !== index + 1 || !field || one.value === null || one.value === undefined) return [];
      return [masked({ ...field, id: givenKey(one) }, one.value)];
    });
    return values.length === 0 ? entry : { ...entry, values: [...entry.values, ...values] };
  });
};
