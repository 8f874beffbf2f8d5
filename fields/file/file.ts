import { label } from '#kernel/label';
import type { FieldType } from '../field.ts';
import { lengthOf, oneLine } from '../fold-text.ts';
import { optionProblems } from '../options.ts';
import { refuseShape } from '../refuse-field.ts';
import { findHash, hashSchema, sampleHash } from '../stored-file.ts';

export type FileValue = { readonly id: string; readonly name: string };

/** A name without folders and control signs, at most 120 characters; its end, the kind of file, is kept. */
const cleanName = (name: string): string => {
  const last = oneLine(name).split(/[\\/]/).at(-1)?.trim() ?? '';
  return lengthOf(last) > 120 ? [...last].slice(-120).join('').trim() : last;
};

/** One file: at rest its hash, as it was sent before, and the name it had. */
export const file: FieldType<FileValue> = {
  id: 'file',
  name: label('附件', 'File'),
  schema: () => ({
    type: 'object',
    properties: { id: hashSchema, name: { type: 'string', minLength: 1, maxLength: 120 } },
    required: ['id', 'name'],
    additionalProperties: false,
  }),
  check: (value, field) => {
    const id = findHash(value);
    const { name } = (typeof value === 'object' && value !== null ? value : {}) as { name?: unknown };
    if (!id || (name !== undefined && typeof name !== 'string')) return refuseShape(field);
    return { id, name: cleanName(name ?? '') || '附件' };
  },
  text: (value) => value.name,
  sample: (_field, _context, chance) => ({ id: sampleHash(chance), name: '情况说明.pdf' }),
  problems: (field) => optionProblems(field, {}),
};
