import { label } from '#kernel/label';
import { referenceType } from '../reference.ts';

/** A person whom the organisation or a register knows. */
export const person = referenceType({
  id: 'person',
  name: label('人员', 'Person'),
  personal: true,
  nameOf: (id, context) => context.personName?.(id),
});
