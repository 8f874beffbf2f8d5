import { type UIEvent, useState } from 'react';

/** Only the rows in view are drawn (and some around), so that thousands scroll as easily as ten. */
export const useWindow = (count: number, rowHeight: number, height: number) => {
  const [top, setTop] = useState(0);
  const around = 8;
  const first = Math.max(0, Math.floor(top / rowHeight) - around);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + around);
  return {
    first,
    last,
    total: count * rowHeight,
    onScroll: (event: UIEvent<HTMLElement>) => setTop(event.currentTarget.scrollTop),
  };
};

/** Scrolls a box just so far that a row is in view. */
export const showRow = (box: HTMLElement | null, index: number, rowHeight: number): void => {
  if (!box) return;
  const top = index * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight - box.clientHeight;
};
