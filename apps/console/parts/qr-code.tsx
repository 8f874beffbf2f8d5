import { create } from 'qrcode';

/** Address that a plate opens on a resident's phone: of the host under which this page was opened. */
export const plateAddress = (code: string): string => `${globalThis.location.origin}/m/p/${encodeURIComponent(code)}`;

/** Quiet zone around a code, in modules, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** Level Q: a quarter of the code may be scratched or wet and it still reads. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { size, data } = create(text, { errorCorrectionLevel: 'Q' }).modules;
  const path = Array.from(data, (dark, index) =>
    dark ? `M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z` : '',
  ).join('');
  const side = size + 2 * QUIET;
  return (
    <svg className="plate-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  );
};
