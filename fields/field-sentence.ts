import { fillSentence } from '#kernel/domain-error';
import { errorsOfFields } from '#kernel/errors/fields';
import type { Label } from '#kernel/label';
import type { FieldRefusal } from './field.ts';

/** `sentenceOf` for refusals of fields: a page that says them need not carry every sentence of the server (11 kB gzip). */
export const fieldSentence = ({ code, values }: FieldRefusal): Label =>
  fillSentence(errorsOfFields[code].message, values);
