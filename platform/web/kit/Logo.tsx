import { WARD, wards } from './mark.ts';

/** 里坊: nine wards on a grid, the middle one lit. `mono` draws all in the colour of the text. */
export const Logo = ({
  size = 32,
  mono = false,
  title,
}: {
  size?: number | string;
  mono?: boolean;
  title?: string;
}) => (
  <svg
    viewBox="0 0 48 48"
    width={size}
    height={size}
    className={mono ? 'lf-logo lf-logo-mono' : 'lf-logo'}
    role={title ? 'img' : undefined}
    aria-label={title}
    aria-hidden={title ? undefined : true}
    focusable="false"
  >
    {wards.map(({ x, y, lit }) => (
      <rect
        key={`${x}-${y}`}
        x={x}
        y={y}
        width={WARD}
        height={WARD}
        rx="2"
        className={lit ? 'lf-ward-lit' : 'lf-ward'}
      />
    ))}
  </svg>
);
