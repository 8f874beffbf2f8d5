/**
 * A trained model. The head is JSON; the weights are sparse rows, one for each feature: numbers of bodies and their
 * weights, then the same for families of bodies.
 */
export interface RoutingModel {
  readonly bodies: readonly string[];
  /** Number of the family of each body. */
  readonly familyOf: readonly number[];
  readonly features: ReadonlyMap<string, number>;
  readonly byBody: SparseRows;
  readonly byFamily: SparseRows;
}

export interface SparseRows {
  /** Row `r` lies between `starts[r]` and `starts[r + 1]`. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly weights: Int16Array;
}

/** Weights at rest are whole numbers of this part: ±64 in steps of 1/512. */
export const STEP = 1 / 512;
const MOST = 32_767;
/** Smaller weights change no order worth telling. */
const LEAST = 0.01;

/** @param dense rows of `width` weights, one after another */
export const sparseRows = (dense: Float32Array, width: number): SparseRows => {
  const rows = width === 0 ? 0 : dense.length / width;
  let count = 0;
  for (const weight of dense) if (Math.abs(weight) >= LEAST) count += 1;
  const made = { starts: new Uint32Array(rows + 1), columns: new Uint16Array(count), weights: new Int16Array(count) };
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const weight = dense[row * width + column] ?? 0;
      if (Math.abs(weight) < LEAST) continue;
      made.columns[at] = column;
      made.weights[at] = Math.max(-MOST, Math.min(MOST, Math.round(weight / STEP)));
      at += 1;
    }
    made.starts[row + 1] = at;
  }
  return made;
};

/** What of a model is JSON. */
export interface ModelHead {
  readonly format: 1;
  readonly bodies: readonly string[];
  readonly familyOf: readonly number[];
  readonly features: readonly string[];
  readonly sizes: { readonly byBody: number; readonly byFamily: number };
}

const wide = (count: number): number => count * 2 + (count % 2) * 2;

/** Little-endian: starts, columns, weights of the bodies, then of the families; pieces begin at multiples of four. */
export const packModel = (model: RoutingModel): { readonly head: ModelHead; readonly weights: Uint8Array } => {
  const rows = [model.byBody, model.byFamily];
  const bytes = new Uint8Array(
    rows.reduce((sum, one) => sum + one.starts.length * 4 + wide(one.columns.length) * 2, 0),
  );
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { starts, columns, weights } of rows) {
    for (const start of starts) view.setUint32((at += 4) - 4, start, true);
    columns.forEach((column, index) => view.setUint16(at + index * 2, column, true));
    at += wide(columns.length);
    weights.forEach((weight, index) => view.setInt16(at + index * 2, weight, true));
    at += wide(weights.length);
  }
  const features = [...model.features].sort((one, other) => one[1] - other[1]).map(([key]) => key);
  const sizes = { byBody: model.byBody.columns.length, byFamily: model.byFamily.columns.length };
  return { head: { format: 1, bodies: model.bodies, familyOf: model.familyOf, features, sizes }, weights: bytes };
};

export const unpackModel = (head: ModelHead, bytes: Uint8Array): RoutingModel => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const rowsOf = (count: number): SparseRows => {
    const starts = Uint32Array.from({ length: head.features.length + 1 }, (_, row) =>
      view.getUint32(at + row * 4, true),
    );
    at += starts.length * 4;
    const columns = Uint16Array.from({ length: count }, (_, index) => view.getUint16(at + index * 2, true));
    at += wide(count);
    const weights = Int16Array.from({ length: count }, (_, index) => view.getInt16(at + index * 2, true));
    at += wide(count);
    return { starts, columns, weights };
  };
  const byBody = rowsOf(head.sizes.byBody);
  const byFamily = rowsOf(head.sizes.byFamily);
  return {
    bodies: head.bodies,
    familyOf: head.familyOf,
    features: new Map(head.features.map((key, index) => [key, index])),
    byBody,
    byFamily,
  };
};
