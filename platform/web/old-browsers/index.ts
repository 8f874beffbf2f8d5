/**
 * What Chrome 90 lacks and we or our libraries call. Import it first in an app. Each stands in for a
 * standard method with the standard's own behaviour for the cases that occur here.
 */
const fillIn = (target: object, name: string, value: (...given: never[]) => unknown): void => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
};

fillIn(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key));

function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}
fillIn(Array.prototype, 'at', at);
fillIn(String.prototype, 'at', at);

function findLast<Item>(this: readonly Item[], test: (item: Item, index: number) => boolean): Item | undefined {
  for (let index = this.length - 1; index >= 0; index--) {
    const item = this[index] as Item;
    if (test(item, index)) return item;
  }
  return undefined;
}
fillIn(Array.prototype, 'findLast', findLast);

/** For plain data only, which is all that is cloned here. */
fillIn(globalThis, 'structuredClone', (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown);

export {};
