import { useCallback, useState } from 'react';
import type { Draft } from './boundary-draft.ts';

const mostSteps = 100;

/** The draft with its past, so that a slip of the hand can be taken back. */
export const useDraft = (start: Draft) => {
  const [past, setPast] = useState<readonly Draft[]>([start]);
  const draft = past[past.length - 1] ?? start;
  const change = useCallback((next: Draft) => setPast((before) => [...before.slice(-mostSteps), next]), []);
  const undo = useCallback(() => setPast((before) => (before.length > 1 ? before.slice(0, -1) : before)), []);
  return { draft, change, undo, canUndo: past.length > 1, changed: draft !== start };
};
