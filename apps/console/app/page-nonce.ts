/**
 * The page's style nonce. Vite writes `<meta property="csp-nonce" nonce="__LIFANG_NONCE__">`; the server
 * fills a fresh value into each answer and names it in `style-src`. The attribute is hidden from CSS,
 * so it cannot leak through a selector.
 */
export const pageNonce: string = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * antd passes the nonce to its component styles, yet the scroll lock of its dialogs, the scrollbar
 * measure and the icon style make `<style>` elements of their own without it. So every style element
 * that this page's own code makes carries it.
 */
export const styleElementsCarryNonce = (): void => {
  if (!pageNonce) return;
  const create = document.createElement.bind(document) as (
    name: string,
    options?: ElementCreationOptions,
  ) => HTMLElement;
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name.toLowerCase() === 'style') element.nonce = pageNonce;
    return element;
  }) as typeof document.createElement;
};
