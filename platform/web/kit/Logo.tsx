/** 里坊: nine wards on a grid, the middle one lit. `mono` draws all in the colour of the text. */
export const Logo = ({
  size = 32,
  mono = false,
  title,
}: {
  size?: number | string;
  mono?: boolean;
  title?: string;
}) => {
  const wards = [3, 17.5, 32].flatMap((y, row) =>
    [3, 17.5, 32].map((x, column) => ({ x, y, lit: row === 1 && column === 1 })),
  );
  return (
    <svg
      viewBox="0 0 48 48"
      width={size}
      height={size}
      className="lf-logo"
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
          width="13"
          height="13"
          rx="2"
          className={mono ? 'lf-logo-mono' : lit ? 'lf-logo-lit' : 'lf-logo-ward'}
        />
      ))}
    </svg>
  );
};
