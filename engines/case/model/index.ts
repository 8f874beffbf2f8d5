export * from './actor.ts';
export * from './playbook.ts';
export * from './state.ts';
