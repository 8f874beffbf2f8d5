export * from './field-services.tsx';
export * from './field-web.tsx';
export * from './FieldRow.tsx';
export { Photo } from './photos/Photo.tsx';
export { fieldWebs } from './registry.tsx';
export * from './FormFields.tsx';
export * from './use-form.tsx';
