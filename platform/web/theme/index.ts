import './theme.css';
import './base.css';

export * from './kept.ts';
export * from './theme-store.ts';
export * from './tokens.ts';
