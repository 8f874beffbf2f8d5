import { colors } from '../theme/tokens.ts';

/** Nine wards on a grid: left and top of each in a square of 48. */
export const wards = [3, 17.5, 32].flatMap((y, row) =>
  [3, 17.5, 32].map((x, column) => ({ x, y, lit: row === 1 && column === 1 })),
);
export const WARD = 13;

/**
 * The mark as an SVG file: favicon and app icons are made of it.
 * @param ground draws it in white on the primary colour; `margin` 0..1 is the share left free on each side
 */
export const markSvg = (options: { ground?: boolean; margin?: number } = {}): string => {
  const { ground = false, margin = 0 } = options;
  const scale = 1 - 2 * margin;
  const ink = ground ? colors.light.onPrimary : colors.light.primary;
  const rects = wards
    .map(
      ({ x, y, lit }) =>
        `<rect x="${x}" y="${y}" width="${WARD}" height="${WARD}" rx="2" fill="${ink}"${lit ? '' : ' opacity=".34"'}/>`,
    )
    .join('');
  const back = ground ? `<rect width="48" height="48" fill="${colors.light.primary}"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">${back}<g transform="translate(${48 * margin} ${48 * margin}) scale(${scale})">${rects}</g></svg>\n`;
};
