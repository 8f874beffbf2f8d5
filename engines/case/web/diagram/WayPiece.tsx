import type { PlacedLabel, PlacedWay, Point } from './placed.ts';
import { byPart, pickable, type Picking } from './picking.ts';

const round = 7;

/** Straight lines with rounded corners. */
const pathOf = (points: readonly Point[]): string =>
  points
    .map((point, index) => {
      const [before, next] = [points[index - 1], points[index + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!next) return `L${point.x} ${point.y}`;
      const [into, out] = [towards(point, before), towards(point, next)];
      return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
    })
    .join('');

const towards = (from: Point, to: Point): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(round, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
};

/** An arrow; or, without `head`, its name, which is drawn above all arrows. */
export const WayPiece = ({ way, head, picking }: { way: PlacedWay; head?: string; picking?: Picking | undefined }) => {
  if (head === undefined) return way.label ? <LabelPiece label={way.label} picking={picking} /> : null;
  return (
    <path
      d={pathOf(way.points)}
      className={way.step.back ? 'lf-diagram-way lf-diagram-back' : 'lf-diagram-way'}
      markerEnd={`url(#${head})`}
    />
  );
};

const LabelPiece = ({ label, picking }: { label: PlacedLabel; picking: Picking | undefined }) => {
  const placed = label.lines.map((line, index) => ({ ...line, y: label.y + 3 + 16 * index + 8 }));
  return (
    <g className="lf-diagram-label">
      <rect x={label.x} y={label.y} width={label.width} height={label.height} rx="3" />
      {byPart(placed).map((lines) => {
        const [{ part, y }] = lines;
        return (
          <g key={y} className="lf-diagram-line" {...(part && pickable(picking, { kind: 'action', id: part.id }))}>
            {picking && part ? (
              <rect x={label.x + 1} y={y - 8} width={label.width - 2} height={16 * lines.length} rx="3" />
            ) : null}
            {lines.map((line) => (
              <text key={line.y} x={label.x + label.width / 2} y={line.y}>
                {line.text}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
};
