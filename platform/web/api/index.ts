export * from './address.ts';
export * from './api-problem.ts';
export { api, send } from './client.ts';
export { answerConfirmations } from './confirm.ts';
export * from './live.ts';
export * from './new-id.ts';
export * from './query.ts';
export * from './route-types.ts';
export * from './session-lost.ts';
