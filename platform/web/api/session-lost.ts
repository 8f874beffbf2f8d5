/** Hears that the server no longer knows this session, so that an app can ask to sign in without losing the page. */
const listeners = new Set<() => void>();

export const onSessionLost = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const tellSessionLost = (): void => {
  for (const listener of listeners) listener();
};
