import { DomainError } from '#kernel/domain-error';
import type { RawAnswer } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';

/** A photo is read through the matter that names it, never by its hash alone. */
export const holdsFile = (values: unknown, file: string): boolean => {
  if (values === file) return true;
  return typeof values === 'object' && values !== null && Object.values(values).some((one) => holdsFile(one, file));
};

export const openFile = async (parts: Parts, file: string, size: 'full' | 'thumb'): Promise<RawAnswer> => {
  const found = await parts.files.open(file, size);
  if (!found) throw new DomainError('request.not-found');
  return {
    type: found.type,
    size: found.size,
    body: found.body,
    inline: true,
    headers: { 'cache-control': 'private, max-age=86400, immutable' },
  };
};

const hash = /^[0-9a-f]{64}$/;

/** Files that the values of a form name: in lists of photos, as `id` of an attachment, in the rows of a table. */
export const filesNamed = (values: Readonly<Record<string, unknown>>): string[] =>
  Object.values(values).flatMap((value) => (typeof value === 'object' && value !== null ? filesIn(value) : []));

const filesIn = (value: object): string[] => {
  if (hash.test(idOf(value))) return [idOf(value)];
  if (!Array.isArray(value)) return filesNamed(value as Readonly<Record<string, unknown>>);
  return value.flatMap((one: unknown) => {
    if (typeof one === 'object' && one !== null) return filesIn(one);
    return typeof one === 'string' && hash.test(one) ? [one] : [];
  });
};

const idOf = (value: unknown): string => {
  const id: unknown = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
  return typeof id === 'string' ? id : '';
};
