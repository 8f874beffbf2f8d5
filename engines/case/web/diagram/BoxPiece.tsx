import { type LineKind, type PlacedBox, type PlacedLine, size } from './placed.ts';
import { byPart, type DiagramPart, pickable, type Picking } from './picking.ts';

/** Signs of 12 × 12: who, the end, by when, stays here, leads on. A word always stands beside them. */
const signs: Readonly<Partial<Record<LineKind, string>>> = {
  owner: 'M6 6.2A2.6 2.6 0 1 0 6 1a2.6 2.6 0 0 0 0 5.2ZM1.2 11.5a4.8 4.8 0 0 1 9.6 0',
  end: 'M1.5 6.5 4.7 9.8 10.6 2.6',
  clock: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1ZM6 3.4V6.2L8 7.6',
  stays: 'M10 4.2A4.4 4.4 0 1 0 10.4 7M10.4 1.4V4.4H7.4',
  step: 'M1 6H10.6M7 2.4 10.6 6 7 9.6',
};

const partOf = (line: PlacedLine): DiagramPart | undefined =>
  line.part && { kind: line.kind === 'clock' ? 'clock' : 'action', id: line.part.id };

/** A stage with its name, who acts there, its clocks, and what can be done. */
export const BoxPiece = ({ box, now, picking }: { box: PlacedBox; now: boolean; picking: Picking | undefined }) => {
  const { stage } = box;
  const classes = ['lf-diagram-stage', `lf-diagram-${stage.kind}`, now ? 'lf-diagram-now' : ''].join(' ').trim();
  return (
    <g className={classes}>
      <g {...pickable(picking, { kind: 'stage', id: stage.id })}>
        <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
        {stage.kind === 'end' ? (
          <rect
            x={box.x + 3}
            y={box.y + 3}
            width={box.width - 6}
            height={box.height - 6}
            rx="4"
            className="lf-diagram-inner"
          />
        ) : null}
        {stage.kind === 'start' ? (
          <rect x={box.x} y={box.y} width="5" height={box.height} rx="2.5" className="lf-diagram-mark" />
        ) : null}
        {box.lines.map((line) => (picking && line.part ? null : <LinePiece key={line.y} box={box} line={line} />))}
      </g>
      {picking
        ? byPart(box.lines).map((lines) => {
            const [line] = lines;
            const part = partOf(line);
            if (!part) return null;
            const last = lines.at(-1) ?? line;
            return (
              <g key={line.y} className="lf-diagram-line" {...pickable(picking, part)}>
                <rect x={box.x + 4} y={line.y - 9} width={box.width - 8} height={last.y - line.y + 18} rx="3" />
                {lines.map((one) => (
                  <LinePiece key={one.y} box={box} line={one} />
                ))}
              </g>
            );
          })
        : null}
    </g>
  );
};

const LinePiece = ({ box, line }: { box: PlacedBox; line: PlacedLine }) => {
  const sign = signs[line.kind];
  const left = box.x + size.pad;
  return (
    <>
      {sign && line.first ? (
        <path
          d={sign}
          transform={`translate(${left} ${line.y - 6})`}
          className={`lf-diagram-sign lf-diagram-sign-${line.kind}`}
        />
      ) : null}
      <text x={line.kind === 'name' ? left : left + size.sign} y={line.y} className={`lf-diagram-${line.kind}-text`}>
        {line.text}
      </text>
    </>
  );
};
