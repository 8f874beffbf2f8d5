import { label } from '#kernel/label';
import { referenceType } from '../reference.ts';

/** A body of the organisation: a department, a street, a community, a company that does the work. */
export const body = referenceType({
  id: 'body',
  name: label('单位', 'Body'),
  nameOf: (id, context) => context.bodyName?.(id),
});
