import { useCallback, useEffect, useState } from 'react';

export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly error: unknown;
  readonly again: () => void;
}

/** What an app's service answers; asked anew when the question changes, or somebody wants to try again. */
export const useLoaded = <Value,>(ask: (() => Promise<Value>) | undefined): Loaded<Value> => {
  const [state, setState] = useState<{ ask?: unknown; value?: Value; error?: unknown }>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!ask) return undefined;
    let gone = false;
    ask().then(
      (value) => !gone && setState({ ask, value }),
      (error: unknown) => !gone && setState({ ask, error }),
    );
    return () => {
      gone = true;
    };
  }, [ask, turn]);
  const again = useCallback(() => setTurn((count) => count + 1), []);
  const mine = state.ask === ask;
  return { value: mine ? state.value : undefined, error: mine ? state.error : undefined, again };
};
