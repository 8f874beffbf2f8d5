import type { Playbook } from '#engines/case/model';
import { placeFields } from '#engines/case/web';
import type { Field } from '#fields/field';

/**
 * A report, one thing a page: what it is, then each question of the playbook, the place if it is not known, and a
 * page to check all. What is personal and may be left out is offered on the last page instead of asked for.
 */
export interface Step {
  readonly id: string;
  readonly fields: readonly Field[];
}

export const isOffered = (field: Field): boolean => field.privacy !== undefined && !field.required;

export const stepsOf = (playbook: Playbook, placeKnown: boolean): readonly Step[] => [
  { id: 'what', fields: [] },
  ...playbook.fields.filter((field) => !isOffered(field)).map((field) => ({ id: field.id, fields: [field] })),
  ...(placeKnown ? [] : [whereStep]),
  { id: 'check', fields: playbook.fields.filter(isOffered) },
];

/** Reached from the last page too, when the plate’s place is not the one. */
export const whereStep: Step = { id: 'where', fields: [placeFields.code, placeFields.point, placeFields.text] };

/** Undefined after the last step, and after one that is not in the row. */
export const stepAfter = (steps: readonly Step[], id: string): Step | undefined => {
  const index = steps.findIndex((step) => step.id === id);
  return index < 0 ? undefined : steps[index + 1];
};
