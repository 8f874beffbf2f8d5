import type { KeyboardEvent } from 'react';

/** What can be chosen in a picture. */
export interface DiagramPart {
  readonly kind: 'stage' | 'action' | 'clock';
  readonly id: string;
}

export interface Picking {
  readonly onPick: (part: DiagramPart) => void;
  readonly isPicked: (part: DiagramPart) => boolean;
}

export const isPart = (one: DiagramPart | undefined, other: DiagramPart): boolean =>
  one?.kind === other.kind && one.id === other.id;

/** Makes a piece of a picture a button, for the mouse and the keyboard; the text in it is its name. */
export const pickable = (picking: Picking | undefined, part: DiagramPart) =>
  picking && {
    role: 'button',
    tabIndex: 0,
    'aria-pressed': picking.isPicked(part),
    'data-picked': picking.isPicked(part) || undefined,
    onClick: () => picking.onPick(part),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      picking.onPick(part);
    },
  };

/** Lines that stand for the same part, together; what stands for none alone. */
export const byPart = <Line extends { readonly part?: object | null }>(
  lines: readonly Line[],
): readonly (readonly [Line, ...Line[]])[] => {
  const groups: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && line.part && last[0].part === line.part) last.push(line);
    else groups.push([line]);
  }
  return groups;
};
