export * from './field.ts';
export { type AnyFieldType, fieldTypes, getFieldType } from './field-types.ts';
export * from './form.ts';
export { maskedIdentity, maskedName } from './mask.ts';
