import type { Field } from '#fields/field';
import type { TimelineEntry } from '#engines/case/contract';
import type { Actor, Playbook } from '#engines/case/model';
import type { Contact } from './contact-seal.ts';

/** What the reader alone wrote for himself (`readers: 'author'`), at the step in which he wrote it; nobody else's. */
export const withOwnWords = (
  timeline: TimelineEntry[],
  about: { readonly playbook: Playbook; readonly contact: Contact | undefined; readonly actor: Actor },
  valuesView: (fields: readonly Field[], values: Readonly<Record<string, unknown>>) => TimelineEntry['values'],
): TimelineEntry[] => {
  const { playbook, contact, actor } = about;
  const own = (contact?.authored ?? []).filter((one) => actor.kind === 'staff' && one.person === actor.person);
  if (own.length === 0) return timeline;
  const asked = playbook.actions.flatMap((action) => action.form ?? []).filter((field) => field.readers === 'author');
  const fields = [...new Map(asked.map((field) => [field.id, field])).values()];
  return timeline.map((entry, index) => {
    const said = own.filter((one) => one.seq === index + 1).map(({ field, value }) => [field, value] as const);
    return said.length === 0
      ? entry
      : { ...entry, values: [...entry.values, ...valuesView(fields, Object.fromEntries(said))] };
  });
};
