import { useTheme } from '../theme/theme-store.ts';

const escapeXml = (text: string): string => text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Who looks, across the page and through screenshots. A picture: not read aloud, not found by search, takes no clicks. */
export const Watermark = ({ text }: { text: string }) => {
  const { theme } = useTheme();
  const font = escapeXml(theme.fonts.text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="260" height="160"><text x="130" y="80" text-anchor="middle" font-size="14" font-family="${font}" fill="${theme.colors.watermark}" transform="rotate(-20 130 80)">${escapeXml(text)}</text></svg>`;
  return (
    <div
      className="lf-watermark"
      aria-hidden="true"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")` }}
    />
  );
};
