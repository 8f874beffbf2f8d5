export { createLive } from './create-live.ts';
export { createEventStreams, type EventStreams, mayHear } from './event-streams.ts';
