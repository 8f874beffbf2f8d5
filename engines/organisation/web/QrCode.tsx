import { useEffect, useState } from 'react';

/** Quiet zone around a code, in modules, as ISO/IEC 18004 asks. */
const quiet = 4;

/** Drawn in the browser: what it holds is secret and goes nowhere. Dark on white in both themes, as cameras want it. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const [drawn, setDrawn] = useState<{ path: string; side: number }>();
  useEffect(() => {
    let gone = false;
    void import('qrcode').then(({ create }) => {
      const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
      const path = Array.from(data, (dark, at) =>
        dark ? `M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z` : '',
      ).join('');
      if (!gone) setDrawn({ path, side: size + 2 * quiet });
    });
    return () => {
      gone = true;
    };
  }, [text]);
  if (!drawn) return <span className="account-qr" />;
  return (
    <svg
      className="account-qr"
      viewBox={`0 0 ${drawn.side} ${drawn.side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={drawn.path} fill="currentColor" />
    </svg>
  );
};
