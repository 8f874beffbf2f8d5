import * as tokens from './tokens.ts';

const kebab = (name: string): string => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);
const lines = (prefix: string, values: Readonly<Record<string, string | number>>, unit = ''): string =>
  Object.entries(values)
    .map(([name, value]) => `  --lf-${prefix}${kebab(name)}: ${value}${unit};`)
    .join('\n');

/** The style sheet that `tokens.ts` says, as text. */
export const cssOfTokens =
  (): string => `/* Written from tokens.ts: WRITE=1 node --test platform/web/theme/theme.test.ts */
:root {
  color-scheme: light;
  --lf-scale: 1;
  --lf-base: ${tokens.baseSize.staff / 16};
${lines('color-', tokens.colors.light)}
${lines('font-', tokens.fonts)}
${lines('text-', tokens.textSizes, 'rem')}
${lines('space-', tokens.spaces, 'px')}
  --lf-radius: ${tokens.radius}px;
  --lf-line-height: ${tokens.lineHeight};
  --lf-target: ${tokens.targets.normal}px;
${lines('row-', tokens.rows, 'px')}
${lines('width-', tokens.widths, 'px')}
  --lf-motion: ${tokens.motionMs}ms;
${lines('layer-', tokens.layers)}
}
:root[data-theme="dark"] {
  color-scheme: dark;
${lines('color-', tokens.colors.dark)}
}
:root[data-audience="resident"] {
  --lf-base: ${tokens.baseSize.resident / 16};
}
:root[data-audience="staff"] {
  --lf-text-small: ${tokens.staffSmall}rem;
}
@media (pointer: fine) {
  :root[data-audience="staff"] {
    --lf-target: ${tokens.targets.staffMouse}px;
  }
}
${tokens.scales
  .filter((scale) => scale !== 1)
  .map(
    (scale) => `:root[data-scale="${scale}"] {
  --lf-scale: ${scale};
  --lf-target: ${tokens.targets.elder}px;
  --lf-text-small: 0.945rem;
}`,
  )
  .join('\n')}
@media (prefers-reduced-motion: reduce) {
  :root {
    --lf-motion: 0ms;
  }
}
`;
