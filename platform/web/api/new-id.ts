import { type Id, uuidv7 } from '#kernel/ids';

/** A UUIDv7 made here and now, under which a command may be sent any number of times. */
export const newId = (): Id => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
