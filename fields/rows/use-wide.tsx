import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether the place of an element is at least so many pixels wide; forms stand in pages, drawers and phones. */
export const useWide = (least: number): readonly [RefObject<HTMLDivElement | null>, boolean] => {
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => entry && setWide(entry.contentRect.width >= least));
    watch.observe(element);
    return () => watch.disconnect();
  }, [least]);
  return [box, wide];
};
