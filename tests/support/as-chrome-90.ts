import type { BrowserContext } from 'playwright-core';

/** Takes away what Chrome 90 (信创 desktops, old phones) does not have, before any script of the page runs. */
export const asChrome90 = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const gone: readonly (readonly [object, readonly string[]])[] = [
      [Object, ['hasOwn', 'groupBy']],
      [
        Array.prototype,
        ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group', 'groupToMap'],
      ],
      [Array, ['fromAsync']],
      [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
      [Map, ['groupBy']],
      [Promise, ['withResolvers', 'try']],
      [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf']],
      [AbortSignal, ['timeout', 'any', 'abort']],
      [AbortSignal.prototype, ['throwIfAborted']],
      [Crypto.prototype, ['randomUUID']],
      [URL, ['canParse', 'parse']],
      [globalThis, ['structuredClone', 'reportError', 'navigation', 'scheduler', 'CSSContainerRule', 'Iterator']],
      [Document.prototype, ['startViewTransition']],
      [Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'getHTML']],
      [HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover']],
    ];
    for (const [holder, names] of gone) for (const name of names) Reflect.deleteProperty(holder, name);
  });
};
