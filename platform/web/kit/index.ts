import './kit.css';
import './states.css';
import './forms.css';
import './media.css';

export * from './Button.tsx';
export * from './choices.tsx';
export * from './controls.tsx';
export * from './Dialog.tsx';
export * from './FormRow.tsx';
export * from './Icon.tsx';
export * from './Logo.tsx';
export * from './mark.ts';
export * from './states.tsx';
export * from './status.tsx';
export * from './surfaces.tsx';
export * from './Toast.tsx';
export * from './Watermark.tsx';
