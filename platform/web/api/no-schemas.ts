/**
 * Stands in for `typebox` in the bundles of browsers: a page needs the method and the address of a route,
 * the server checks its schemas. It answers every call and every property with itself (saves 20 kB gzip).
 */
interface Nothing {
  (...given: readonly unknown[]): Nothing;
  readonly [name: string]: Nothing;
}
const nothing: Nothing = new Proxy((() => nothing) as unknown as Nothing, {
  get: (target, name) => (name === 'prototype' ? Reflect.get(target, name) : nothing),
  apply: () => nothing,
});

export const Type = nothing;
export default nothing;
