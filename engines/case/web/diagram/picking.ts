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

/** Makes a piece of a picture a button, for the mouse and the keyboard. */
export const pickable = (picking: Picking | undefined, part: DiagramPart, name: string) =>
  picking && {
    role: 'button',
    tabIndex: 0,
    'aria-label': name,
    'aria-pressed': picking.isPicked(part),
    'data-picked': picking.isPicked(part) || undefined,
    onClick: () => picking.onPick(part),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      picking.onPick(part);
    },
  };
