import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotkeys } from '../../app/hotkeys.ts';

interface RowKeys {
  readonly ids: readonly string[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
  readonly search?: () => void;
  readonly help: () => void;
  readonly previousPage?: (() => void) | undefined;
  readonly nextPage?: (() => void) | undefined;
}

/** j/k move, Enter opens, x picks, / searches, ? helps, n/p turn the page. */
export const useRowKeys = ({ ids, picked, onPick, search, help, previousPage, nextPage }: RowKeys) => {
  const [chosen, setCursor] = useState<string>();
  const navigate = useNavigate();
  const at = chosen ? ids.indexOf(chosen) : -1;
  const cursor = at < 0 ? undefined : chosen;
  const move = (step: 1 | -1): void => {
    const next = ids[at < 0 ? (step > 0 ? 0 : ids.length - 1) : at + step];
    if (!next) return;
    setCursor(next);
    document.getElementById(`row-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const toggle = (): void => {
    if (!cursor) return;
    const next = new Set(picked);
    if (!next.delete(cursor)) next.add(cursor);
    onPick(next);
  };
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    ...(cursor ? { Enter: () => void navigate({ to: '/cases/$id', params: { id: cursor } }), x: toggle } : {}),
    ...(search ? { '/': search } : {}),
    '?': help,
    ...(nextPage ? { n: nextPage } : {}),
    ...(previousPage ? { p: previousPage } : {}),
    Escape: () => {
      setCursor(undefined);
      if (picked.size > 0) onPick(new Set());
    },
  });
  return cursor;
};
