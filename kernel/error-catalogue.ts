import type { ErrorEntry } from './errors/entry.ts';
import { errorsOfFields } from './errors/fields.ts';
import { errorsOfMatters } from './errors/matters.ts';
import { errorsOfPeople } from './errors/people.ts';
import { errorsOfPlatform } from './errors/platform.ts';

export type { ErrorEntry } from './errors/entry.ts';

/**
 * Every error that a person or a program can meet: its HTTP status, whether outsiders may read the
 * sentence, and the sentence in both locales. A sentence says what happened and how to mend it.
 * `docs/errors.md` is kept equal to it by a test.
 */
export const errorCatalogue = {
  ...errorsOfPlatform,
  ...errorsOfFields,
  ...errorsOfPeople,
  ...errorsOfMatters,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
