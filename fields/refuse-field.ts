import { refuse } from '#kernel/domain-error';
import { type Label, label } from '#kernel/label';
import type { Field, FieldRefusal } from './field.ts';

/** 「联系电话」填写有误：……  @param detail what is wrong and how to mend it, without a full stop */
export const refuseField = (field: Field, detail: Label): FieldRefusal =>
  refuse('field.invalid', { name: field.name, detail }, { field: field.id });

export const refuseEmpty = (field: Field): FieldRefusal =>
  refuse('field.required', { name: field.name }, { field: field.id });

/** A value of quite another shape than the type's: a program's mistake rather than a person's. */
export const refuseShape = (field: Field): FieldRefusal =>
  refuseField(field, label('内容的格式不对，请重新填写', 'it has the wrong format; please fill it in again'));
