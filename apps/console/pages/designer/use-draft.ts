import { useCallback, useReducer } from 'react';
import { applyEdit, type DesignEdit, type Playbook } from '#engines/case/model';

interface Draft {
  readonly past: readonly Playbook[];
  readonly now: Playbook;
  readonly future: readonly Playbook[];
  /** What the last edit touched: letters typed one after the other are one step. */
  readonly mark: string;
}

type Change =
  | { readonly do: 'edit'; readonly edit: DesignEdit }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'open'; readonly playbook: Playbook };

const markOf = (edit: DesignEdit): string => {
  const { edit: kind } = edit;
  const change = 'change' in edit ? Object.keys(edit.change).join() : Object.keys(edit).join();
  return `${kind} ${'id' in edit ? edit.id : ''} ${'of' in edit ? JSON.stringify(edit.of) : ''} ${change}`;
};

const reduce = (draft: Draft, change: Change): Draft => {
  const { past, now, future } = draft;
  if (change.do === 'open') return { past: [], now: change.playbook, future: [], mark: '' };
  if (change.do === 'undo') {
    const before = past.at(-1);
    return before ? { past: past.slice(0, -1), now: before, future: [now, ...future], mark: '' } : draft;
  }
  if (change.do === 'redo') {
    const [after, ...rest] = future;
    return after ? { past: [...past, now], now: after, future: rest, mark: '' } : draft;
  }
  const mark = markOf(change.edit);
  const next = applyEdit(now, change.edit);
  if (next === now) return draft;
  return { past: mark === draft.mark ? past : [...past.slice(-100), now], now: next, future: [], mark };
};

/** A playbook while it is changed, with the way back. */
export const useDraft = (start: Playbook) => {
  const [draft, change] = useReducer(reduce, { past: [], now: start, future: [], mark: '' });
  return {
    playbook: draft.now,
    edit: useCallback((edit: DesignEdit) => change({ do: 'edit', edit }), []),
    open: useCallback((playbook: Playbook) => change({ do: 'open', playbook }), []),
    undo: draft.past.length > 0 ? () => change({ do: 'undo' }) : undefined,
    redo: draft.future.length > 0 ? () => change({ do: 'redo' }) : undefined,
  };
};
