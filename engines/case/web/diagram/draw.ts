import type { Locale } from '#kernel/label';
import { drawPlaybook, type Playbook } from '#engines/case/model';
import { column } from './column.ts';
import { layered } from './layered.ts';
import type { PlacedDrawing, Words } from './placed.ts';

export const drawingWords: Readonly<Record<Locale, Words>> = {
  zh: { end: '结束', more: (count) => `另有 ${count} 项` },
  en: { end: 'The end', more: (count) => `${count} more` },
};

/** Smaller than this a layered picture is not read any more. */
const smallest = 0.82;

/**
 * The picture of a playbook for a page of a width: in layers where they fit, else in one column.
 * @param width CSS pixels that there are
 */
export const drawFor = (
  playbook: Playbook,
  width: number,
  locale: Locale,
  roleName?: (role: string) => string,
): PlacedDrawing & { readonly scale: number } => {
  const drawing = drawPlaybook(playbook, locale, roleName);
  if (width >= 560) {
    const wide = layered(drawing, drawingWords[locale]);
    const scale = Math.min(1, width / wide.width);
    if (scale >= smallest) return { ...wide, scale };
  }
  return { ...column(drawing, Math.min(width, 640), drawingWords[locale]), scale: 1 };
};
