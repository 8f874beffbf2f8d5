import { useEffect } from 'react';
import { useTheme } from '../theme/theme-store.ts';

const escapeXml = (text: string): string => text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const pictureOf = (text: string, font: string, colour: string): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="170"><text x="150" y="85" text-anchor="middle" font-size="14" font-family="${escapeXml(font)}" fill="${colour}" transform="rotate(-20 150 85)">${escapeXml(text)}</text></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
};

/**
 * Who looks, across the page, through screenshots and on paper. A picture: not read aloud, not found by search, takes
 * no clicks. It lies outside of the page's own tree and comes back when somebody takes it away or hides it.
 */
export const Watermark = ({ text }: { text: string }) => {
  const { theme } = useTheme();
  const picture = pictureOf(text, theme.fonts.text, theme.colors.watermark);
  useEffect(() => {
    const draw = (): HTMLElement => {
      const made = document.createElement('div');
      made.className = 'lf-watermark';
      made.setAttribute('aria-hidden', 'true');
      made.style.backgroundImage = picture;
      return made;
    };
    let shown = draw();
    let right = '';
    const watch = new MutationObserver(() => {
      const whole = shown.isConnected && shown.parentElement === document.body && shown.outerHTML === right;
      if (whole) return;
      shown.remove();
      put();
    });
    const put = (): void => {
      watch.disconnect();
      shown = draw();
      document.body.append(shown);
      right = shown.outerHTML;
      watch.observe(document.body, { childList: true });
      watch.observe(shown, { attributes: true, childList: true });
    };
    put();
    return () => {
      watch.disconnect();
      shown.remove();
    };
  }, [picture]);
  return null;
};
