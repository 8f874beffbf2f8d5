/** The shape of a trend in one line, beside the figure that says the number. */
export const Spark = ({ values }: { values: readonly (number | null)[] }) => {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return null;
  const top = Math.max(...known);
  const bottom = Math.min(...known, top > 0 ? 0 : top);
  const span = top - bottom || 1;
  const step = 100 / (values.length - 1);
  let pen = 'M';
  const path = values
    .map((value, index) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const point = `${pen}${(index * step).toFixed(1)} ${(22 - ((value - bottom) / span) * 20).toFixed(1)}`;
      pen = 'L';
      return point;
    })
    .join('');
  return (
    <svg className="figure-spark" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path d={path} fill="none" vectorEffect="non-scaling-stroke" />
    </svg>
  );
};
