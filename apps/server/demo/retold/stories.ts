/**
 * What people say in one telling of a course: texts by the id of their field, or by `action.field` where only one step
 * means it; of several the next one each time. `of` keeps it to courses of that category, `category` puts the matter
 * under another item of the same list, `body 住房和建设局` puts another body in the place of the one so called.
 */
export type Words = Readonly<Record<string, string | readonly string[]>>;

/** How the matters of a playbook are told. A playbook without a story is told a few times in the words of its examples. */
export interface Story {
  readonly playbook: string;
  /** Matters in the past of the demo; four unless told. */
  readonly often?: number;
  /** Id of the example that goes as most matters go; the longest way to an end unless told. */
  readonly mostly?: string;
  /** Kinds of bodies for those that the examples do not name. */
  readonly kinds?: readonly string[];
  readonly tellings?: readonly Words[];
}
